"""XML documents: what every one of ours needs."""

import re
from xml.etree.ElementTree import Element, SubElement, tostring

# What no XML 1.0 document may hold (section 2.2), even escaped.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(parent: Element, name: str, text: str) -> None:
    """An element within another that holds a text."""
    SubElement(parent, name).text = fit(text)


def fit(text: str) -> str:
    """A text with a sign of replacement for what no document may hold."""
    return _UNFIT.sub("\ufffd", text)


def document(root: Element) -> bytes:
    """The whole document, as UTF-8."""
    body: bytes = tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
