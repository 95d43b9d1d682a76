"""The head of another generator's post → the keys of an entry; what is no key here is kept under its own name."""

from collections.abc import Iterator, Mapping
from datetime import date

from valuegen.bring.clean import id_of, one_line, table_moment
from valuegen.bring.covers import NAMES, cover_of
from valuegen.bring.parts import At, Left, Value
from valuegen.bring.rows import named
from valuegen.model.said import kind_said
from valuegen.model.values import YES, Wrong, is_id
from valuegen.model.workspace import Workspace
from valuegen.read.posts import is_an_entrys
from valuegen.words import Message, msg

_TITLE = ("title",)
_DATE = ("date", "publishdate", "pubdate", "created", "created_at", "published_at", "date_published")
_UPDATED = ("lastmod", "modified", "updated", "last_modified_at", "last-modified", "updated_at")
_TOPICS = ("tags", "categories", "category", "tag", "topics")
_SUMMARY = ("summary", "description", "excerpt")
_AUTHOR = ("author", "authors")
_LANGUAGE = ("lang", "language", "locale")
_ALIASES = ("aliases", "redirect_from", "redirects")
_STATUS = ("draft", "published", "status")
_ADDRESS = ("url", "permalink", "slug")
_EXPIRES = ("expirydate", "expires")
_TAKEN = frozenset((*_TITLE, *_DATE, *_UPDATED, *_TOPICS, *_SUMMARY, *_ADDRESS, *_STATUS, *_ALIASES, *_EXPIRES, "kind"))


class Keys:
    """The keys of one post, read one by one; what can't be read is told in `left`, and kept as it was.

    `month_first`: how its days are written.
    """

    def __init__(self, raw: Mapping[str, Value], at: At, left: list[Left]) -> None:
        self.raw, self.at, self.left, self.month_first = dict(raw), at, left, False
        self.kept: dict[str, Value] = {}
        dates = self.raw.get("date")
        if isinstance(dates, Mapping):  # MkDocs: {created: …, updated: …}
            self.raw = {**self.raw, "date": dates.get("created", ""), "updated": dates.get("updated", "")}

    def text(self, *names: str) -> str:
        """The text under the first of some keys that has one."""
        found = (self.raw.get(name) for name in names)
        return next((one for one in found if isinstance(one, str) and one.strip()), "")

    def many(self, *names: str) -> tuple[str, ...]:
        """All texts under some keys; of one text, its parts between commas."""
        found: list[str] = []
        for name in names:
            value = self.raw.get(name, "")
            parts = value.split(",") if isinstance(value, str) else value
            found += [" ".join(part.split()) for part in parts if isinstance(part, str)]
        return tuple(dict.fromkeys(filter(None, found)))

    def tell(self, key: str, why: Message) -> None:
        """Say that a key was not taken."""
        self.left.append(Left(self.at, msg("Without `{key}`: {why}", key=key, why=why), partly=True))


def title_of(keys: Keys) -> str:
    """Its title. Raises `Wrong`."""
    if not keys.text("title"):
        raise Wrong(msg("There is no title."))
    return one_line(keys.text("title"))


def moment_said(keys: Keys, zone: str, of_name: str) -> str:
    """Its day, perhaps with a time; "" where none is said. Raises `Wrong`."""
    said = keys.text(*_DATE) or of_name
    return table_moment(said, zone, keys.month_first) if said else ""


def days_said(keys: Keys) -> Iterator[str]:
    """The days that it says, as they are written, its own first."""
    yield from filter(None, (keys.text(*names) for names in (_DATE, _UPDATED, _EXPIRES)))


def slug_said(keys: Keys, of_name: str, title: str) -> str:
    """Its slug: the one it says, else that of its file, else of its title."""
    said = keys.text("slug").strip("/").rpartition("/")[2]
    return said if is_id(said) else id_of(said or of_name or title)


