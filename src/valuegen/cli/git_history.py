"""What git's history still holds of some words: read from the repository that is here, and from no other place."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

LONGEST = 20
"""Seconds that a look into one history may take."""


@dataclass(frozen=True, slots=True)
class Held:
    """Commits of the repository at `root` that added or took out one of the words; `whole`: all could be looked at."""

    root: Path
    commits: tuple[str, ...]
    first: date | None
    last: date | None
    whole: bool = True


def held_by_git(folders: Iterable[Path], words: Sequence[str]) -> Iterator[Held]:
    """What each repository that some folders lie in holds; nothing where there is no git, or no repository."""
    if shutil.which("git") is None:
        return
    for root, is_open in dict.fromkeys(_root_of(folder) for folder in dict.fromkeys(folders)):
        if root is not None:
            held = _held(root, words) if is_open else Held(root, (), None, None, whole=False)
            if held.commits or not held.whole:
                yield held


def _root_of(folder: Path) -> tuple[Path | None, bool]:
    """The repository that a folder lies in, and whether git reads it: it refuses one of somebody else's, or broken."""
    told = _asked(folder, "rev-parse", "--show-toplevel")
    if told:
        return Path(told.rstrip("\n")), True
    real = folder.resolve()
    return next((one for one in (real, *real.parents) if (one / ".git").exists()), None), False


def _held(root: Path, words: Sequence[str]) -> Held:
    found: dict[str, date] = {}
    whole = True
    for word in dict.fromkeys(words):
        log = ["log", "--all", "--format=%h %cs", "--no-textconv", "--no-ext-diff", f"-S{word}"]
        told = _asked(root, *log)
        whole = whole and told is not None
        for line in (told or "").splitlines():
            commit, _, day = line.partition(" ")
            found[commit] = date.fromisoformat(day)
    days = found.values()
    return Held(root, tuple(found), min(days, default=None), max(days, default=None), whole)


def _asked(folder: Path, *arguments: str) -> str | None:
    """What git says, or None. It may ask nobody else: not a server for what a partial clone lacks, nor a person."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
