"""What is kept of a build for the next one, as bytes and back.

The ground holds as long as nothing but texts differs; the table of who reads what seldom changes; the state goes with
the texts, and is small. All are pickles of the program's own records: leaves among leaves, which nobody writes who
could not write the others, and still nothing but such records comes out of one.
"""

import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from valuegen.again.texts import Brief
from valuegen.build import Survey
from valuegen.check import Silence, Verdict
from valuegen.finding import Finding
from valuegen.leaf import Leaves
from valuegen.model.base import again
from valuegen.model.workspace import StaticFile, Workspace
from valuegen.plan.types import Reminder
from valuegen.read.collector import no_collection
from valuegen.read.files import Files
from valuegen.read.sources import Sources, Texts
from valuegen.read.stored import static_file
from valuegen.read.workspace import restored
from valuegen.remedy import Credit
from valuegen.room import Laid
from valuegen.trace import Reads

KIND = "again"
_OWN = (
    "again",
    "clock",
    "finding",
    "model",
    "plan",
    "rules",
    "check",
    "build",
    "read",
    "remedy",
    "words",
    "tongue",
    "judge",
)
_OTHERS = {
    ("datetime", "date"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("pathlib._local", "PosixPath"),
    ("pathlib._local", "WindowsPath"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}


_MAKERS = (again,)
"""What makes records of what is pickled, and is no class."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What was planned, without texts and files; `briefs`: what is kept of the texts; `statics` and `beside`: which
    files, by their addresses; `heads`: of each file with a text a digest of what stands before that."""

    planned: Survey
    briefs: Mapping[str, Brief]
    statics: tuple[tuple[str, str, str], ...]
    beside: tuple[tuple[str, str, str], ...]
    heads: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class State:
    """What goes with the texts: what is kept of those that changed since, and what was found. `public`, `planner`: what
    was read before any page of these was made."""

    briefs: Mapping[str, Brief]
    findings: tuple[Finding, ...]
    credits: Mapping[str, Credit]
    reminders: tuple[Reminder, ...]
    silences: tuple[Silence, ...]
    skipped: tuple[str, ...]
    verdicts: Mapping[str, Verdict]
    read_for: Mapping[str, frozenset[str]]
    public: Reads
    planner: Reads


def ground_of(planned: Survey, briefs: Mapping[str, Brief]) -> Ground:
    """What stays of a survey as long as nothing but texts differs."""
    workspace, plan = planned.reading.workspace, planned.plan
    assert workspace
    assert plan
    bare = replace(workspace, statics={}, beside={})
    own = bare if plan.workspace is workspace else replace(plan.workspace, statics={}, beside={})
    reading = replace(planned.reading, workspace=bare)
    heads = {
        entry.written.file: head_digest(entry.written.text, planned.reading.sources.texts[entry.written.file])
        for entry in workspace.entries
        if entry.written is not None and entry.written.start is not None
    }
    return Ground(
        replace(planned, reading=reading, plan=replace(plan, workspace=own, prose={}, judged={})),
        briefs,
        _named(workspace.statics),
        _named(workspace.beside),
        heads,
    )


def head_digest(text: str, whole: str) -> bytes:
    """A digest of what stands in a file before its text."""
    return blake2b(whole[: len(whole) - len(text)].encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _named(files: Mapping[str, StaticFile]) -> tuple[tuple[str, str, str], ...]:
    return tuple((key, file.address, file.path) for key, file in files.items())


def _again(files: Files, address: str, path: str) -> StaticFile:
    found = static_file(files, path, address)
    if found is None:
        raise OSError(f"{path} is another than before")
    return found


def planned_of(ground: Ground, texts: Mapping[str, str]) -> Survey:
    """What was planned, its files read again, but for these `texts`, which were. Raises OSError."""
    kept, plan = ground.planned, ground.planned.plan
    assert kept.reading.workspace
    assert plan
    root = kept.reading.workspace.root
    files = Files(root)
    statics, beside = ({k: _again(files, a, p) for k, a, p in named} for named in (ground.statics, ground.beside))

    def whole(workspace: Workspace) -> Workspace:
        return replace(workspace, statics=statics, beside=beside)

    workspace = whole(kept.reading.workspace)
    own = workspace if plan.workspace is kept.reading.workspace else whole(plan.workspace)
    held: dict[str, str | Laid | None] = {**dict.fromkeys(kept.reading.sources.texts), **texts}
    reading = replace(kept.reading, workspace=workspace, sources=Sources(Texts(root, held)))
    return replace(kept, reading=restored(reading), plan=replace(plan, workspace=own))


def dump(leaves: Leaves, name: str, value: object) -> str:
    """Keep it under a name; by what it is known: "" where it can't be kept (a workspace's own translations)."""
    try:
        with no_collection():
            data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):
        return ""
    leaves.put(KIND, name.encode(), data)
    return blake2b(data, digest_size=16).hexdigest()


def load(leaves: Leaves, name: str, known: str) -> Any:
    """What was kept under a name; None where that is not what is known by this, or nothing that this program keeps."""
    data = leaves.get(KIND, name.encode()) if known else None
    if data is None or blake2b(data, digest_size=16).hexdigest() != known:
        return None
    try:
        with no_collection():
            return _Unpickler(io.BytesIO(data)).load()
    except Exception:
        return None


class _Unpickler(pickle.Unpickler):
    """Makes the program's own records, and what these hold."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a record."""
        top, _, rest = module.partition(".")
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        if top == "valuegen" and rest.partition(".")[0] in _OWN and "." not in name:
            found = super().find_class(module, name)
            if getattr(found, "__module__", "") == module and (isinstance(found, type) or found in _MAKERS):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
