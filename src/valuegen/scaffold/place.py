"""A new workspace put where it belongs: all of its files or, where something goes wrong, none."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

HARMLESS = frozenset({".git"})
"""What may be there already."""


def is_free(folder: Path) -> bool:
    """Whether a workspace may be put there: nothing is there, or an empty folder, or one that only git knows."""
    if not os.path.lexists(folder):
        return True
    return folder.is_dir() and not {path.name for path in folder.iterdir()} - HARMLESS


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files there, and the folders above where they are missing. Raises OSError, and leaves nothing then."""
    made = _made(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as name:
            stage = Path(name)
            for path, text in files.items():
                target = stage / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
            _move(stage, folder)
    except BaseException:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        raise


def _made(folder: Path) -> Path | None:
    """Make the folder; the uppermost one that was not there before, None where all were."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[-1] if missing else None


def _move(stage: Path, folder: Path) -> None:
    """What is staged goes to its place, `valuegen.yaml` last: without it, it is no workspace."""
    moved: list[Path] = []
    try:
        for source in sorted(stage.iterdir(), key=lambda path: path.name == "valuegen.yaml"):
            target = folder / source.name
            if os.path.lexists(target):
                raise FileExistsError(17, os.strerror(17), str(target))
            source.rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        raise
