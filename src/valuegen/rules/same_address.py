"""Two pages want the same address, or one that they can't have.

# Why
One of them would take the other's place, and a link that somebody kept would lead to another text. Some computers
see no difference between `Harina` and `harina`, and some can't hold a file named `con` at all.

# Options
None. Case, Unicode form and compatibility forms make no difference. It can't be silenced or set below `error`, and it
holds for posts of the past too: an address is taken today, whatever the date of what is there.

# Fails
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Qué hay de nuevo, slug: planner, segments: [panaderias], kind: industry}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Qué hay de nuevo, slug: novedades, segments: [panaderias], kind: industry}
```
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from valuegen.finding import Mend
from valuegen.plan import addresses
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.site_pages import SitePage, pages_of
from valuegen.words import Message, msg

NAME = "same-address"
TRAITS = Traits("error", locked=True, reach="addresses", of_segments=True)

OWN_FOLDERS = tuple(folder.strip("/") for folder in addresses.OWN_FOLDERS)
MOST_TRIED, LONGEST_SLUG = 100, 90
LONGEST = 255
"""No file system of our days bears a longer name (counted in bytes of UTF-8)."""
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_SLASH = re.compile("/")
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the later of two pages, and at each page that no file may bear."""
    files: dict[str, SitePage] = {}
    folders: dict[str, SitePage] = {}
    wrong: list[tuple[SitePage, Message]] = []
    for page in pages_of(plan):
        key = folded(page.file)
        parents = _parents(key)
        told = _impossible(page, parents)
        if told is None:
            first = files.get(key) or folders.get(key)
            first = first or next((files[parent] for parent in parents if parent in files), None)
            told = _taken(page, first) if first else None
        if told is not None:
            wrong.append((page, told))
        files.setdefault(key, page)
        for parent in parents:
            folders.setdefault(parent, page)
    taken = _Taken(plan, frozenset(files), frozenset(folders)) if wrong else None
    for page, told in wrong:
        yield _found(page, told, taken.next_slug(page) if taken else None)


def folded(path: str) -> str:
    """A path as a file system sees it that knows neither case nor forms of letters."""
    return path.lower() if path.isascii() else _folded(path)


@cache
def _folded(path: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def _parents(file: str) -> list[str]:
    """Every folder that a file lies in: `a/b/c.html` → `a`, `a/b`."""
    return [file[: found.start()] for found in _SLASH.finditer(file)]


def _impossible(page: SitePage, parents: list[str]) -> Message | None:
    if page.is_own:
        return None
    top = parents[0] if parents else folded(page.file)
    if top in OWN_FOLDERS:
        return msg("{address} is reserved for the program itself.", address=page.address)
    for name in page.file.split("/"):
        if _DEVICE.fullmatch(name.split(".", 1)[0].rstrip()) or _FORBIDDEN.search(name) or name[-1:] in (".", " "):
            return msg("On Windows no file may be named “{name}” ({address}).", name=name, address=page.address)
        if len(name.encode()) > LONGEST:
            return msg("The address {address} is longer than a file's name may be.", address=page.address)
    return None


def _taken(page: SitePage, first: SitePage) -> Message:
    if first.is_own:
        return msg("{address} is reserved for the program itself.", address=page.address)
    if page.file == first.file:
        return msg("{address} is already the address of {other}.", address=page.address, other=first.label)
    if folded(page.file) != folded(first.file):
        return msg(
            "{address} and {taken}, the address of {other}, can't both be: one is a file, the other a folder.",
            address=page.address,
            taken=first.address,
            other=first.label,
        )
    return msg(
        "{address} is too much like {taken}, the address of {other}: on some computers they are the same.",
        address=page.address,
        taken=first.address,
        other=first.label,
    )


class _Taken:
    """What stands on the site already, for who looks for another slug."""

    def __init__(self, plan: Plan, files: frozenset[str], folders: frozenset[str]) -> None:
        self._permalinks = plan.workspace.settings.site.permalinks
        self._slugs = frozenset(entry.slug for entry in plan.workspace.entries)
        self._files, self._folders = files, folders

    def next_slug(self, page: SitePage) -> str | None:
        """The next slug that gives an entry's page an address of its own; None where none would."""
        if page.is_alias or page.occurrence is None or page.occurrence.day is None:
            return None
        slug = page.occurrence.entry.slug
        tried = (f"{slug[:LONGEST_SLUG]}-{number}" for number in range(2, MOST_TRIED))
        return next((one for one in tried if self._is_free(one, page, page.occurrence.day)), None)

    def _is_free(self, slug: str, page: SitePage, day: date) -> bool:
        address = addresses.post(self._permalinks, slug, day)
        new = replace(page, address=address, file=addresses.file_of(address))
        key = folded(new.file)
        parents = _parents(key)
        is_taken = key in self._files or key in self._folders or not self._files.isdisjoint(parents)
        return slug not in self._slugs and not is_taken and _impossible(new, parents) is None


def _found(page: SitePage, message: Message, slug: str | None) -> Found:
    if slug is not None:
        mend = msg("Give the entry another slug, for example: slug: {slug}", slug=slug)
    elif page.is_alias:
        mend = msg("Take it out of `aliases`.")
    elif page.occurrence is not None:
        mend = msg("Give the entry another `slug`, or change `permalinks`.")
    elif page.segment is not None:
        mend = msg("Give the segment another id, or change `permalinks`.")
    elif page.is_static:
        mend = msg("Give the file another name, or put it into another folder.")
    else:
        mend = msg("Give it another name, or change `permalinks`.")
    return Found(
        message=message,
        place=page.place,
        mend=Mend(mend),
        occurrence=page.occurrence,
        segment=page.segment,
        data={"address": page.address},
        past=False,
    )
