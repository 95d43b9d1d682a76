"""`python -m valuegen`, and the command `valuegen`."""

import signal
import sys
from contextlib import suppress

INTERRUPTED = 130


def run() -> None:
    """The program; an interruption while it is being loaded, or when all is done, ends without a traceback too."""
    try:
        from valuegen.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        # What it ends with is decided: nothing is left to interrupt, not even by a signal that came before this line.
        with suppress(KeyboardInterrupt):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # An interruption that went through `exec` of a text (so dataclasses are made, while a command is imported) is
        # remembered by Python, which would die of the signal in place of ending with its status. This has it forgotten.
        exec("")  # noqa: S102 -- nothing is run


if __name__ == "__main__":
    run()
