"""A place as a link into the user's editor: a URL template in the environment, never a command."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from valuegen.finding import Place

VARIABLE = "VALUEGEN_EDITOR"
"""For example `vscode://file/{path}:{line}:{column}`, `idea://open?file={path}&line={line}`."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NEVER = ("javascript:", "data:", "vbscript:", "blob:", "about:", "http:", "https:")


def editor_of(environment: Mapping[str, str]) -> str:
    """The template; "" where there is none, or it is no address of a program."""
    template = environment.get(VARIABLE, "").strip()
    found = _SCHEME.match(template)
    if found is None or found[0].lower() in _NEVER or "{path}" not in template or not template.isprintable():
        return ""
    return template


def link(template: str, root: Path, place: Place) -> str:
    """The address that opens a place; "" without a template."""
    if not template:
        return ""
    path = quote((root / place.file).resolve().as_posix(), safe="/:")
    path = path.removeprefix("/") if re.search(r"(?<!:)//?file/\{path\}|/\{path\}", template) else path
    values = {"{path}": path, "{line}": str(place.line), "{column}": str(place.column)}
    return re.sub(r"\{(?:path|line|column)\}", lambda found: values[found[0]], template)
