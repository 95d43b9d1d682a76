"""What an export of WordPress holds → posts; its pictures are listed, with the place in which each is looked for."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from valuegen.bring.bodies import host_of, inner_of, of_the_old
from valuegen.bring.clean import id_of, many_lines, moment_of, one_line
from valuegen.bring.html import markdown_of
from valuegen.bring.kinds import may_sell, nearly_sells, sells
from valuegen.bring.parts import At, Brought, Item, Left, Post, Refused, Value
from valuegen.bring.rows import named
from valuegen.bring.wxr import Export, Written, read_export
from valuegen.bring.wxr_left import TAKEN, strangers, untaken
from valuegen.judge.writings import ground_of
from valuegen.model.alias import read_alias
from valuegen.model.values import Wrong
from valuegen.model.workspace import Workspace
from valuegen.plan import addresses
from valuegen.prose import parse
from valuegen.prose.entities import entities_undone
from valuegen.words import Message, msg, nmsg

_UPLOADS = "wp-content/uploads/"
_SHORTCODE = re.compile(r"(?<![\\!\]])\[/?([a-z][a-z0-9_-]{2,40})(?:\s[^\]\[\n]*)?\](?!\()")
_GALLERY = re.compile(r"\[gallery\b[^\]\n]*?\bids=[\"']?([\d, ]+)[\"']?[^\]\n]*\]")
_IMAGE = re.compile(r"!\[([^\]\[\n]*)\]\(<?(https?://[^)\s>]+)>?(?:\s+\"[^\"\n]*\")?\)")


@dataclass
class Reader:
    """Reads an export for one workspace on one day; its lists grow as it does."""

    export: Export
    workspace: Workspace
    today: date
    segment: str | None
    old: Mapping[str, str] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    looks: list[Left] = field(default_factory=list)
    here: list[Left] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    entries: list[Item] = field(default_factory=list)
    files: dict[str, tuple[At, str]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    strangers: Counter[str] = field(default_factory=Counter)
    plain: int = 0

    @cached_property
    def pictures(self) -> Mapping[str, Written]:
        """What was uploaded, by its number."""
        return {one.id: one for one in self.export.items if one.kind == "attachment" and one.url}

    @property
    def home(self) -> str:
        """The host at which the blog was published."""
        return host_of(self.export.base)

    def take(self, one: Written, slug: str) -> None:
        """A post or a page more, unless it is here already."""
        if slug in {entry.slug for entry in self.workspace.entries}:
            self.here.append(Left(one.at, msg("An entry “{slug}” is here already.", slug=slug)))
            return
        try:
            text = self._text(one)
            keys = dict(self._keys(one, slug, text))
        except Refused as refused:
            self.left.append(Left(refused.at, refused.why))
            return
        except Wrong as wrong:
            self.left.append(Left(one.at, wrong.message))
            return
        file = f"content/posts/{slug}.md"
        if (self.workspace.root / file).exists():
            self.left.append(Left(one.at, msg("“{file}” is here already, and is another file.", file=file)))
        elif keys["status"] == "draft":
            segments = (self.segment,) if self.segment else tuple(self.workspace.segments)
            rest = {key: value for key, value in keys.items() if key not in ("date", "updated", "aliases", "segments")}
            self.posts.append(Post(file, {}, re.sub(r"\A---", "***", text), one.at))
            self.entries.append(Item({**rest, "segments": segments, "body": file.removeprefix("content/")}, one.at))
            if "date" in keys:
                why = msg("A draft waits in the backlog, without {keys}.", keys=("date",))
                self.left.append(Left(one.at, why, partly=True))
        else:
            self.posts.append(Post(file, keys, text, one.at))

    def _keys(self, one: Written, slug: str, text: str) -> Iterator[tuple[str, Value]]:
        title = one_line(entities_undone(one.title)) if one.title else ""
        if not title:
            raise Wrong(msg("There is no title."))
        is_draft = one.is_draft
        if one.is_locked:
            self.looks.append(Left(one.at, msg("“{title}” was behind a password: it waits as a draft.", title=title)))
        moment = moment_of(one.moment, "UTC") if one.moment and not one.moment.startswith("0000") else ""
        if not moment and not is_draft:
            raise Wrong(msg("It has no day."))
        yield "title", title
        if moment:
            yield "date", moment
        yield "slug", slug
        yield "kind", self._kind(one, title, text)
        yield "status", "draft" if is_draft else "done" if moment[:10] < self.today.isoformat() else "ready"
        if self.segment:
            yield "segments", (self.segment,)
        if topics := tuple(dict.fromkeys(map(one_line, map(entities_undone, one.topics)))):
            yield "topics", topics
        if author := self._author(one):
            yield "author", author
        if summary := self._summary(one):
            yield "summary", summary
        updated = one.modified[:10]
        if moment[:10] < updated <= self.today.isoformat() and re.fullmatch(r"\d{4}-\d{2}-\d{2}", updated):
            yield "updated", updated
        if aliases := tuple(self._aliases(one, slug, moment)):
            yield "aliases", aliases
        if image := self._image(one):
            yield "image", image

    def _kind(self, one: Written, title: str, text: str) -> str:
        if one.kind == "page":
            self.looks.append(Left(one.at, msg("“{title}” was a page: it is a post of its day now.", title=title)))
        if sells(title, text, ground_of(self.workspace.settings)):
            self.looks.append(Left(one.at, msg("“{title}”: taken for `{kind}`.", title=title, kind="pitch")))
            return "pitch"
        if may_sell(title, text, ground_of(self.workspace.settings)):
            self.looks.append(Left(one.at, nearly_sells(title)))
            return "reference"
        self.plain += 1
        return "reference"

    def _author(self, one: Written) -> str:
        people = {id: person.name for id, person in self.workspace.people.items()}
        for name in filter(None, (self.export.authors.get(one.author), one.author)):
            found = named((name,), people)
            if isinstance(found, tuple):
                return found[0]
        self.strangers[self.export.authors.get(one.author) or one.author] += 1
        return ""

    def _image(self, one: Written) -> Mapping[str, Value]:
        """The picture that stands for it, where it is here already; else it is told what to do."""
        number = one.meta.get("_thumbnail_id", "")
        picture = self.pictures.get(number)
        path = _path(picture.url, self.home) if picture else None
        if picture and path and (self.workspace.root / "content/static" / path).is_file():
            alt = " ".join(picture.meta.get("_wp_attachment_image_alt", "").split())
            return {"src": path, **({"alt": alt} if alt else {})}
        if number:
            self.left.append(Left(one.at, _without_image(number, picture.url if picture else "", path), partly=True))
        return {}

    def _summary(self, one: Written) -> str:
        said = one.excerpt or one.meta.get("_yoast_wpseo_metadesc", "")
        plain = entities_undone(re.sub(r"<[^<>]*>", " ", said)).strip()
        return one_line(plain) if plain else ""

    def _aliases(self, one: Written, slug: str, moment: str) -> Iterator[str]:
        """The address at which it was published."""
        parts = urlsplit(one.link)
        if one.is_draft or parts.query or parts.path in ("", "/"):
            return
        now = addresses.post(self.workspace.settings.site.permalinks, slug, date.fromisoformat(moment[:10]))
        try:
            alias = read_alias(parts.path)
        except Wrong as wrong:
            self.left.append(Left(one.at, msg("Without `{key}`: {why}", key="aliases", why=wrong.message), partly=True))
            return
        if alias.rstrip("/").casefold() != now.rstrip("/").casefold() and alias not in self.said:
            self.said.add(alias)
            yield alias

    def _text(self, one: Written) -> str:
        text = many_lines(markdown_of(_GALLERY.sub(self._gallery, one.html), one.at))
        text = _IMAGE.sub(lambda found: self._picture(one, found), text)
        for target in dict.fromkeys(link.target for link in parse(text, self.workspace.settings.site.language).links):
            new = self._target(one, target)
            if new:
                text = text.replace(f"]({target}", f"]({new}").replace(f"<{target}>", f"[{target}]({new})")
        for name in dict.fromkeys(found[1] for found in _SHORTCODE.finditer(text)):
            self.looks.append(Left(one.at, of_the_old(name)))
        return text

    def _gallery(self, found: re.Match[str]) -> str:
        """The pictures of a gallery, where the export knows them all."""
        numbers = [number.strip() for number in found[1].split(",") if number.strip()]
        if not all(number in self.pictures for number in numbers):
            return found[0]
        shown = (self.pictures[number] for number in numbers)
        return "".join(f'<p><img src="{escape(one.url)}" alt="{escape(one.title)}"></p>' for one in shown)

    def _target(self, one: Written, target: str) -> str | None:
        """Where a link of the old blog leads now; None: as it is, which is told where nothing stands there any more."""
        address, sign, anchor = target.partition("#")
        path = _path(address, self.home)
        if path is None:
            return None
        slug = self.old.get(address.rstrip("/")) or self.old.get(f"/{path}".rstrip("/"))
        if slug:
            return f"entry:{slug}{sign}{anchor}"
        if path.startswith(_UPLOADS):
            return self._saved(one, address, path)
        self.looks.append(Left(one.at, msg("The link to “{target}” leads to no post of the export.", target=target)))
        return None

    def _saved(self, one: Written, address: str, path: str) -> str:
        """Where a file of the blog is looked for; it is told once that it has to be put there."""
        if not (self.workspace.root / "content/static" / path).exists():
            whole = address if "//" in address else f"{self.export.base}/{path}"
            self.files.setdefault(f"content/static/{path}", (one.at, whole))
        return urlsplit(address).path.lstrip("/")

    def _picture(self, one: Written, found: re.Match[str]) -> str:
        """A picture of the blog's own, by the place in which it is looked for; one of another site as a link to it."""
        address = found[2]
        path = _path(address, self.home)
        if path is None:
            return f"[{found[1] or address}]({address})"
        return found[0].replace(address, self._saved(one, address, path))


