"""A link, an anchor or an image leads nowhere.

# Why
Somebody who follows a link and finds nothing does not follow the next one.

# Options
None. It checks the links and images of every text of the calendar, `image`, `read_next` and `sources`, and the links
among the options of the theme: entries (`entry:SLUG`), pages of the site, files beside the post or in
`content/static/`, and headings (`#like-this`). Other sites are never asked.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: |
    Empieza por la libreta.
    Sigue con [la balanza](entry:balanza).  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: |
    Empieza por la libreta. Sigue con [la balanza](entry:balanza).
- {date: 2026-12-10, title: La balanza, slug: balanza, segments: [panaderias], kind: industry, text: Ponla a cero.}
```
"""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from valuegen.finding import Mend, Place
from valuegen.model.entry import Entry
from valuegen.model.theme import LinkTo
from valuegen.plan import addresses
from valuegen.plan.types import Plan
from valuegen.read.nearest import nearest
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.links import Site, inside, is_file, post_at, site_of, source_of
from valuegen.words import Message, msg

NAME = "broken-link"
TRAITS = Traits("error", reach="addresses")

Verdict = tuple[Message, Message] | None


@dataclass(frozen=True, slots=True)
class _Link:
    target: str
    kind: str
    place: Callable[[], Place]


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each link that leads nowhere, of each planned entry once, and of the theme's options."""
    site = site_of(plan)
    for to in _links_of_theme(plan):
        verdict = _theme_verdict(site, to.to)
        if verdict is not None:
            data = {"target": to.to, "kind": "theme"}
            yield Found(message=verdict[0], place=to.place, mend=Mend(verdict[1]), data=data)
    for occurrence in plan.each_once:
        for link in _links(plan, occurrence.entry):
            verdict = _verdict(site, occurrence.entry, link)
            if verdict is not None:
                yield Found(
                    message=verdict[0],
                    place=link.place(),
                    mend=Mend(verdict[1]),
                    occurrence=occurrence,
                    data={"target": link.target, "kind": link.kind},
                )


def _links_of_theme(plan: Plan) -> Iterator[LinkTo]:
    theme = plan.workspace.theme
    for option in theme.options.values() if theme else ():
        if isinstance(option.value, tuple):
            yield from option.value


def _theme_verdict(site: Site, to: str) -> Verdict:
    segments = site.plan.workspace.segments
    if to.startswith("segment:"):
        id = to.removeprefix("segment:").partition("#")[0]
        if id in segments:
            return None
        near = nearest(id, segments)
        mend = msg("Did you mean “{near}”?", near=near) if near else msg("Write the id of a segment.")
        return msg("There is no segment “{name}”.", name=id), mend
    target = inside(site, to)
    if target is None:
        return None
    if target.slug:
        return _no_entry(site, target.slug) or _no_anchor(site, target.slug, target.anchor)
    if posixpath.normpath(target.path.lstrip("/")) in site.plan.workspace.statics:
        return None
    return _no_page(site, target.path, to)


def _links(plan: Plan, entry: Entry) -> Iterator[_Link]:
    prose, written = plan.prose.get(entry.slug), entry.written
    if prose is not None and written is not None:
        for link in prose.links:
            yield _Link(link.target, link.kind, partial(written.place, link.line, link.column))
    if entry.image is not None:
        yield _Link(entry.image.src, "image", partial(entry.where, "image", "src"))
    for position, name in enumerate(entry.read_next):
        target = name if "://" in name else f"entry:{name}"
        yield _Link(target, "read_next", partial(entry.where, "read_next", position))
    for position, url in enumerate(entry.sources):
        yield _Link(url, "source", partial(entry.where, "sources", position))


def _verdict(site: Site, entry: Entry, link: _Link) -> Verdict:
    """What is wrong with a link, and what to do; None where it leads somewhere."""
    target = inside(site, link.target)
    if target is None:
        return None
    if target.slug:
        return _no_entry(site, target.slug) or _no_anchor(site, target.slug, target.anchor)
    if not target.path:
        return _no_anchor(site, entry.slug, target.anchor)
    if is_file(site, entry, target.path):
        return None
    if link.kind == "image":
        near = nearest(target.path, _files(site, entry))
        return (
            msg("The image “{target}” is neither beside the post nor in content/static/.", target=link.target),
            msg("Did you mean “{near}”?", near=near) if near else msg("Put the file there, or correct its name here."),
        )
    slug = post_at(site, entry, target.path)
    if slug is not None:
        return _no_anchor(site, slug, target.anchor)
    return _no_page(site, target.path, link.target)


def _no_page(site: Site, path: str, written: str) -> Verdict:
    if addresses.file_of("/" + path.lstrip("/")) in site.files:
        return None
    near = nearest(path, (f"/{file.removesuffix('index.html')}" for file in sorted(site.at)))
    return (
        msg("There is nothing at “{target}” on this site.", target=written),
        msg("Did you mean “{near}”?", near=near)
        if near
        else msg("Write the address of a page or of a file, or `entry:` and the slug of an entry."),
    )


def _files(site: Site, entry: Entry) -> list[str]:
    """The files that an image may be, as they are named from the post."""
    workspace, home = site.plan.workspace, posixpath.dirname(source_of(entry))
    beside = (posixpath.relpath(path, home or ".") for path in workspace.beside)
    return [*workspace.statics, *(path for path in beside if not path.startswith(".."))]


def _no_entry(site: Site, slug: str) -> Verdict:
    if slug in site.posts:
        return None
    if slug in site.slugs:
        return (
            msg("“{slug}” will not be a page of the site.", slug=slug),
            msg(
                "A page needs a date, a text and a channel that publishes, and must not have expired. Complete "
                "it, or remove the link."
            ),
        )
    near = nearest(slug, sorted(site.slugs))
    return (
        msg("There is no entry “{slug}”.", slug=slug),
        msg("Did you mean “{near}”?", near=near) if near else msg("Write the slug of an entry."),
    )


def _no_anchor(site: Site, slug: str, anchor: str) -> Verdict:
    prose = site.plan.prose.get(slug)
    # Ids with a "_" are those of footnotes and of the page around the text (prose/README.md).
    if not anchor or "_" in anchor or prose is None:
        return None
    known = [heading.anchor for heading in prose.headings]
    if anchor in known:
        return None
    near = nearest(anchor, known)
    return (
        msg("No heading there has the anchor “#{anchor}”.", anchor=anchor),
        msg("Did you mean “#{near}”?", near=near) if near else msg("Write the anchor of a heading, or none."),
    )
