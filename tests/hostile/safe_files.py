"""What other programs read: each file is read by parsers that are not ours, and says the same to both."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import icalendar
import vobject
from lxml import etree
from markdown_it import MarkdownIt

from tests.hostile.safe_pages import faults_of_content, faults_of_page

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠|%]")
MARKDOWN = MarkdownIt("commonmark", {"html": True})
MOST = 64 << 20
"""No case is so large that its site may be larger."""


def faults_of_site(site: Path) -> Iterator[str]:
    """Whatever is wrong with any file of a built site."""
    size = 0
    for path in sorted(site.rglob("*")):
        if path.is_symlink():
            yield f"{path.name} is a link"
        elif path.is_file():
            name, data = path.relative_to(site).as_posix(), path.read_bytes()
            size += len(data)
            yield from faults_of_file(name, data)
    if size > MOST:
        yield f"{size} bytes"


def faults_of_file(name: str, data: bytes) -> Iterator[str]:
    """Whatever is wrong with a file, by what it is."""
    if name.startswith(("public/static/", "public/img/")):  # the user's own, as it is
        return
    if name.endswith(".html"):
        yield from faults_of_page(name, data, planner=name.startswith("planner/"))
        return
    look = LOOKS.get(Path(name).name) or LOOKS.get(Path(name).suffix)
    if look is None:
        return
    try:
        yield from (f"{name}: {fault}" for fault in look(data.decode("utf-8"), name))
    except Exception as error:  # a parser's own words: whatever it is, it could not read it
        yield f"{name}: {type(error).__name__}: {error}"


def _json(text: str, _: str) -> Iterator[str]:
    data = json.loads(text, parse_constant=_no)
    text.encode()
    if "version" in data and str(data["version"]).startswith("https://jsonfeed.org"):
        yield from _addresses(one.get("url") for one in data["items"])


def _no(constant: str) -> None:
    raise ValueError(constant)


def _addresses(found: Iterator[str | None]) -> Iterator[str]:
    for one in found:
        if one is not None and not re.match(r"(https?|mailto|tel|sms):", one):
            yield f"{one[:80]!r} is no address to follow"


def _atom(text: str, _: str) -> Iterator[str]:
    root = ElementTree.fromstring(text)
    theirs = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    ours = [node.text for node in root.iter() if node.text]
    if ours != [node.text for node in theirs.iter() if node.text]:
        yield "two parsers read two things"
    read = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
    if read.bozo:
        yield f"feedparser: {read.bozo_exception}"
    for entry in read.entries:
        yield from _addresses(link.href for link in entry.links)
        for content in entry.get("content", ()):
            yield from faults_of_content(content.value)


def _sitemap(text: str, _: str) -> Iterator[str]:
    root = ElementTree.fromstring(text)
    etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    yield from _addresses(node.text for node in root.iter() if node.tag.endswith("}loc"))


def _calendar(text: str, _: str) -> Iterator[str]:
    lines = text.split("\r\n")
    if any(len(line.encode()) > 75 for line in lines) or "\n" in text.replace("\r\n", ""):
        yield "a line that is not folded"
    if any(unicodedata.category(one) == "Cc" for line in lines for one in line.replace("\t", "")):
        yield "a control character"
    theirs = icalendar.Calendar.from_ical(text)
    others = vobject.readOne(text)
    events = [(str(one["UID"]), str(one["SUMMARY"]), str(one["DESCRIPTION"])) for one in theirs.walk("VEVENT")]
    again = [(one.uid.value, one.summary.value, one.description.value) for one in getattr(others, "vevent_list", [])]
    if events != again:
        yield f"two parsers read two things: {events} {again}"
    if len({event[0] for event in events}) != len(events):
        yield "a uid twice"
    known = {"VCALENDAR", "VEVENT", "VALARM"}
    if {one.name for one in theirs.walk()} - known:
        yield f"components { ({one.name for one in theirs.walk()}) }"
    yield from _addresses(str(one["URL"]) for one in theirs.walk("VEVENT") if "URL" in one)


def _table(text: str, _: str) -> Iterator[str]:
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter):
            yield from (
                f"a formula: {cell[:80]!r}" for cell in row if FORMULA.match(cell.strip(" '\"")) and FORMULA.match(cell)
            )


def _checklist(text: str, _: str) -> Iterator[str]:
    for token in MARKDOWN.parse(text):
        for inner in (token, *(token.children or ())):
            if inner.type.startswith("html"):
                yield f"markup: {inner.content[:80]!r}"
            if inner.type == "image":
                yield f"a picture: {inner.attrs}"
            if inner.type == "link_open":
                yield from _addresses(iter([str(inner.attrs["href"])]))


def _search_data(text: str, _: str) -> Iterator[str]:
    start, _, rest = text.partition(" = ")
    if start != "globalThis.valuegenSearch":
        yield start[:80]
    json.loads(rest.rstrip().removesuffix(";"), parse_constant=_no)
    if re.search("[\u2028\u2029]|</script", rest):
        yield "what a script may not hold"


def _redirects(text: str, _: str) -> Iterator[str]:
    for line in text.splitlines():
        parts = line.split(" ")
        if len(parts) != 3 or not parts[0].startswith("/") or parts[2] != "301" or parts[1].startswith("//"):
            yield f"a line {line[:80]!r}"


LOOKS: Mapping[str, Callable[[str, str], Iterator[str]]] = {
    ".json": _json,
    ".webmanifest": _json,
    "feed.xml": _atom,
    "sitemap.xml": _sitemap,
    ".ics": _calendar,
    ".csv": _table,
    "reminders.md": _checklist,
    "search-data.js": _search_data,
    "_redirects": _redirects,
}
"""A file's name, or its ending, and how it is looked at."""
