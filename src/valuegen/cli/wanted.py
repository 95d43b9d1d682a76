"""What the command line of `valuegen build` asked for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options, checked. `place`: where the site goes; `failing`: the least level that fails."""

    root: Path
    place: Path
    failing: str
    as_of: date | None
    drafts: bool
    future: bool
    untrusted: bool
    no_cache: bool
    jobs: int | None
    executor: str | None
    review: Path | None
