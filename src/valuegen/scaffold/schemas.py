"""The schemas of a workspace that is not there yet: they hold the names that its files have."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from valuegen.read.workspace import read_workspace
from valuegen.scaffold.place import put
from valuegen.schema.kept import kept_schemas
from valuegen.schema.known import known_of


def with_schemas(files: Mapping[str, str], today: date) -> Mapping[str, str]:
    """The files, and the schemas that they name in their first lines."""
    with TemporaryDirectory(prefix="valuegen-new-") as name:
        root = Path(name) / "new"
        put(root, files)
        reading = read_workspace(root, today)
    return {**files, **kept_schemas(known_of(reading), reading.language, with_clients=True)}
