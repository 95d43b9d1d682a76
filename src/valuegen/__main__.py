"""`python -m valuegen`, and the command `valuegen`."""

import signal
import sys

INTERRUPTED = 130


def run() -> None:
    """The program; an interruption while it is being loaded, or when all is done, ends without a traceback too."""
    try:
        from valuegen.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what it ends with is decided: nothing is left to interrupt


if __name__ == "__main__":
    run()
