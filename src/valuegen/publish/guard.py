"""What lies in an output before a build, and that nothing in it that the program did not write is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from valuegen.publish import manifest
from valuegen.publish.faults import Failed
from valuegen.publish.manifest import Mark
from valuegen.publish.refuse import unfit
from valuegen.words import Message, msg, nmsg


@dataclass(frozen=True, slots=True)
class Old:
    """An output as it stands: the SHA-256 that its marker has of each file, and the marks of those that are there."""

    files: Mapping[str, str]
    marks: Mapping[str, Mark]


def old_of(out: Path) -> Old | None:
    """What the program wrote in `out`; None where it is new or empty."""
    refusal = unfit(out)
    if refusal:
        raise Failed(refusal)
    if not out.exists() or not any(out.iterdir()):
        return None
    files = manifest.read(out)
    if files is None:
        raise Failed(
            msg(
                "{marker} can't be read, so valuegen can't tell which files are its own. Move away what you need from "
                "{out}, remove that folder, and build again.",
                marker=str(out / manifest.MARKER),
                out=str(out),
            )
        )
    there = manifest.standing(out)
    found = manifest.strangers(there, files)
    if found:
        raise Failed(_strange(out, found))
    return Old(files, {path: mark for path, mark in there.items() if mark is not None and path in files})


def _strange(out: Path, found: list[str]) -> Message:
    return nmsg(
        "{path} was not made by valuegen, so it is not touched, and nothing was published. Move it to another place "
        "(content/static/ is copied into the public site) and build again.",
        "{n} files in {out} were not made by valuegen, so they are not touched, and nothing was published; the first "
        "is {path}. Move them to another place (content/static/ is copied into the public site) and build again.",
        len(found),
        path=str(out / found[0]),
        out=str(out),
    )


def look_again(out: Path, old: Path, files: Mapping[str, str]) -> None:
    """Something may have been put there while the new tree was made: then everything goes back."""
    found = manifest.strangers(manifest.names(old), files)
    if found:
        raise Failed(_strange(out, found))
