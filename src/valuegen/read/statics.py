"""Files of `content/static/`, copied as they are."""

from valuegen.model.workspace import StaticFile
from valuegen.read.files import Files

FOLDER = "content/static"


def read_statics(files: Files) -> dict[str, StaticFile]:
    """The files by their address within the public site, in order."""
    found: dict[str, StaticFile] = {}
    if not files.exists(FOLDER):
        return found
    for path in files.walk(FOLDER):
        data = files.data(path)
        if data is not None:
            address = path.removeprefix(f"{FOLDER}/")
            found[address] = StaticFile(address, path, data)
    return found
