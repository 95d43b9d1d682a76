"""Every fault in full: `tests/faults/` with many places of each kind, and 1,000 kills at random.

.venv/bin/python tools/faults.py               two hours or so on 2 cores
.venv/bin/python tools/faults.py --places 4    fewer places of each kind
.venv/bin/python tools/faults.py -k signals    what follows goes to pytest
"""

import argparse
import os
import sys
from collections.abc import Sequence

TESTS = ("tests/test_kill.py", "tests/faults", "tests/publish/test_kills.py", "tests/publish/test_faults.py")
"""What takes longest comes first: the kills at random are one after another."""
SHARED = ("-n", "auto", "--maxprocesses", "8", "--dist", "worksteal")


def main(arguments: Sequence[str] | None = None) -> None:
    """Become pytest, told to try all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=40, help="places of each kind of call (40)")
    parser.add_argument("--kills", type=int, default=1000, help="kills at random (1,000)")
    options, rest = parser.parse_known_args(arguments)
    os.environ |= {"VALUEGEN_FAULTS": str(options.places), "VALUEGEN_KILLS": str(options.kills)}
    command = [sys.executable, "-m", "pytest", *SHARED, *TESTS, *rest]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
