"""The public site: every page of `public/`, by its address, not yet rendered."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from valuegen.model.workspace import StaticFile, Stored
from valuegen.pages.feeds import feed_pages, machine_pages
from valuegen.pages.forwards import forward_pages, redirects_page
from valuegen.pages.frame import TREE, is_public, site_view
from valuegen.pages.gallery import Gallery
from valuegen.pages.home import home_pages
from valuegen.pages.hosting import hosting_pages
from valuegen.pages.hubs import hub_pages
from valuegen.pages.icons import icon_data, icon_drawings
from valuegen.pages.lists import archive_pages, author_pages, index_pages, topic_pages
from valuegen.pages.options import is_chosen
from valuegen.pages.posts import post_page, post_pages
from valuegen.pages.public_plan import public_plan
from valuegen.pages.search import SCRIPT, search_pages
from valuegen.pages.shelves import Shelves, shelves_of
from valuegen.pages.shown import made_pictures
from valuegen.pages.social import drawn_pages, social_pages
from valuegen.pages.targets import files_shown
from valuegen.pages.types import Asset, Page, Theme
from valuegen.pictures import extra
from valuegen.pictures.clean import has_metadata
from valuegen.pictures.facts import is_picture
from valuegen.plan import addresses
from valuegen.plan.types import Plan
from valuegen.trace import apart


@dataclass(frozen=True, slots=True)
class Public:
    """What every public page is made of. `drawn`: the pictures that pages are shared with, `icons`: the icon's."""

    shelves: Shelves
    theme: Theme
    drawn: Mapping[str, Page]
    icons: Mapping[int, Page]


def public_pages(
    plan: Plan, *, drafts: bool = False, future: bool = False, searchable: bool = False, theme: Theme
) -> Mapping[str, Page]:
    """Every file of the public tree: address (`public/index.html`) → page. `searchable`: with a page to search, and
    what its index is to be made of (a page of the form `index`)."""
    return pages_of(public_of(plan, drafts=drafts, future=future, searchable=searchable, theme=theme))


def public_of(
    plan: Plan, *, drafts: bool = False, future: bool = False, searchable: bool = False, theme: Theme
) -> Public:
    """What the public pages of a plan are made of."""
    shelves = replace(shelves_of(public_plan(plan, drafts=drafts, future=future)), gallery=Gallery(extra.able()))
    shelves = replace(shelves, is_searchable=searchable and bool(shelves.newest) and SCRIPT in theme.assets)
    drawn, icons = social_pages(shelves, theme), icon_drawings(shelves, theme)
    social = {slug: page.address.removeprefix(TREE) for slug, page in drawn.items()}
    files = {size: page.address.removeprefix(TREE) for size, page in icons.items()}
    return Public(replace(shelves, social=social, icons=files), theme, drawn, icons)


def pages_of(public: Public) -> Mapping[str, Page]:
    """Every file by its address. Where two meet (the rule `same-address` reports it), the program's own pages win
    over files of `content/static/`."""
    shelves, theme = public.shelves, public.theme
    styles = site_view(shelves, theme).styles
    files = {page.address: page for page in (*forward_pages(shelves, styles), *_files(shelves, theme))}
    made = (*_pages(shelves, theme), *public.icons.values(), *made_pictures(shelves), *drawn_pages(public.drawn))
    return files | {page.address: page for page in made}


def page_of(public: Public, slug: str) -> Page:
    """The page of one post, as it is among all, without the others."""
    post = public.shelves.plan.posts[slug]
    return post_page(public.shelves, site_view(public.shelves, public.theme, post.language), post)


def _pages(shelves: Shelves, theme: Theme) -> Iterator[Page]:
    site = site_view(shelves, theme)
    languages = dict.fromkeys((shelves.plan.site.language, *(post.language for post in shelves.newest)))
    sites = {language: site_view(shelves, theme, language) for language in languages}
    made = [*home_pages(shelves, site), *post_pages(shelves, sites)]
    made += [
        page
        for part in (hub_pages, topic_pages, author_pages, archive_pages, index_pages)
        for page in part(shelves, site)
    ]
    if shelves.is_searchable:
        page, index = search_pages(shelves, site, theme)
        made.append(page)
        yield index
    yield from made
    yield from feed_pages(shelves)
    yield from machine_pages(shelves, made)
    yield from hosting_pages(shelves, theme)
    yield from redirects_page(shelves)


def _files(shelves: Shelves, theme: Theme) -> Iterator[Page]:
    """The theme's files and the workspace's own. The icon may be replaced by one in `content/static/`."""
    icon = icon_data(shelves, theme)
    if icon:
        yield Page(TREE + addresses.file_of(addresses.ICON), None, icon, form="bytes")
    for asset in _assets(theme):
        yield Page(f"{TREE}{asset.path}", None, asset.data, form="bytes" if theme.is_foreign else "program")
    with apart():  # which files are shown is seen by their addresses: what is in them hangs on no text
        shown = tuple(files_shown(shelves))
    for file in (*shown, *shelves.plan.statics.values()):
        yield _as_published(file)


def _assets(theme: Theme) -> Iterator[Asset]:
    """The theme's files for the public pages, without the style sheets of choices that were not made, and the fonts
    that these alone refer to."""
    wanted = [asset for name, asset in theme.assets.items() if is_public(name)]
    chosen = [asset for asset in wanted if is_chosen(asset.name, theme)]
    left = [asset.data for asset in wanted if not is_chosen(asset.name, theme)]
    sheets = [asset.data for asset in chosen if asset.name.endswith(".css")]
    for asset in chosen:
        name = posixpath.basename(asset.path).encode()
        if any(name in data for data in sheets) or not any(name in data for data in left):
            yield asset


def _as_published(file: StaticFile) -> Page:
    """What a picture says of place and person is taken out when it is rendered; other files are copied."""
    address = f"{TREE}{file.address.lstrip('/')}"
    if not isinstance(file.held, bytes):
        return Page(address, None, file, form="stored")
    if has_metadata(file.data):
        return Page(address, None, file, form="file")
    return Page(address, None, file.data, form="bytes")


def large_file(page: Page) -> Stored | None:
    """The file that a page is, where it is copied as it is, and too large to be held."""
    file = page.view if isinstance(page.view, StaticFile) else None
    return file.large if file is not None and not is_picture(file.start) else None
