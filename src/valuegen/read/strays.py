"""Files that look as if they should be read, and are not: a wrong name must not make a collection vanish."""

from collections.abc import Iterator

from valuegen.finding import Finding, Place
from valuegen.read.files import Files
from valuegen.read.nearest import nearest
from valuegen.read.told import PRIVATE, not_known
from valuegen.words import msg

_FILES = ("segments", "people", "channels", "calendar", *PRIVATE)


def strays(files: Files) -> Iterator[Finding]:
    """YAML files directly in `content/` and `content/private/` that bear no known name."""
    for folder, known in (("content", _FILES), ("content/private", PRIVATE)):
        if not files.is_folder(folder) or (known is PRIVATE and not files.with_clients):
            continue
        for name in files.names(folder):
            stem, _, end = name.rpartition(".")
            if end not in ("yaml", "yml") or not stem or name.startswith(".") or (end == "yaml" and stem in known):
                continue
            near = nearest(stem, known) if stem not in known else stem
            mend = msg("Name it {known:or}, or take it out.", known=tuple(f"{one}.yaml" for one in known))
            what = msg("This file is not read: its name is not known.")
            yield not_known(what, Place(f"{folder}/{name}", 1, 1), near and f"{near}.yaml", mend)
