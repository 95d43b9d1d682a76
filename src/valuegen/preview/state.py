"""What a preview shows at a moment: frozen, replaced as a whole. What was good stays until there is something new."""

import hashlib
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from valuegen.build import INDEX, Survey, indexed, rendered
from valuegen.finding import Finding
from valuegen.leaf import Leaves
from valuegen.pages.public import Public
from valuegen.pages.types import Page, Theme
from valuegen.preview.ways import Ways
from valuegen.render.search import SearchError
from valuegen.render.theme_error import ThemeError

_HASH = re.compile(rb"(assets/[\w/-]+)\.[0-9a-f]{10}\.css")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever looks wants to see: the site of that day (else of today), with drafts, with what is to come."""

    as_of: date | None = None
    drafts: bool = True
    future: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A page, made. `digest` is the same while it looks the same; its style sheets change by themselves."""

    data: bytes
    digest: str


@dataclass(frozen=True)
class State:
    """`number` grows with each change. `pages` are the last that could be made: `is_old` if they are of an earlier
    state, since what is there now can't be shown; `findings` are of now, `broken` those that keep it from being shown.
    `survey` is what it was made of, as far as it went; `public`: what its public pages are made of.
    """

    number: int
    wishes: Wishes
    survey: Survey
    findings: tuple[Finding, ...]
    broken: tuple[Finding, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    theme: Theme | None = None
    language: str = "es"
    ways: Ways = field(default_factory=Ways)
    is_old: bool = False
    memory: "Memory | None" = None
    public: Public | None = None

    @property
    def styles(self) -> dict[str, str]:
        """The style sheets of now: the name of each → its file."""
        assets = self.theme.assets.values() if self.theme else ()
        return {asset.name: asset.path for asset in assets if asset.name.endswith(".css")}


class Memory:
    """The pages of a state that were asked for, each made once. Threads may ask at once.

    Where a template is wrong the page stays as it was in an earlier state (`before`), and `wrong` says why.
    """

    def __init__(
        self, pages: Mapping[str, Page], theme: Theme, language: str, leaves: Leaves, before: "Memory | None" = None
    ) -> None:
        self._pages, self._theme, self._language, self._leaves = pages, theme, language, leaves
        self._good = {address: made for address, made in before.good.items() if address in pages} if before else {}
        self._made: dict[str, Made] = {}
        self._wrong: dict[str, ThemeError] = {}
        self._searched: Mapping[str, Page] | None = None
        self._lock = threading.Lock()

    @property
    def good(self) -> dict[str, Made]:
        """What could be made so far, in this state or before it."""
        return {**self._good, **self._made}

    def page(self, address: str) -> Made | None:
        """A page by its address within the output; None where there is none. Raises `ThemeError`."""
        made = self._made.get(address)
        if made is None and address in self._pages and self._pages[address].form != INDEX:
            with self._lock:
                made = self._made.get(address) or self._make(address)
                self._made[address] = made
        return made if made or address in self._pages else self._of_search(address)

    def with_page(self, page: Page) -> "Memory":
        """The same pages but for one."""
        other = Memory({**self._pages, page.address: page}, self._theme, self._language, self._leaves)
        other._good, other._searched = self.good, self._searched
        other._made = {address: made for address, made in self._made.items() if address != page.address}
        other._wrong = {address: wrong for address, wrong in self._wrong.items() if address != page.address}
        return other

    def _of_search(self, address: str) -> Made | None:
        """A file of the search: they are made all together, when the first is asked for, since that takes a while."""
        index = next((page for page in self._pages.values() if page.form == INDEX), None)
        if index is None or not address.startswith(index.address):
            return None
        with self._lock:
            if self._searched is None:
                try:
                    self._searched = indexed({index.address: index}, self._leaves)
                except SearchError:  # the page of the search says that it can't search; a build says why
                    self._searched = {}
        page = self._searched.get(address)
        return Made(page.view, digest_of(page.view)) if page and isinstance(page.view, bytes) else None

    def wrong(self, address: str) -> ThemeError | None:
        """Why a page is not as it should be now."""
        return self._wrong.get(address)

    def _make(self, address: str) -> Made:
        one = {address: self._pages[address]}
        try:
            made = rendered(one, self._theme, self._language, self._leaves)
        except ThemeError as wrong:
            if address not in self._good:
                raise
            self._wrong[address] = wrong
            return self._good[address]
        return Made(made[address], digest_of(made[address]))


def digest_of(data: bytes) -> str:
    """The same for pages that differ in the hashes of their style sheets alone."""
    return hashlib.blake2b(_HASH.sub(rb"\1.css", data), digest_size=12).hexdigest()
