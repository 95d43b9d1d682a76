"""One page to show to a boss or a customer: the months ahead, the drafts, the balance. Nothing about clients is in it.

Its view is made from entries to segments alone, with fields named one by one: no contact, need or line of the log, no
entry to single contacts. It stands alone (its style sheet is in it, nothing leads out of it), so it can be mailed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from valuegen.pages.balance_words import balance_sentence, balance_today, share_options
from valuegen.pages.judged import Judged
from valuegen.pages.planner.labels import KINDS, STATUSES, marks
from valuegen.pages.planner.views import Mark
from valuegen.pages.types import Html, Page, Theme
from valuegen.plan.types import Occurrence, Plan
from valuegen.prose import Prose
from valuegen.remedy import credit_sentence
from valuegen.words import msg, say, written

STYLE = "review.css"
UNFINISHED = ("draft", "review")
# In a body's HTML, which `prose` made: what leads out of the page, is not in it, or is there once in each text.
_OUTWARD = re.compile(r'<a\b[^>]*>↩.*?</a>|</?a\b[^>]*>| id="[^"]*"', re.DOTALL)
_HEADING = re.compile(r"(</?h)([1-6])(?=>)")
_IMAGE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>|<img\b[^>]*>')


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """An entry to segments. `text` is the anchor of its text below, or ""."""

    title: str
    day: date | None
    at: str
    mark: Mark
    state: str
    is_unfinished: bool
    is_late: bool
    to: str
    channels: str
    author: str
    summary: str
    ask: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewBalance:
    """How a segment stands with what was promised. `share`, `limit`: percent, for the picture."""

    name: str
    balance: str
    credit: str
    share: int
    limit: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class ReviewText:
    """The text of an entry that is still to come."""

    anchor: str
    entry: ReviewEntry
    body: Html


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The whole page. `months`: name and entries. `unfinished`: drafts of any day; `ideas`: without a day."""

    title: str
    as_of: date
    style: Html
    marks: tuple[Mark, ...]
    balances: tuple[ReviewBalance, ...]
    months: tuple[tuple[str, tuple[ReviewEntry, ...]], ...]
    unfinished: tuple[ReviewEntry, ...]
    ideas: tuple[ReviewEntry, ...]
    texts: tuple[ReviewText, ...]


@dataclass(frozen=True, slots=True)
class ReviewSite:
    """What the page says of the site."""

    title: str
    language: str


def review_page(judged: Judged, theme: Theme) -> Page:
    """The page `review.html`."""
    plan = judged.plan
    site = plan.workspace.settings.site
    shown = [one for one in plan.occurrences if one.segments]
    ahead = [one for one in shown if one.day and one.day >= plan.as_of.day and one.status != "idea"]
    unfinished = [one for one in shown if one.day and one.status in UNFINISHED]
    ideas = [one for one in shown if one.status == "idea" or one.day is None]
    view = ReviewView(
        title=say(msg("The months ahead"), site.language),
        as_of=plan.as_of.day,
        style=_style(theme),
        marks=marks(site.language),
        balances=tuple(_balances(judged)),
        months=tuple(_months(plan, ahead)),
        unfinished=tuple(_entry(plan, one) for one in unfinished),
        ideas=tuple(_entry(plan, one) for one in ideas),
        texts=tuple(_texts(plan, [*(one for one in unfinished if one not in ahead), *ahead])),
    )
    return Page("review.html", "review.html", view, ReviewSite(site.title, site.language))


def _style(theme: Theme) -> Html:
    found = theme.assets.get(STYLE)
    return Html(found.data.decode("utf-8", "replace").replace("</", "<\\/") if found else "")


def _balances(judged: Judged) -> Iterator[ReviewBalance]:
    plan, language = judged.plan, judged.plan.workspace.settings.site.language
    for id, segment in plan.workspace.segments.items():
        tally, options = balance_today(plan, judged.policy, id), share_options(judged.policy, id)
        yield ReviewBalance(
            name=segment.name,
            balance=say(balance_sentence(plan, judged.policy, id), language),
            credit=say(credit_sentence(segment.name, judged.credits[id]), language),
            share=round(tally.share * 100),
            limit=round(options.max * 100),
            is_over=tally.is_over(options.max),
        )


def _months(plan: Plan, ahead: Iterable[Occurrence]) -> Iterator[tuple[str, tuple[ReviewEntry, ...]]]:
    language = plan.workspace.settings.site.language
    dated = ((one.day.replace(day=1), one) for one in ahead if one.day)
    for month, entries in groupby(dated, key=lambda pair: pair[0]):
        name = written(month, language, "yMMMM")
        yield name[0].upper() + name[1:], tuple(_entry(plan, one) for _, one in entries)


def _entry(plan: Plan, occurrence: Occurrence) -> ReviewEntry:
    entry, workspace = occurrence.entry, plan.workspace
    language = workspace.settings.site.language
    shape, label = KINDS[entry.kind]
    labels = tuple(plan.channel(id).label for id in occurrence.channels)
    segments = tuple(workspace.segments[id].name for id in occurrence.segments)
    return ReviewEntry(
        title=entry.title,
        day=occurrence.day,
        at=f"{occurrence.at:%H:%M}" if occurrence.at else "",
        mark=Mark(entry.kind, shape, say(label, language)),
        state=say(STATUSES[occurrence.status], language),
        is_unfinished=occurrence.status in UNFINISHED,
        is_late=occurrence.is_slipped,
        to=say(msg("{names}", names=segments), language),
        channels=say(msg("{names}", names=labels), language),
        author=workspace.people[occurrence.author].name,
        summary=entry.summary or "",
        ask=entry.ask or "",
        text=_anchor(entry.slug) if entry.slug in plan.prose else "",
    )


def _texts(plan: Plan, occurrences: Iterable[Occurrence]) -> Iterator[ReviewText]:
    """Each text once, in the order of the days."""
    by_slug = {one.entry.slug: one for one in reversed(list(occurrences)) if one.entry.slug in plan.prose}
    for slug, occurrence in reversed(by_slug.items()):
        yield ReviewText(_anchor(slug), _entry(plan, occurrence), _standing_alone(plan.prose[slug]))


def _anchor(slug: str) -> str:
    return f"text-{slug}"


def _standing_alone(prose: Prose) -> Html:
    """A body without its links and anchors, its headings below those of the page; pictures are named."""
    without = _OUTWARD.sub("", prose.html)
    lowered = _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + 2, 6)}", without)
    return Html(_IMAGE.sub(lambda found: f"<em>[{found[1] or '…'}]</em>", lowered))
