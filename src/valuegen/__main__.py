"""`python -m valuegen`, and the command `valuegen`."""

import sys

INTERRUPTED = 130


def run() -> None:
    """The program; also an interruption while it is still being loaded ends without a traceback."""
    try:
        from valuegen.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
