"""Data for other programs: JSON with a line for each record, so that it can be compared line by line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

# Bidi and control characters that JSON would leave as they are; its own escape of them reads back the same.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def data_file(view: Mapping[str, Any]) -> bytes:
    """A mapping as JSON: each key on a line of its own, and so each record of a list of records."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", "".join(_lines(view))).encode()


def _lines(view: Mapping[str, Any]) -> Iterator[str]:
    start = "{\n"
    for key, value in view.items():
        yield f"{start} {_text(key)}: "
        start = ",\n"
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield "[\n  " + ",\n  ".join(map(_text, value)) + "\n ]"
        else:
            yield _text(value)
    yield "\n}\n" if view else "{}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
