"""What lies in an output before a build, and that nothing in it that the program did not write is lost."""

from collections.abc import Mapping
from pathlib import Path

from valuegen.publish import manifest
from valuegen.publish.faults import Failed
from valuegen.publish.refuse import unfit
from valuegen.words import Message, msg, nmsg


def old_files(out: Path) -> dict[str, str] | None:
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
    found = manifest.strangers(out, files)
    if found:
        raise Failed(_strange(out, found))
    return files


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
    found = manifest.strangers(old, files)
    if found:
        raise Failed(_strange(out, found))
