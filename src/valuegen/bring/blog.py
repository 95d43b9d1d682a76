"""A folder of Markdown of another generator → posts, with their pictures, and with addresses that go on working."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from valuegen.bring.bodies import cleaned, inner_of, path_of, place_in
from valuegen.bring.clean import brief
from valuegen.bring.folder import OTHERS, TEXTS, files_of
from valuegen.bring.found import Found, Reader
from valuegen.bring.generators import blog_at, home_of, name_of
from valuegen.bring.kinds import may_sell, nearly_sells, sells
from valuegen.bring.parts import At, Brought, Item, Left, Post, Refused, Value
from valuegen.bring.posts import aliases_of, keys_of
from valuegen.bring.refs import Named
from valuegen.bring.shelf import Shelf
from valuegen.judge.writings import ground_of
from valuegen.model.alias import read_alias
from valuegen.model.entry import Entry
from valuegen.model.values import Wrong
from valuegen.model.workspace import Workspace
from valuegen.plan import addresses
from valuegen.prose import Link, parse
from valuegen.words import Message, msg, nmsg

_KNOWN = ("topics", "author", "summary", "language", "expires", "updated")


@dataclass(slots=True)
class Writer:
    """Makes posts of what was found; its lists grow as it does."""

    reader: Reader
    shelf: Shelf
    segments: tuple[str, ...]
    by_name: Mapping[str, str]
    by_old: Mapping[str, str]
    titles: Mapping[str, str]
    home: str = ""
    posts: list[Post] = field(default_factory=list)
    entries: list[Item] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    plain: int = 0

    def take(self, found: Found) -> None:
        """A post more, unless it is here already."""
        workspace = self.reader.workspace
        if found.slug in {entry.slug for entry in workspace.entries}:
            self.reader.here.append(Left(found.at, msg("An entry “{slug}” is here already.", slug=found.slug)))
            return
        file = self.shelf.place_of(found)
        text = self._text(found, file)
        keys = dict(self._keys(found, file, text))
        if found.draft and found.moment[:10] <= self.reader.today.isoformat():
            self._waits(found, file, keys, text)
        else:
            self.posts.append(Post(file, keys, text, found.at))

    def _waits(self, found: Found, file: str, keys: dict[str, Value], text: str) -> None:
        """A draft that has no day to come waits in the backlog; an entry there has none of the other keys."""
        others = tuple(key for key in keys if key not in Entry.model_fields)
        aliases = ("aliases",) if aliases_of(found.keys) else ()
        lost = (*(("date",) if found.moment else ()), *aliases, *others)
        if lost:
            why = msg("A draft waits in the backlog, without {keys}.", keys=lost)
            self.reader.left.append(Left(found.at, why, partly=True))
        keys = {key: value for key, value in keys.items() if key not in ("date", "segments", *others)}
        body = file.removeprefix("content/")
        self.posts.append(Post(file, {}, re.sub(r"\A---", "***", text), found.at))
        keys = {"title": keys["title"], "slug": found.slug, "segments": self.segments, **keys, "body": body}
        self.entries.append(Item(keys, found.at))

    def _keys(self, found: Found, file: str, text: str) -> Iterator[tuple[str, Value]]:
        reader, today = self.reader, self.reader.today.isoformat()
        yield "title", found.title
        if found.moment:
            yield "date", found.moment
        yield "slug", found.slug
        rest = dict(keys_of(found.keys, reader.workspace, found.name.language, found.moment, reader.today))
        kind = str(rest.pop("kind", "")) or self._kind(found, text)
        yield "kind", kind
        status = "draft" if found.draft else "done" if found.moment[:10] < today else "ready"
        yield "status", status
        if reader.segment:
            yield "segments", (reader.segment,)
        image = rest.pop("image", None)
        known = {key: value for key, value in rest.items() if key in _KNOWN}
        yield from known.items()
        aliases = tuple(self._aliases(found))
        if aliases and not found.draft:
            yield "aliases", aliases
        if isinstance(image, Mapping):
            written = path_of(str(image["src"]), self.home) or str(image["src"])
            source = "" if "://" in written else self.shelf.take(found, file, written)
            if "://" in written:
                why = msg(
                    "“{target}” lies on another site. Save it beside the post, and write its name.", target=written
                )
                found.keys.tell("image", why)
            elif source:
                yield "image", {**image, "src": source}
            elif source is None:
                why = msg("The picture “{target}” is not in the folder.", target=str(image["src"]))
                reader.left.append(Left(found.at, msg("Without `{key}`: {why}", key="image", why=why), partly=True))
            else:
                found.keys.tell("image", msg("there is no file “{name}”.", name=str(image["src"])))
        yield from ((key, value) for key, value in rest.items() if key not in _KNOWN)

    def _kind(self, found: Found, text: str) -> str:
        if sells(found.title, text, ground_of(self.reader.workspace.settings)):
            self.reader.looks.append(
                Left(found.at, msg("“{title}”: taken for `{kind}`.", title=brief(found.title), kind="pitch"))
            )
            return "pitch"
        if may_sell(found.title, text, ground_of(self.reader.workspace.settings)):
            self.reader.looks.append(Left(found.at, nearly_sells(found.title)))
            return "reference"
        self.plain += 1
        return "reference"

    def _aliases(self, found: Found) -> Iterator[str]:
        """Its former addresses, each of them of one post alone."""
        permalinks = self.reader.workspace.settings.site.permalinks
        now = addresses.post(permalinks, found.slug, date.fromisoformat(found.moment[:10])) if found.moment else ""
        for written in (found.old, *aliases_of(found.keys)):
            if not written:
                continue
            try:
                alias = read_alias(re.sub(r"^https?://[^/]+", "", written))
            except Wrong as wrong:
                found.keys.tell("aliases", wrong.message)
                continue
            if alias.rstrip("/").casefold() not in (now.rstrip("/").casefold(), found.slug) and alias not in self.said:
                self.said.add(alias)
                yield alias

    def _text(self, found: Found, file: str) -> str:
        at = At(found.file, found.head.line)
        text = cleaned(found.head.text, at, self._linked, self.home, self.reader.looks)
        language = self.reader.workspace.settings.site.language
        for link in {link.target: link for link in parse(text, language).links}.values():
            old = inner_of(link.target, self.home)
            if old is None:
                continue
            new = self._target(found, file, old)
            if new is None and old != "/":
                self.reader.looks.append(Left(place_in(found.head.text, old.partition("#")[0], at), _lost(link)))
                new = old.lstrip("/") if link.kind == "image" else None
            if new and new != link.target:
                text = text.replace(f"]({link.target}", f"]({new}").replace(f"](<{link.target}>", f"](<{new}>")
        return text

    def _target(self, found: Found, file: str, target: str) -> str | None:
        """Where a link inside the old blog leads now; None: nothing of it is there, "": it could not be copied."""
        path, sign, anchor = target.partition("#")
        if path.endswith(TEXTS):
            post = self._linked(target)
            return post.target if post else None
        slug = self.by_old.get(path) or self.by_old.get(f"{path}/") or self.by_old.get(f"{path.rstrip('/')}.html")
        if slug:
            return f"entry:{slug}{sign}{anchor}"
        return self.shelf.take(found, file, unquote(path))

    def _linked(self, name: str) -> Named | None:
        path, sign, anchor = name.partition("#")
        stem = name_of(path.rpartition("/")[2] if "." in path else f"{path.rpartition('/')[2]}.md").stem
        if stem in ("index", "_index"):
            stem = name_of(path.lstrip("./")).stem
        slug = self.by_name.get(stem)
        return Named(f"entry:{slug}{sign}{anchor}", self.titles[slug]) if slug else None


def _lost(link: Link) -> Message:
    if link.kind == "image":
        return msg("The picture “{target}” is not in the folder.", target=link.target)
    return msg("The link to “{target}” leads to no post and no file of the folder.", target=link.target)


def _foreign(folder: Path, paths: list[str]) -> Iterator[Left]:
    """The texts of a blog that are no Markdown; HTML is one only where it has a head."""
    for path in paths:
        is_text = path.casefold().endswith(OTHERS)
        if not is_text and path.casefold().endswith((".html", ".htm")):
            with (folder / path).open("rb") as file:
                is_text = file.read(3) in (b"---", b"+++")
        if is_text:
            yield Left(At(path), msg("It is no Markdown, and only Markdown is read: convert it to `.md`."))


def read_blog(
    source: Path,
    workspace: Workspace,
    today: date,
    segment: Callable[[], str | None],
    month_first: bool | None = None,
) -> Brought:
    """All posts of a folder, or the one of a file. Raises `Refused`.

    `segment`: what tells whom they are for (None: all), asked where there are new ones. `month_first`: how their days
    are written (None: as they show).
    """
    left: list[Left] = []
    folder = (source if source.is_dir() else source.parent).resolve()
    paths = files_of(folder, left) if source.is_dir() else [source.name]
    if not source.exists():
        raise Refused(At(source.name), msg("There is no such file."))
    reader = Reader(blog_at(folder), workspace, today, month_first, left=left)
    left += _foreign(folder, paths)
    found = reader.found(folder, (path for path in paths if path.endswith(TEXTS)))
    if not found and not left:
        raise Refused(At(source.name), msg("There is no post in this folder."))
    here = {entry.slug for entry in workspace.entries}
    reader.segment = segment() if any(one.slug not in here for one in found) else None
    shelf = Shelf(reader.blog, folder, workspace, left)
    writer = Writer(
        reader,
        shelf,
        (reader.segment,) if reader.segment else tuple(workspace.segments),
        {one.name.stem: one.slug for one in reversed(found)},
        {one.old: one.slug for one in reversed(found) if one.old},
        {one.slug: one.title for one in found},
        home_of(reader.blog),
    )
    for one in found:
        writer.take(one)
    if writer.plain:
        kinds = nmsg("{n} post: taken for `reference`.", "{n} posts: taken for `reference`.", writer.plain)
        reader.looks.append(Left(At(source.name), kinds))
    return Brought(
        posts=tuple(writer.posts),
        entries=tuple(writer.entries),
        copies=shelf.copies,
        here=tuple(reader.here),
        left=tuple(left),
        looks=tuple(reader.looks),
    )
