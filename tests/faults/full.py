"""Whether faults are tried in full: `make faults` sets VALUEGEN_FAULTS to the number of places of each kind."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
MOST = int(os.environ.get("VALUEGEN_FAULTS") or 0)
FULL = MOST > 0


def in_full(short: Sequence[T], more: Sequence[T] = ()) -> list[T]:
    """What the ordinary suite tries, and in full more."""
    return [*short, *(more if FULL else ())]
