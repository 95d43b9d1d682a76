"""`python -m valuegen`, and the command `valuegen`."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress

INTERRUPTED = 130
GARBAGE = 50_000
"""So many new objects before Python looks for garbage among them: nearly all that a run makes it keeps to its end."""


def run() -> None:
    """The program; an interruption while it is being loaded, or when all is done, ends without a traceback too."""
    gc.set_threshold(GARBAGE)
    _name_files_in_utf8()
    try:
        from valuegen.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        _leave(end.code)
        raise
    finally:
        # What it ends with is decided: nothing is left to interrupt, not even by a signal that came before this line.
        with suppress(KeyboardInterrupt):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # An interruption that went through `exec` of a text (so dataclasses are made, while a command is imported) is
        # remembered by Python, which would die of the signal in place of ending with its status. This has it forgotten.
        exec("")  # noqa: S102 -- nothing is run


def _name_files_in_utf8() -> None:
    """Begin again where the names of files would be read in an older encoding of the locale (es_CO without UTF-8, say):
    the same folder would be another site. What is printed stays in the encoding of the terminal."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and os.name == "posix":
        os.environ.setdefault("PYTHONIOENCODING", f"{getattr(sys.stdout, 'encoding', 'utf-8')}:backslashreplace")
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _leave(status: object) -> None:
    """End here, without taking apart, object by object, what was held in memory: with many posts that takes long.

    Everything is closed by now, and what is printed goes out first. Where that can't be, Python ends as it always does.
    """
    with suppress(OSError, ValueError, KeyboardInterrupt):
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        if status is None or isinstance(status, int):
            os._exit(status or 0)


if __name__ == "__main__":
    run()
