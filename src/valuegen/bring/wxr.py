"""The export of WordPress (WXR) as posts: what is written, in which state, when, at which address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

from valuegen.bring.parts import At, Refused
from valuegen.bring.source import MIB, data_of
from valuegen.words import msg

MOST = 64 * MIB
_CONTROLS = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#0*(?:[0-8]|1[124-9]|2\d|3[01]);|&#[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]);"
)
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DRAFTS = ("draft", "pending", "private")


@dataclass(frozen=True, slots=True)
class Written:
    """An item of the export: a post, a page, a picture."""

    at: At
    kind: str
    title: str
    html: str
    slug: str
    status: str
    link: str
    moment: str
    modified: str
    author: str
    id: str
    url: str
    excerpt: str
    topics: tuple[str, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    is_locked: bool = False
    comments: int = 0

    @property
    def is_draft(self) -> bool:
        """Whether not everybody could read it: a draft, a private one, one behind a password."""
        return self.status in _DRAFTS or self.is_locked


@dataclass(frozen=True, slots=True)
class Export:
    """All of it: the address of the blog, the names of who wrote, and what they wrote."""

    base: str
    authors: dict[str, str]
    items: tuple[Written, ...]


class _Lines(TreeBuilder):
    """Builds the tree, and notes the line of each item."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []
        self.parser: Any = None

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """An element begins."""
        if tag == "item":
            self.lines.append(self.parser.parser.CurrentLineNumber)
        return super().start(tag, attrs)


def read_export(path: Path) -> Export:
    """An export. Raises `Refused`."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    data = data_of(path, MOST)
    built = _Lines()
    parser = DefusedXMLParser(target=built, forbid_dtd=True)
    built.parser = parser
    try:
        parser.feed(_without_controls(data))
        root = parser.close()
    except DefusedXmlException:
        line = parser.parser.CurrentLineNumber
        raise Refused(At(path.name, line), msg("It declares entities, which no export of WordPress does.")) from None
    except ParseError as error:
        raise Refused(At(path.name, error.position[0]), msg("This is no whole XML.")) from None
    except (ValueError, LookupError) as error:
        raise Refused(At(path.name), msg("This is no whole XML.")) from error
    channel = root.find("channel") if root is not None else None
    if channel is None or root.tag != "rss":
        raise Refused(At(path.name), msg("This is no export of WordPress."))
    base = _text(channel, "base_blog_url") or _text(channel, "link")
    authors = {
        _text(one, "author_login"): _text(one, "author_display_name") for one in channel if _name(one) == "author"
    }
    items = (one for one in channel if one.tag == "item")
    found = (_written(At(path.name, line), one) for line, one in zip(built.lines, items, strict=False))
    return Export(base.rstrip("/"), authors, tuple(found))


def _without_controls(data: bytes) -> bytes:
    """An export without the control characters that XML forbids and WordPress writes all the same, as they were pasted.
    One in UTF-16 is left as it is."""
    return data if b"\0" in data[:8] else _CONTROLS.sub(b"", data)


def _name(element: Element) -> str:
    """The name of an element, whichever version of the format it is of."""
    return str(element.tag).rpartition("}")[2]


def _text(element: Element, name: str) -> str:
    return next((one.text or "" for one in element if _name(one) == name), "").strip()


def _written(at: At, item: Element) -> Written:
    content = next((one.text or "" for one in item if one.tag == _CONTENT), "")
    excerpt = next((one.text or "" for one in item if _name(one) == "encoded" and one.tag != _CONTENT), "")
    return Written(
        at=at,
        kind=_text(item, "post_type"),
        title=_text(item, "title"),
        html=content,
        slug=_text(item, "post_name"),
        status=_text(item, "status"),
        link=_text(item, "link"),
        moment=_text(item, "post_date"),
        modified=_text(item, "post_modified"),
        author=_text(item, "creator"),
        id=_text(item, "post_id"),
        url=_text(item, "attachment_url"),
        excerpt=excerpt,
        topics=tuple(_topics(item)),
        meta={_text(one, "meta_key"): _text(one, "meta_value") for one in item if _name(one) == "postmeta"},
        is_locked=bool(_text(item, "post_password")),
        comments=sum(_name(one) == "comment" for one in item),
    )


def _topics(item: Element) -> Iterator[str]:
    for one in item:
        name = " ".join((one.text or "").split())
        is_said = _name(one) == "category" and one.get("domain") in ("category", "post_tag")
        if is_said and name and one.get("nicename") not in ("uncategorized", "sin-categoria"):
            yield name
