"""A node of an entry → an `Entry`, with the defaults that are made from its other values, and its text."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from valuegen.finding import Finding, Place
from valuegen.model.entry import Body, Entry
from valuegen.model.slug import slug_of
from valuegen.model.values import MAX_ID
from valuegen.read.echoes import MISSING
from valuegen.read.files import BODY_LIMIT, Files, same_name
from valuegen.read.front_matter import split
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, derived, each, holding, place, value
from valuegen.read.shape import at, shape
from valuegen.read.told import about, is_private, not_known, told
from valuegen.words import msg

HIDDEN = ("extra",)
_FOR = ("segments", "contacts", "segment", "contact")
_UNTITLED = "untitled"
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFLICT = re.compile(r"^<{7} .*?^={7}$.*?^>{7} ", re.MULTILINE | re.DOTALL)


class Made(NamedTuple):
    """An entry (None where something is wrong in it), and its slug and the place of it, for what refers to it.

    `partial`: what is left of it without what is wrong.
    """

    entry: Entry | None
    partial: Entry | None
    slug: str | None
    at: Place


def entry_of(
    told_of: list[Finding], node: Node, hidden: tuple[str, ...] = HIDDEN, segments: tuple[str, ...] = ()
) -> Made:
    """Make an entry of a node whose keys are written in the one way; what is wrong is added to `told_of`.

    `segments`: those that there are, to name one to whoever forgot them.
    """
    slug, stands = None, place(node)
    if isinstance(node, Map):
        is_named = isinstance(value(node, "title"), Scalar) or value(node, "slug") is not None
        node = _with_slug(node)
        found = value(node, "slug")
        if isinstance(found, Scalar) and is_named:
            slug, stands = found.text, place(found)
    record, findings, partial = shape(node, Entry, hidden)
    entry = record
    if isinstance(node, Map) and not _names_someone(node):
        message = msg("This entry is for nobody: it has neither `segments` nor `contacts`.")
        mend = msg("Write, for example: segments: [corner-bakeries]")
        if segments:
            mend = msg("Write, for example: {example}", example=f"segments: [{segments[0]}]")
        findings = (*findings, told(message, place(node), mend, data={MISSING: "segments"}))
        entry = None
    if findings:
        told_of += about(findings, entry=_id(node, slug))
    return Made(entry, partial, slug, stands)


def _names_someone(node: Map) -> bool:
    """Whether it has segments or contacts, under a name that may be misspelt."""
    for key in _FOR[:2]:
        if key in node.items and any(each(node.items[key][1])):
            return True
    return any(nearest(key, _FOR) in _FOR and any(each(written)) for key, (_, written) in node.items.items())


def _id(node: Node, slug: str | None) -> str | None:
    """DATE-SLUG, as far as both can be read."""
    written = value(node, "date") if isinstance(node, Map) else None
    if slug is None or not isinstance(written, Scalar):
        return slug
    return f"{written.text[:10]}-{slug}"


def _with_slug(node: Map) -> Map:
    title = value(node, "title")
    if value(node, "slug") is not None:
        return node
    slug = derived(_slug(title.text), title) if isinstance(title, Scalar) else derived(_UNTITLED, node)
    return holding(node, {**node.items, "slug": (slug, slug)})


def _slug(title: str) -> str:
    """The slug of a title, cut between two words where it is too long."""
    slug = slug_of(title[:MAX_ID])
    return slug if len(slug) <= MAX_ID else slug[:MAX_ID].rpartition("-")[0] or slug[:MAX_ID]


def hold_text(files: Files, entry: Entry, node: Node, named: dict[str, Place]) -> None:
    """Give an entry the text that it names (`body`) or holds (`text`); `named` collects the files that bodies name."""
    if entry.body is not None and entry.text is not None:
        message = msg("This entry has both `body` and `text`.")
        files.findings.append(told(message, entry.where("text"), msg("Keep one of them.")))
    elif entry.text is not None:
        entry.hold(_inline(files, entry, node))
    elif entry.body is not None:
        path = _body_path(files, entry)
        if path is None:
            return
        named.setdefault(path, entry.where("body"))
        text = files.texts.get(path) or files.text(path, BODY_LIMIT, entry.where("body"))
        if text is None:
            return
        files.findings += body_findings(text, path)
        parted = split(text)
        if parted.head is not None:
            stands = entry.where("body")
            message = msg(
                "This file has front matter, and is also the body of {file}:{line}.",
                file=stands.file,
                line=str(stands.line),
            )
            mend = msg("Remove the front matter, or the entry in the calendar.")
            files.findings.append(told(message, Place(path, 1, 1), mend))
            return
        entry.hold(rest_of(text, path))
        files.texts.lend(entry.written)


def rest_of(text: str, path: str, start: int = 0, line: int = 1) -> Body:
    """A body that is the rest of a file from some character on. NUL characters are spaces: they were told of."""
    if "\0" in text:
        return Body(text[start:].replace("\0", " "), path, line)
    return Body(text, path, line, start=start)


def body_findings(text: str, path: str, first_line: int = 1) -> Iterator[Finding]:
    """What may not be in a text of any kind: NUL, and the marks of an unfinished merge."""
    zero = text.find("\0")
    if zero >= 0:
        before = _LINE_END.split(text[:zero])
        at = Place(path, first_line + len(before) - 1, len(before[-1]) + 1)
        yield told(msg("There is a NUL character in this text."), at, msg("Remove it."))
    if "<<<<<<< " in text and (found := _CONFLICT.search(text.replace("\r\n", "\n"))):
        line = found.string.count("\n", 0, found.start())
        yield told(
            msg("A merge was left unfinished here: both versions are still in the file."),
            Place(path, first_line + line, 1),
            msg("Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."),
        )


def _body_path(files: Files, entry: Entry) -> str | None:
    """The path of an entry's body from the workspace; None, and a finding, where it is none that may be read."""
    written = entry.body or ""
    stands = entry.where("body")
    if "\\" in written or written.startswith("/"):
        message = msg("A body is named by its path from content/, with “/”.")
        files.findings.append(told(message, stands, msg("Write, for example: body: posts/flour.md")))
        return None
    path = posixpath.normpath(f"content/{written}")
    if is_private(path):
        message = msg("This is a file about clients, but a body may be published.")
        files.findings.append(told(message, stands, msg("Name a file below content/posts.")))
        return None
    if path.casefold().endswith((".yaml", ".yml")):
        message = msg("This is a file of your calendar or settings, but a body is what people read.")
        files.findings.append(told(message, stands, msg("Name a file below content/posts.")))
        return None
    if files.exists(path) or path.startswith("../"):
        return path
    return _other_file(files, path, stands)


