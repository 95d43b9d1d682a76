"""SVG 2: a text whose first element says how large it is, or at least its proportions."""

import re

_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?svg(?=[\s>/])((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_BEFORE = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])(width|height|viewBox)\s*=\s*("[^"]*"|'[^']*')""")
_LENGTH = re.compile(r"\s*\+?(\d+\.?\d*|\.\d+)(?:px)?\s*")
_LOOKED_AT = 64 << 10
_LARGEST = 100_000


def is_svg(data: bytes) -> bool:
    """Whether it is a text with such an element near its beginning."""
    head = data[:_LOOKED_AT]
    return b"<svg" in head or (b":svg" in head and b"http://www.w3.org/2000/svg" in head)


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels; None where it says neither these nor a viewBox."""
    text = _BEFORE.sub("", data[:_LOOKED_AT].decode("utf-8", "replace"))
    root = _ROOT.search(text)
    found = {name: value[1:-1] for name, value in _ATTRIBUTE.findall(root[1])} if root else {}
    width, height = _length(found.get("width", "")), _length(found.get("height", ""))
    if not (width and height):
        box = [_length(part) for part in re.split(r"[\s,]+", found.get("viewBox", "").strip())[2:4]]
        if len(box) != 2 or not all(box):
            return None
        wide, high = box
        if width:
            height = width * high / wide
        elif height:
            width = height * wide / high
        else:
            width, height = wide, high
    rounded = (max(1, round(width)), max(1, round(height)))
    return rounded if max(rounded) <= _LARGEST else None


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) if found else 0.0
