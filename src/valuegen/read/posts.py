"""Files of `content/posts/`: those with front matter are entries by themselves, the others are bodies or lie beside."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from valuegen.finding import Finding, Place
from valuegen.leaf import Kept
from valuegen.model.entry import Entry
from valuegen.model.workspace import StaticFile
from valuegen.read.entries import Made, body_findings, entry_of, rest_of
from valuegen.read.files import BODY_LIMIT, Files
from valuegen.read.form import form_of
from valuegen.read.front_matter import split
from valuegen.read.keys import OTHER_NAMES, in_one_way, unknown_key, written_twice
from valuegen.read.nearest import is_one_edit
from valuegen.read.nodes import Map, Node, Scalar, Seq, derived, holding, place, value
from valuegen.read.stored import static_file
from valuegen.read.told import told
from valuegen.read.yaml import parse
from valuegen.words import msg

FOLDER = "content/posts"
_LEAST = ("title", "date")
_FORM = form_of(Entry)
_NEAR = tuple(key for key in (*_FORM.keys, *OTHER_NAMES, "draft") if key != "extra")
"""A key within one edit of these is taken for a slip of the pen."""


class PostRead(NamedTuple):
    """What was read of one file: a function of its path, its text, all segments, and whether all bodies are named.

    `whole`: its head could be read.
    """

    made: Made | None = None
    findings: tuple[Finding, ...] = ()
    whole: bool = True


KeptPosts = Kept[tuple[str, str, tuple[str, ...], bool], PostRead]
"""What was read of posts, by all that `read_post` is given."""


@dataclass(slots=True)
class Posts:
    """What `content/posts/` holds. `whole`: every head could be read."""

    made: list[Made] = field(default_factory=list)
    beside: dict[str, StaticFile] = field(default_factory=dict)
    whole: bool = True


def read_posts(
    files: Files,
    named: Mapping[str, Place],
    segments: tuple[str, ...],
    all_named: bool,
    kept: KeptPosts | None = None,
    told: Callable[[Entry], None] | None = None,
) -> Posts:
    """Read the folder.

    `named`: the files that bodies name, and where (`all_named`: of all entries in the calendar); `segments`: all of
    them, the default of a front matter; `told` is told of each entry as soon as it is read.
    """
    posts = Posts()
    if not files.exists(FOLDER):
        return posts
    for path in files.walk(FOLDER):
        if path.casefold().endswith(".md"):
            text = None if path in named else files.texts.get(path) or files.text(path, BODY_LIMIT)
            if text is not None:
                read = _remembered(kept, path, text, segments, all_named)
                _take(posts, files, read)
                if told and read.made and read.made.entry:
                    told(read.made.entry)
        else:
            file = static_file(files, path, path.removeprefix(f"{FOLDER}/"))
            if file is not None:
                posts.beside[file.address] = file
    return posts


def _take(posts: Posts, files: Files, read: PostRead) -> None:
    files.findings += read.findings
    posts.whole = posts.whole and read.whole
    if read.made is not None:
        posts.made.append(read.made)
        if read.made.partial is not None:
            files.texts.lend(read.made.partial.written)


def _remembered(kept: KeptPosts | None, path: str, text: str, segments: tuple[str, ...], all_named: bool) -> PostRead:
    if kept is None:
        return read_post(path, text, segments, all_named)
    key = (path, text, segments, all_named)
    read = kept.get(key)
    if read is None:
        read = read_post(*key)
        kept.put(key, read)
    return read


def read_post(path: str, text: str, segments: tuple[str, ...], all_named: bool) -> PostRead:
    """What one file holds. Pure: the same comes of the same."""
    parted = split(text)
    if parted.head is None:
        return PostRead(None, tuple(_unused(path, text, all_named)))
    if not parted.closed:
        message = msg("The front matter that begins here is never closed.")
        mend = msg("Close it with a line of three hyphens: ---")
        return PostRead(None, (told(message, Place(path, 1, 1), mend),), whole=False)
    findings: list[Finding] = []
    parsed = parse(parted.head, path, 2)
    findings.extend(parsed.findings)
    made = _entry(findings, path, parsed.root, segments) if parsed.root is not None or parsed.whole else None
    if made is not None:
        findings += body_findings(parted.text, path, parted.line)
        if made.partial is not None:
            made.partial.hold(rest_of(text, path, len(text) - len(parted.text), parted.line))
    return PostRead(made, tuple(findings), parsed.whole)


def _unused(path: str, text: str, all_named: bool) -> Iterator[Finding]:
    if text.startswith("+++"):
        message = msg("This front matter is not YAML.")
        mend = msg("Write it as YAML, between two lines of three hyphens, with `title` and `date`.")
        yield told(message, Place(path, 1, 1), mend)
    elif all_named:
        message = msg("No entry names this file, so it is not published.")
        mend = msg("Write “body: {path}” in an entry, or give it front matter.", path=path.removeprefix("content/"))
        yield told(message, Place(path, 1, 1), mend, "note")


def _entry(findings: list[Finding], path: str, root: Node | None, segments: tuple[str, ...]) -> Made | None:
    if not isinstance(root, Map) or value(root, "title") is None or value(root, "date") is None:
        findings += _no_entry(root, path)
        return None
    findings += _second_texts(root)
    return entry_of(findings, _with_defaults(findings, root, segments), ())


def _no_entry(root: Node | None, path: str) -> Iterator[Finding]:
    """Why a head is not an entry's: the slip of the pen by which it is none, or what it lacks."""
    written = root.items if isinstance(root, Map) else {}
    meant = {key: one for key in written for one in _LEAST if one not in written and is_one_edit(key, one)}
    for key, one in meant.items():
        yield unknown_key(written[key][0], one, _LEAST)
    if not meant:
        message = msg("This front matter is not that of an entry: it needs at least `title` and `date`.")
        mend = msg("Write both, or remove the front matter and name the file as the body of an entry.")
        yield told(message, Place(path, 1, 1), mend)


