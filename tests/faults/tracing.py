"""System calls of a build, and faults put into them: strace's injection."""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from faults.ground import Ended, Ground

_LINE = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<rest>.*)")


@dataclass(frozen=True)
class Call:
    """A system call of the first process: the `number`-th of its name; `place`: the part of the workspace that it is
    about, `path`: all of it, and the `turn`-th of its name about that. (None where it has another name each time.)"""

    name: str
    number: int
    place: str
    rest: str
    path: Path | None = None
    turn: int = 0

    def fault(self, what: str) -> tuple[str, Path | None]:
        """How strace puts a fault into this call in another run: found by its path, or else by its number."""
        return f"{self.name}:{what}:when={self.turn or self.number}", self.path


def has_strace() -> bool:
    """Whether calls can be traced here."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return (
        subprocess.run([strace, "-f", "--seccomp-bpf", "-o", "/dev/null", "true"], capture_output=True).returncode == 0
    )


def traced(
    ground: Ground, names: str, *arguments: str, inject: str = "", about: Path | None = None, **env: str | None
) -> tuple[Ended, list[Call]]:
    """Run the program with its calls of these names written down, and faults put into some (`inject`, as strace has it,
    with blanks between several); how it ended, and those about the workspace (of memory: all).
    `about`: only those about that file."""
    log = ground.base.parent / "calls"
    quick = [] if "signal=" in inject else ["--seccomp-bpf"]  # with it strace 6.1 sends no signal
    before = ["strace", "-f", *quick, "-qq", "-y", "-s", "200", "-o", str(log), "-e", f"trace={names}"]
    before += [word for one in inject.split() for word in ("-e", f"inject={one}")]
    before += ["-P", str(about)] if about else []
    language = env.pop("language", None) or "es"
    ended = ground.run(*(arguments or ground.build), before=before, language=language, **env)
    return ended, calls(log, ground)


def calls(log: Path, ground: Ground) -> list[Call]:
    counts: Counter[str] = Counter()
    turns: Counter[tuple[str, Path | None]] = Counter()
    found, first = [], ""
    inside = f"{ground.work.root}"
    for line in log.read_text(errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        first = first or match["pid"]
        if match["pid"] != first:
            continue
        counts[match["name"]] += 1
        rest = match["rest"].replace(f"AT_FDCWD<{inside}>", "AT_FDCWD")
        if f"{inside}/" in rest or f'{inside}"' in rest or f"{inside}>" in rest:
            path = _path(rest, inside)
            turns[match["name"], path] += 1
            turn = turns[match["name"], path] if path else 0
            found.append(Call(match["name"], counts[match["name"]], _place(rest, inside), rest, path, turn))
        elif match["name"] == "mmap":
            found.append(Call("mmap", counts["mmap"], "", rest))
    return found


def _place(rest: str, inside: str) -> str:
    """The part of the workspace: `content/posts`, `.valuegen/stage/new`, `site/public`…"""
    path = rest.split(inside, 1)[1]
    path = re.split(r'[">]', path, maxsplit=1)[0].strip("/")
    path = re.sub(r"stage-[^/]*", "stage", re.sub(r"leaves-[0-9a-f]*", "leaves", path))
    return "/".join(path.split("/")[: 2 if path.startswith("site") else 3])


def _path(rest: str, inside: str) -> Path | None:
    """What a call is about, if that is called so in every run: its descriptor, or the name that it is given."""
    found = re.match(r"\d+<([^>]*)>", rest) or re.search(r'"([^"]*)"', rest)
    if found is None or not found[1].startswith(f"{inside}/") or rest.count(inside) > 1:
        return None
    return None if re.search(r"/(?:stage|leaves)-|\.(?:last|seen)$|~$", found[1]) else Path(found[1])


def spread(found: list[Call], name: str, most: int) -> list[Call]:
    """Of the calls of a name so many at most: of every place the first, then others evenly."""
    mine = [call for call in found if call.name == name]
    firsts = list({call.place: call for call in reversed(mine)}.values())
    others = [call for call in mine if call not in firsts]
    left = max(0, most - len(firsts))
    step = max(1, -(-len(others) // left)) if left else 0
    return sorted((firsts + (others[::step] if step else []))[:most], key=lambda call: call.number)
