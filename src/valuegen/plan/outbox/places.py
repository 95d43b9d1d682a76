"""Where links lead from outside the site: the whole addresses of what is, or will be, a page of it."""

import posixpath
from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import quote, unquote

from valuegen.plan import addresses
from valuegen.plan.types import Occurrence, Plan

NOWHERE = "#"
"""What a target that leads to no page of the site becomes: its words stay, as words."""
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


class Places:
    """The pages of a plan's entries, by slug and by file; made once, never changed."""

    def __init__(self, plan: Plan) -> None:
        site = plan.workspace.settings.site
        self._url = site.url.rstrip("/")
        self._permalinks = site.permalinks
        self._written = plan.prose.keys()
        self._statics = plan.workspace.statics
        pages = [one for one in plan.occurrences if one.publishes and one.day and one.entry.slug in plan.prose]
        self._by_slug: Mapping[str, Occurrence] = {one.entry.slug: one for one in reversed(pages)}
        self._by_file = {one.entry.written.file: one.entry.slug for one in pages if one.entry.written}

    def page_of(self, occurrence: Occurrence) -> str:
        """The address that an entry has, or will have; "" for one that is no page."""
        if not occurrence.publishes or occurrence.day is None or occurrence.entry.slug not in self._written:
            return ""
        return self._url + quote(addresses.post(self._permalinks, occurrence.entry.slug, occurrence.day))

    def resolver(self, occurrence: Occurrence, day: date) -> Callable[[str, str], str]:
        """What `Prose.html_with` asks for, as it will be on a day. A picture goes nowhere: nothing is fetched."""

        def resolve(target: str, kind: str) -> str:
            if kind == "image":
                return NOWHERE
            if target.lower().startswith(_OUTSIDE):
                return target
            return self._inside(occurrence, target, day)

        return resolve

    def _inside(self, occurrence: Occurrence, target: str, day: date) -> str:
        path, mark, anchor = target.partition("#")
        if not path:
            return NOWHERE
        if path.startswith("entry:"):
            return self._entry(path.removeprefix("entry:"), mark + anchor, day)
        plain = unquote(path)
        folder = posixpath.dirname(occurrence.entry.written.file) if occurrence.entry.written else ""
        sibling = self._by_file.get(posixpath.normpath(posixpath.join(folder, plain)))
        if sibling is not None:
            return self._entry(sibling, mark + anchor, day)
        file = self._statics.get(posixpath.normpath(plain.lstrip("/")))
        return f"{self._url}/{quote(file.address.lstrip('/'))}" if file else NOWHERE

    def _entry(self, slug: str, anchor: str, day: date) -> str:
        found = self._by_slug.get(slug)
        if found is None or found.day is None or found.day > day or found.status not in ("ready", "done"):
            return NOWHERE
        if found.entry.expires is not None and found.entry.expires <= day:
            return NOWHERE
        return self.page_of(found) + anchor