def _second_texts(root: Map) -> Iterator[Finding]:
    """`body` and `text`: the file is the text itself."""
    for key in ("body", "text"):
        if value(root, key) is not None:
            message = msg("The text of this entry is what comes below its front matter.")
            yield told(message, place(root.items[key][0]), msg("Remove `{key}`.", key=key))


def _with_defaults(findings: list[Finding], root: Map, segments: tuple[str, ...]) -> Map:
    """The head of a post as an entry: other generators' names, unknown keys under `extra`, and the defaults."""
    items: dict[str, tuple[Scalar, Node]] = {}
    extra: dict[str, tuple[Scalar, Node]] = {}
    draft: Node | None = None
    for key, (name, node) in root.items.items():
        other = OTHER_NAMES.get(key)
        if key == "draft":
            draft = node
        elif other and other in items:
            findings.append(written_twice(name, items[other][0]))
        elif other:
            items[other] = (name, node)
        elif key in items:
            findings.append(written_twice(name, items[key][0]))
        elif is_an_entrys(key):
            items[key] = (name, node)
        else:
            extra[key] = (name, node)
    whole, wrong = in_one_way(holding(root, items), _FORM)
    findings += wrong
    filled = {**whole.items}
    title = next(iter(root.items.values()))[0]
    status = _status(findings, draft)
    for key, text in (("channels", "blog"), ("kind", "reference"), ("status", status)):
        if value(whole, key) is None:
            filled[key] = (title, derived(text, title))
    if value(whole, "segments") is None and value(whole, "contacts") is None and segments:
        every = Seq(tuple(derived(id, title) for id in segments), True, title.file, title.line, title.column)
        filled["segments"] = (title, every)
    if extra:
        filled["extra"] = (title, holding(whole, extra))
    return holding(whole, filled)


@lru_cache(1024)
def is_an_entrys(key: str) -> bool:
    """Whether a key is one of an entry, or may be a slip of the pen for one."""
    return key != "extra" and (key in _NEAR or any(is_one_edit(key, known) for known in _NEAR))


def _status(findings: list[Finding], draft: Node | None) -> str:
    """`draft: true` is a draft, otherwise it is ready."""
    if isinstance(draft, Seq) and len(draft.items) == 1:
        draft = draft.items[0]
    if draft is None or (isinstance(draft, Scalar) and draft.text.lower() in ("", "false", "no")):
        return "ready"
    if not isinstance(draft, Scalar) or draft.text.lower() not in ("true", "yes", "sí", "si"):
        findings.append(told(msg("`draft` is neither true nor false."), place(draft), msg("Write true or false.")))
    return "draft"
