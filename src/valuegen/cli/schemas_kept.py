"""Keeps the schemas of a workspace in step with it."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valuegen.read.workspace import Reading


def bring_up_to_date(root: Path, reading: "Reading") -> None:
    """Write anew those that are there and are not what they should be: quietly, as nothing depends on them."""
    from valuegen.schema.kept import FOLDER

    if (root / FOLDER).is_dir() and reading.is_whole:
        with suppress(OSError):
            write_schemas(root, reading, only_there=True)


def write_schemas(root: Path, reading: "Reading", only_there: bool = False) -> tuple[str, ...]:
    """Write all of them (those that are there); the paths of those that changed. Raises OSError."""
    from valuegen.schema.kept import PRIVATE_FOLDER, kept_schemas
    from valuegen.schema.known import known_of
    from valuegen.write.file import replace

    assert reading.workspace is not None
    with_clients = (root / PRIVATE_FOLDER).parent.is_dir()
    changed = []
    for path, text in kept_schemas(known_of(reading), reading.language, with_clients).items():
        target = root / path
        is_there = target.is_file()
        if (is_there or not only_there) and not (is_there and target.read_bytes() == text.encode()):
            target.parent.mkdir(exist_ok=True)
            replace(target, text)
            changed.append(path)
    return tuple(changed)