def _other_file(files: Files, path: str, stands: Place) -> str | None:
    """The same name in another Unicode form, or None and the finding that names the nearest."""
    folder, _, name = path.rpartition("/")
    names = files.names(folder) if files.is_folder(folder) else ()
    other = same_name(name, names)
    if other is not None:
        return f"{folder}/{other}"
    near = nearest(name, names)
    mend = msg("Write the name of a file that is there, below content/.")
    meant = f"{folder}/{near}".removeprefix("content/") if near else None
    if path.startswith("content/content/") and files.exists(path.removeprefix("content/")):
        meant = path.removeprefix("content/content/")
    elif path.startswith("content/") and files.exists(f"content/posts/{path.removeprefix('content/')}"):
        meant = f"posts/{path.removeprefix('content/')}"
    files.findings.append(not_known(msg("There is no file “{path}”.", path=path), stands, meant, mend))
    return None


def _inline(files: Files, entry: Entry, node: Node) -> Body:
    """An inline text, and where its first line stands."""
    text = entry.text or ""
    found = at(node, ("text",))
    if not isinstance(found, Scalar):
        return Body(text, entry.place.file, entry.place.line)
    if found.style not in ("|", ">"):
        return Body(text, found.file, found.line, found.column - 1 + len(found.style))
    lines = _LINE_END.split(files.texts.get(found.file, ""))
    for number in range(found.line, len(lines)):
        if lines[number].strip():
            skipped = len(text) - len(text.lstrip("\n"))
            indent = len(lines[number]) - len(lines[number].lstrip(" "))
            first = text.lstrip("\n").split("\n", 1)[0]
            return Body(text, found.file, number + 1 - skipped, indent - (len(first) - len(first.lstrip(" "))))
    return Body(text, found.file, found.line)
