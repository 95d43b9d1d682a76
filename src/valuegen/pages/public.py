"""The public site: every page of `public/`, by its address, not yet rendered."""

from collections.abc import Iterator, Mapping

from valuegen.pages.feeds import feed_pages, machine_pages
from valuegen.pages.frame import ICON, TREE, is_public, site_view
from valuegen.pages.home import home_pages
from valuegen.pages.hubs import hub_pages
from valuegen.pages.lists import archive_pages, author_pages, index_pages, topic_pages
from valuegen.pages.posts import post_pages
from valuegen.pages.public_plan import public_plan
from valuegen.pages.shelves import Shelves, shelves_of
from valuegen.pages.targets import files_shown
from valuegen.pages.types import Page, Theme
from valuegen.plan import addresses
from valuegen.plan.types import Plan


def public_pages(plan: Plan, *, drafts: bool = False, future: bool = False, theme: Theme) -> Mapping[str, Page]:
    """Every file of the public tree: address (`public/index.html`) → page. Where two meet (the rule `same-address`
    reports it), the program's own pages win over files of `content/static/`."""
    shelves = shelves_of(public_plan(plan, drafts=drafts, future=future))
    files = {page.address: page for page in _files(shelves, theme)}
    return files | {page.address: page for page in _pages(shelves, theme)}


def _pages(shelves: Shelves, theme: Theme) -> Iterator[Page]:
    site = site_view(shelves, theme)
    made = [
        page
        for part in (home_pages, post_pages, hub_pages, topic_pages, author_pages, archive_pages, index_pages)
        for page in part(shelves, site)
    ]
    yield from made
    yield from feed_pages(shelves)
    yield from machine_pages(shelves, made)


def _files(shelves: Shelves, theme: Theme) -> Iterator[Page]:
    """The theme's files and the workspace's own. The icon may be replaced by one in `content/static/`."""
    icon = theme.assets.get(ICON)
    if icon:
        yield Page(TREE + addresses.file_of(addresses.ICON), None, icon.data, form="bytes")
    for name, asset in theme.assets.items():
        if is_public(name):
            yield Page(f"{TREE}{asset.path}", None, asset.data, form="bytes")
    for file in (*files_shown(shelves), *shelves.plan.statics.values()):
        yield Page(f"{TREE}{file.address.lstrip('/')}", None, file.data, form="bytes")
