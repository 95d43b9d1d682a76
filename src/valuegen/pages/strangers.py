"""Of the files that a stranger's change would publish, those that nothing runs: no browser, and no host.

A page in `content/static/` may have a script, and a host reads `_redirects`, `.htaccess` or `_worker.js`. The owner of
a workspace may want that; whoever proposes a change gets the rest.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from valuegen.model.workspace import StaticFile
from valuegen.pages.public import Public

INERT = frozenset(
    f".{ending}"
    for ending in (
        "avif bmp gif ico jpeg jpg png webp flac m4a mp3 mp4 oga ogg ogv opus wav webm otf ttf woff woff2 "
        "csv ics md odp ods odt pdf txt vtt zip"
    ).split()
)
_DRAWING = re.compile(
    rb"""<(?: \s*/?\s* (?:svg|g|defs|title|desc|metadata|symbol|path|rect|circle|ellipse|line|polyline|polygon|text
        |tspan|(?:linear|radial)Gradient|stop|clipPath|mask|pattern) (?=[\s/>])
        | \?xml\s | !-- | !DOCTYPE\s+svg\s[^\[>]*> )""",
    re.VERBOSE,
)
_RUNS = re.compile(
    rb"""\bon\w+\s*= | href | javascript: | @import | &\# | url\s*\((?!\s*["']?\#)
        | encoding\s*=\s*["'](?!utf-8["']) | [\x00-\x08\x0b\x0c\x0e-\x1f]""",
    re.VERBOSE | re.IGNORECASE,
)


def inert(public: Public) -> Public:
    """The same without files that may run something."""
    plan = public.shelves.plan
    plan = replace(plan, statics=_inert(plan.statics), beside=_inert(plan.beside))
    return replace(public, shelves=replace(public.shelves, plan=plan))


def _inert(files: Mapping[str, StaticFile]) -> dict[str, StaticFile]:
    return {name: file for name, file in files.items() if _is_inert(file)}


def _is_inert(file: StaticFile) -> bool:
    path = PurePosixPath(file.address.lstrip("/"))
    if any(part.startswith((".", "_")) for part in path.parts):
        return False
    ending = path.suffix.lower()
    return ending in INERT or (ending == ".svg" and file.large is None and _is_drawing(file.data))


def _is_drawing(data: bytes) -> bool:
    """Whether an SVG has shapes and words alone: nothing in it runs, leads elsewhere, or is asked for."""
    return data.count(b"<") == len(_DRAWING.findall(data)) and not _RUNS.search(data)
