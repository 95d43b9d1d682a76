"""The command line. `main` is the program; each command has a module of its own, `NAME_command.py`."""

from valuegen.cli.commands import COMMANDS
from valuegen.cli.frame import Program, shared_options
from valuegen.cli.spoken import teach_click
from valuegen.words import msg

teach_click()

main = Program(
    name="valuegen",
    told=msg(
        "Your editorial calendar in plain files, checked against the promises you made to your clients.\n\n"
        "Begin with `valuegen new DIR`; then `valuegen check` and `valuegen build`."
    ),
    modules=COMMANDS,
    params=shared_options(),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
