"""The posts that are found in a folder: what their heads and their paths say."""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from valuegen.bring.clean import shows_order
from valuegen.bring.generators import JEKYLL, Blog, Name, address_of, name_of
from valuegen.bring.heads import Head, head_of
from valuegen.bring.orders import Dated, look_at
from valuegen.bring.parts import At, Left, Refused
from valuegen.bring.posts import Keys, days_said, in_words, is_draft, moment_said, slug_said, title_of
from valuegen.bring.source import MIB, data_of, utf8_of
from valuegen.model.values import Wrong
from valuegen.model.workspace import Workspace
from valuegen.words import msg

MOST = MIB
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """A post that was found: its head, what its path says (`inner`: within the texts of the blog), its day, its
    slug, and where it was published."""

    file: str
    inner: str
    head: Head
    keys: Keys
    name: Name
    title: str
    moment: str
    slug: str
    draft: bool
    old: str = ""

    @property
    def at(self) -> At:
        """The post as a place."""
        return At(self.file)


class _Opened(NamedTuple):
    """A file that has a head: its keys, and the days that they say, the post's own first."""

    path: str
    head: Head
    keys: Keys
    days: tuple[Dated, ...]


@dataclass(slots=True)
class Reader:
    """Reads the posts of a blog for one workspace on one day; its lists grow as it does.

    `month_first`: how their days are written (None: as they show).
    """

    blog: Blog
    workspace: Workspace
    today: date
    month_first: bool | None = None
    segment: str | None = None
    left: list[Left] = field(default_factory=list)
    looks: list[Left] = field(default_factory=list)
    here: list[Left] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)

    def found(self, folder: Path, paths: Iterable[str]) -> list[Found]:
        """The posts; where a file holds none, that is told."""
        opened = list(filter(None, (self._told(path, self._opened, folder, path) for path in paths)))
        month_first = self._is_month_first([day for one in opened for day in one.days])
        for one in opened:
            one.keys.month_first = month_first
        return list(filter(None, (self._told(one.path, self._post, folder, one) for one in opened)))

    def _told(self, path: str, make: Callable[..., T], *given: object) -> T | None:
        """What is made of a file; None, told, where it can't be."""
        try:
            return make(*given)
        except Refused as refused:
            self.left.append(Left(refused.at, refused.why))
        except Wrong as wrong:
            self.left.append(Left(At(path), wrong.message))
        return None

    def _opened(self, folder: Path, path: str) -> _Opened:
        text = utf8_of(data_of(folder / path, MOST, path), path)
        head = head_of(text, path)
        if head is None:
            raise Refused(At(path), msg("It has no front matter, so it is no post."))
        keys = Keys(in_words(head.keys) if self.blog.generator == JEKYLL else head.keys, At(path), self.left)
        lines = text.split("\n", head.line)[: head.line]
        return _Opened(
            path, head, keys, tuple(Dated(At(path, _line_of(lines, said)), said) for said in days_said(keys))
        )

    def _is_month_first(self, days: list[Dated]) -> bool:
        """Whether their days have the month first, as what shows it; it is told where one may be two days."""
        if self.month_first is not None:
            return self.month_first
        is_month = shows_order(day.text for day in days) == "month"
        if (look := look_at(days, frozenset(("date",) if is_month else ()))) is not None:
            self.looks.append(look)
        return is_month

    def _post(self, folder: Path, opened: _Opened) -> Found:
        path, head, keys, days = opened
        inner = _within(self.blog, folder, path)
        name = name_of(inner)
        if path.rpartition("/")[2].startswith("_index."):
            raise Refused(At(path), msg("It is the page of a section, and no post."))
        title = title_of(keys)
        try:
            moment = moment_said(keys, self.workspace.settings.site.timezone, name.day)
        except Wrong as wrong:
            raise Refused(days[0].at if days else At(path), wrong.whole) from None
        draft = is_draft(keys, "_drafts" in path.split("/"))
        if not moment and not draft:
            raise Refused(At(path), msg("It has no date, so it is a page and no post."))
        slug = self._free(slug_said(keys, name.stem, title), moment[:10], name)
        old = (
            ""
            if draft
            else address_of(self.blog, _bare(name), head.keys, slug, moment, keys.many("categories", "category"))
        )
        return Found(path, inner, head, keys, name, title, moment, slug, draft, old)

    def _free(self, wanted: str, day: str, name: Name) -> str:
        """The first of a name bears it; those after it their language or day too: so it is every time."""
        tries = [wanted, *(f"{wanted}-{more}" for more in (name.language, day) if more)]
        number, free = 1, next((one for one in tries if one not in self.made), "")
        while not free or free in self.made:
            number += 1
            free = f"{wanted}-{number}"
        self.made.add(free)
        return free


def _line_of(lines: list[str], said: str) -> int:
    """The line of a head on which a value stands."""
    values = (re.split(r"[:=]", line, maxsplit=1)[1:] for line in lines)
    return next((number for number, value in enumerate(values, 1) if said in "".join(value)), 1)


def _within(blog: Blog, folder: Path, path: str) -> str:
    """The path of a post within the folder of its generator's texts."""
    whole = posixpath.normpath((folder / path).as_posix())
    for start in ((blog.root / blog.content).as_posix(), blog.root.as_posix(), folder.as_posix()):
        if whole.startswith(f"{start.rstrip('/')}/"):
            return whole.removeprefix(f"{start.rstrip('/')}/")
    return path


def _bare(name: Name) -> Name:
    """The name without the folders that never stood in an address."""
    return Name(
        tuple(one for one in name.folders if one not in ("_posts", "_drafts")), name.stem, name.day, name.language
    )