def _without_image(number: str, address: str, path: str | None) -> Message:
    if path is None:
        why = msg("the export does not hold its picture (number {number}).", number=number)
    else:
        why = msg(
            "save {address} as {place}, then write `image: {shown}` in the post.",
            address=address,
            place=f"content/static/{path}",
            shown=f"{{src: {path}}}",
        )
    return msg("Without `{key}`: {why}", key="image", why=why)


def _path(address: str, home: str) -> str | None:
    """The path of what stood on the blog's own host."""
    inner = inner_of(address, home)
    return None if inner is None else unquote(inner.partition("?")[0]).lstrip("/")


def read_wordpress(path: Path, workspace: Workspace, today: date, segment: Callable[[], str | None]) -> Brought:
    """All posts and pages of an export; `segment`: as for a folder of posts. Raises `Refused`."""
    export = read_export(path)
    taken = [one for one in export.items if one.kind in TAKEN and one.status not in ("trash", "auto-draft", "inherit")]
    left = list(untaken(export, taken, At(path.name)))
    slugs = _slugs(taken)
    whom = segment() if {*slugs} - {entry.slug for entry in workspace.entries} else None
    reader = Reader(export, workspace, today, whom, _old(zip(taken, slugs, strict=True), export.base), left)
    for one, slug in zip(taken, slugs, strict=True):
        reader.take(one, slug)
    reader.left += strangers(reader.strangers, At(path.name))
    if reader.plain:
        kinds = nmsg("{n} post: taken for `reference`.", "{n} posts: taken for `reference`.", reader.plain)
        reader.looks.append(Left(At(path.name), kinds))
    for place, (at, address) in sorted(reader.files.items()):
        reader.looks.append(Left(at, msg("Save {address} as {place}.", address=address, place=place)))
    return Brought(
        posts=tuple(reader.posts),
        entries=tuple(reader.entries),
        here=tuple(reader.here),
        left=tuple(reader.left),
        looks=tuple(reader.looks),
    )


def _slugs(items: list[Written]) -> list[str]:
    """The slug of each; the first of a name bears it, those after it their number in WordPress too."""
    found: dict[str, None] = {}
    for one in items:
        wanted = id_of(unquote(one.slug) or entities_undone(one.title)) or "post"
        number = id_of(one.id or str(one.at.line))
        free, turn = wanted, 1
        while free in found:
            free, turn = (f"{wanted}-{number}", 2) if turn == 1 else (f"{wanted}-{number}-{turn}", turn + 1)
        found[free] = None
    return list(found)


def _old(items: Iterable[tuple[Written, str]], base: str) -> dict[str, str]:
    """The slug of each by its former address, whole and as a path."""
    found: dict[str, str] = {}
    for one, slug in items:
        if not one.is_draft and one.link and not urlsplit(one.link).query:
            found[one.link.rstrip("/")] = slug
            found[urlsplit(one.link).path.rstrip("/")] = slug
            found |= {f"{base}/?{key}={one.id}": slug for key in ("p", "page_id") if one.id}
    found.pop("", None)
    found.pop(base, None)
    return found