def is_draft(keys: Keys, in_drafts: bool) -> bool:
    """Whether it is a draft, in any of the ways to say so."""
    said = keys.text("status").casefold()
    is_said = keys.text("draft").casefold() in YES or said in ("draft", "hidden", "idea", "review")
    return in_drafts or is_said or keys.text("published").casefold() == "false"


def in_words(raw: Mapping[str, Value]) -> Mapping[str, Value]:
    """A head of Jekyll: there, tags and categories in one line are parted by spaces."""
    lists = {key: raw[key] for key in ("tags", "categories") if key in raw}
    return {**raw, **{key: tuple(one.replace(",", " ").split()) for key, one in lists.items() if isinstance(one, str)}}


def topics_of(keys: Keys) -> tuple[str, ...]:
    """Tags and categories."""
    return keys.many(*_TOPICS)


def keys_of(keys: Keys, workspace: Workspace, language: str, day: str, today: date) -> Iterator[tuple[str, Value]]:
    """What else it says, in the order of an entry, then what is no key here."""
    if kind := kind_said(keys.text("kind")):
        yield "kind", kind
    if topics := topics_of(keys):
        yield "topics", topics
    yield from _author(keys, workspace)
    if summary := _line(keys, *_SUMMARY):
        yield "summary", summary
    yield from _language(keys, workspace, language)
    yield from _days(keys, day, today)
    yield from _image(keys)
    yield from _others(keys)


def _line(keys: Keys, *names: str) -> str:
    return " ".join(keys.text(*names).split())


def _author(keys: Keys, workspace: Workspace) -> Iterator[tuple[str, Value]]:
    said = keys.many(*_AUTHOR)
    people = {id: one.name for id, one in workspace.people.items()}
    found = named(said[:1], people)
    if isinstance(found, tuple) and found:
        yield "author", found[0]
        return
    for name in _AUTHOR:
        if name in keys.raw:
            keys.kept[name] = keys.raw[name]


def _language(keys: Keys, workspace: Workspace, of_name: str) -> Iterator[tuple[str, Value]]:
    said = (keys.text(*_LANGUAGE) or of_name).replace("_", "-")
    base = said.partition("-")[0].lower()
    site = workspace.settings.site.language
    if base in workspace.languages and base != site.partition("-")[0]:
        yield "language", base
    elif said and base != site.partition("-")[0]:
        keys.kept["lang"] = said


def _days(keys: Keys, day: str, today: date) -> Iterator[tuple[str, Value]]:
    for name, names in (("expires", _EXPIRES), ("updated", _UPDATED)):
        said = keys.text(*names)
        try:
            read = table_moment(said, "UTC", keys.month_first)[:10] if said else ""
        except Wrong as wrong:
            keys.tell(name, wrong.whole)
            continue
        is_fit = name != "updated" or day[:10] < read <= today.isoformat()
        if read and is_fit:
            yield name, read


def _image(keys: Keys) -> Iterator[tuple[str, Value]]:
    """Its picture; every other one that it names is kept under its own name."""
    name, source, alt = cover_of(keys.raw)
    if source:
        yield "image", {"src": source, **({"alt": " ".join(alt.split())} if alt.strip() else {})}
    others = (one for one in NAMES if one in keys.raw)
    keys.kept |= {
        one: keys.raw[one] for one in others if one != name or (len(keys.raw[one]) > 1 and _is_list(keys.raw[one]))
    }


def _is_list(value: Value) -> bool:
    return isinstance(value, tuple)


def _others(keys: Keys) -> Iterator[tuple[str, Value]]:
    used = {*_TAKEN, *_AUTHOR, *_LANGUAGE}
    rest = {key: value for key, value in keys.raw.items() if key not in used and key not in NAMES}
    rest |= keys.kept
    for key, value in rest.items():
        if value not in ("", ()):
            yield (f"original_{key}" if is_an_entrys(key) or key in ("extra", "body", "text") else key), value


def aliases_of(keys: Keys) -> tuple[str, ...]:
    """The former addresses that it says itself."""
    return keys.many(*_ALIASES)
