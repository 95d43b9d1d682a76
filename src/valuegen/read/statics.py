"""Files of `content/static/`, copied as they are."""

from valuegen.model.workspace import StaticFile
from valuegen.read.files import Files
from valuegen.read.stored import static_file

FOLDER = "content/static"


def read_statics(files: Files) -> dict[str, StaticFile]:
    """The files by their address within the public site, in order."""
    found: dict[str, StaticFile] = {}
    if not files.exists(FOLDER):
        return found
    for path in files.walk(FOLDER):
        file = static_file(files, path, path.removeprefix(f"{FOLDER}/"))
        if file is not None:
            found[file.address] = file
    return found
