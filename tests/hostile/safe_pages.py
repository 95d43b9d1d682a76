"""What a page may be made of. Whatever else a built page has, it has from somebody's text: that is a fault."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

EVERYWHERE = frozenset(
    "class id lang role hidden tabindex aria-label aria-labelledby aria-describedby aria-hidden".split()
)
EVERYWHERE |= frozenset("aria-current aria-controls aria-expanded aria-pressed aria-autocomplete title dir".split())
PLAIN = (
    "abbr article aside b blockquote br caption cite code dd del desc div dl dt em figcaption figure footer g "
    "h1 h2 h3 h4 h5 h6 head header hr i kbd li main mark nav p s section small span "
    "strong sub summary sup tbody tfoot thead title tr ul wbr defs address ins q u var dfn "
)
OWN: dict[str, str] = {
    "html": "data-fonts data-paper data-social-pictures",
    "body": "",
    "a": "href rel data-key hreflang type",
    "article": "",
    "button": "type data-copy data-done data-off data-on data-print data-with",
    "col": "",
    "details": "open",
    "div": "data-failed data-found data-index data-none data-root data-file data-today",
    "img": "alt src width height loading fetchpriority srcset sizes decoding",
    "input": "type autocomplete enterkeyhint spellcheck autocapitalize placeholder",
    "label": "for",
    "link": "href rel type sizes media hreflang color",
    "meta": "charset content http-equiv media name property",
    "ol": "start reversed",
    "option": "value",
    "picture": "",
    "pre": "",
    "script": "src type defer",
    "select": "",
    "source": "srcset sizes type width height",
    "table": "",
    "td": "colspan rowspan",
    "th": "scope colspan rowspan",
    "time": "datetime",
    "svg": "width height viewbox preserveaspectratio focusable xmlns",
    "circle": "cx cy r",
    "line": "x1 x2 y1 y2 stroke-width",
    "rect": "x y width height rx fill",
    "path": "d fill",
    "pattern": "width height patterntransform patternunits",
    "text": "x y dx dy text-anchor",
    "g": "transform",
}
MAIL = frozenset("style align border cellpadding cellspacing width bgcolor".split())
"""What an email as it will be seen has besides: mail programs take no style sheets."""
ALLOWED = dict.fromkeys(PLAIN.split(), EVERYWHERE)
ALLOWED |= {tag: EVERYWHERE | frozenset(names.split()) for tag, names in OWN.items()}

SCHEMES = frozenset(["", "http", "https", "mailto", "tel"])
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
REFRESH = re.compile(r"0; url=[^:\\]+|0; url=\.\./")
_UNSEEN = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


class _Written(HTMLParser):
    """The tags as they are written; a comment is told as one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        if len({name for name, _ in attrs}) != len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes what is not open")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"a comment: {data[:80]}")


def faults_of_page(name: str, data: bytes, *, planner: bool = False) -> Iterator[str]:
    """What is not as it must be in a page, each in a line."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield f"{name}: no UTF-8"
        return
    if _UNSEEN.search(text):
        yield f"{name}: a control character, {_UNSEEN.search(text)!r}"
    written = _Written()
    written.feed(text)
    written.close()
    nodes = LexborHTMLParser(text).css("*")
    is_mail = planner and "/mail/" in name
    read = Counter(node.tag for node in nodes)
    if is_mail:  # the tables of old have none of their own
        read["tbody"] = written.seen["tbody"]
    if read != written.seen:
        yield f"{name}: a browser reads other tags than were written: {read - written.seen} {written.seen - read}"
    yield from (f"{name}: {one}" for one in (*written.wrong, *([f"open: {written.open}"] if written.open else [])))
    if not any(node.attributes.get("http-equiv") == "Content-Security-Policy" for node in nodes):
        yield f"{name}: no policy"
    for node in nodes:
        yield from (f"{name}: {one}" for one in _faults_of_node(node, planner=planner, is_mail=is_mail))


def faults_of_content(html: str) -> Iterator[str]:
    """The same of a post within a feed: what it loads is named with its whole address, as everything there is."""
    for node in LexborHTMLParser(html).css("*"):
        yield from (one for one in _faults_of_node(node, planner=False, is_mail=False) if "src='http" not in one)


def _faults_of_node(node: Any, *, planner: bool, is_mail: bool) -> Iterator[str]:
    tag, attributes = node.tag, node.attributes
    if tag not in ALLOWED:
        yield f"<{tag}>"
        return
    strange = {key.lower() for key in attributes} - ALLOWED[tag] - (MAIL if is_mail else set())
    if strange:
        yield f"<{tag}> has {sorted(strange)}"
    for key in ("href", "src"):
        if key in attributes:
            yield from _faults_of_address(tag, key, attributes[key] or "", planner=planner)
    for one in (attributes.get("srcset") or "").split(","):
        if one.strip():
            yield from _faults_of_address(tag, "src", one.split()[0], planner=planner)
    if "url(" in (attributes.get("style") or "").lower():
        yield "a style with an address"
    if tag == "script":
        yield from _faults_of_script(node)
    forwards = tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh"
    if forwards and not REFRESH.fullmatch(attributes["content"] or ""):
        yield f"it forwards to {attributes['content']!r}"


def _faults_of_address(tag: str, key: str, value: str, *, planner: bool) -> Iterator[str]:
    """A link leads to an allowed scheme; what is loaded, and what is inside, is a relative path."""
    plain = re.sub(r"[\x00-\x20]", "", value)
    try:
        scheme = urlsplit(plain).scheme
    except ValueError:
        yield f"<{tag} {key}={value[:80]!r}> is no address"
        return
    is_link = tag == "a" or (tag == "link" and key == "href")
    allowed = SCHEMES | {"sms"} if planner else SCHEMES
    if scheme not in (allowed if is_link else {""}):
        yield f"<{tag} {key}={value[:80]!r}> has the scheme {scheme}"
    if plain.startswith(("//", "/\\", "\\")) or plain != value.strip():
        yield f"<{tag} {key}={value[:80]!r}> leads away"


def _faults_of_script(node: Any) -> Iterator[str]:
    if node.attributes.get("src"):
        return
    if node.attributes.get("type") != "application/ld+json":
        yield "a script within the page"
        return
    try:
        json.loads(node.text(), parse_constant=_refused)
    except ValueError as error:
        yield f"JSON-LD that is no JSON: {error}"


def _refused(constant: str) -> None:
    raise ValueError(constant)
