"""A page a client: who they are, what they received, said and were told, and what comes next."""

from collections.abc import Iterator
from dataclasses import replace

from valuegen.pages.planner.contact_facts import acts, facts, feasts, since_text, unknown, wishes
from valuegen.pages.planner.contact_strip import year_strip
from valuegen.pages.planner.contact_views import ContactView
from valuegen.pages.planner.contact_words import STAGES
from valuegen.pages.planner.frame import CONTACTS, Desk, contact_file, planner_page, root_of
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import finding_line, reminder_lines
from valuegen.pages.planner.mentions import segment_link
from valuegen.pages.planner.need_lines import need_line
from valuegen.pages.planner.story import Received, Story, by_month, without_words
from valuegen.pages.planner.views import BalanceLine, FindingLine, ReminderLine
from valuegen.pages.types import Later, Page
from valuegen.plan.received import Group
from valuegen.plan.types import Relation
from valuegen.plan.windows import Tally, tally_on
from valuegen.rules import client_pitch_share
from valuegen.rules.share import ShareOptions
from valuegen.trace import Remembered, remembered
from valuegen.words import Message, msg, nmsg

SOON = 4
"""So many reminders stand on a client's page; those for later are folded away."""
FOUND = 12
"""So many findings stand on a client's page; all are on the page of the promises."""


def contact_pages(desk: Desk, ledger: Ledger, story: Story) -> Iterator[Page]:
    """Every client, those who are gone or want no letters too."""
    balances = _Balances(desk)
    for relation in desk.plan.relations.values():
        view = Later(_contact, desk, ledger, story, balances, relation)
        yield planner_page(contact_file(relation.id), "contact", view, desk.site)


def _contact(desk: Desk, ledger: Ledger, story: Story, balances: "_Balances", relation: Relation) -> ContactView:
    contact, is_out = relation.contact, relation.is_out(desk.plan.as_of.day)
    received = story.received(contact.id)
    past, before = story.past(relation)
    months, years = by_month(desk, past)
    needs = [need for need in ledger.needs_of(contact.id) if need.status == "open"]
    reminders = _reminders(desk, ledger, relation)
    return ContactView(
        title=contact.name,
        root=root_of(contact_file(contact.id)),
        place=CONTACTS,
        who=tuple(segment_link(desk, id) for id in contact.segments),
        stage=desk.say(STAGES[relation.stage]),
        about=contact.about or "",
        wishes=tuple(wishes(desk, relation)),
        is_out=is_out,
        acts=acts(desk, relation),
        reminders=reminders[:SOON],
        later=reminders[SOON:],
        findings=_findings(desk, ledger, relation),
        needs=tuple(need_line(desk, ledger, need) for need in needs),
        facts=tuple(facts(desk, relation)),
        unknown=tuple(unknown(desk, ledger, relation)),
        feasts=feasts(desk, relation),
        balance=None if is_out else balances.line(relation),
        pace="" if is_out else desk.say(_pace(desk, relation, received)),
        strip=year_strip(desk, past),
        ahead=without_words(received.ahead) if is_out else received.ahead,
        months=months,
        years=years,
        before=before,
        source=f"{contact.place.file}:{contact.place.line}",
    )


def _findings(desk: Desk, ledger: Ledger, relation: Relation) -> tuple[FindingLine, ...]:
    own = contact_file(relation.id)
    lines = (finding_line(desk, finding) for finding in ledger.findings_of(relation.id)[:FOUND])
    return tuple(replace(line, href="") if line.href == own else line for line in lines)


def _reminders(desk: Desk, ledger: Ledger, relation: Relation) -> tuple[ReminderLine, ...]:
    """What is to be done for them; that it is for them goes without saying on their own page."""
    own = contact_file(relation.id)
    lines = reminder_lines(desk, ledger.reminders_of(relation.id))
    kept = (replace(line, about=tuple(link for link in line.about if link.href != own)) for line in lines)
    return tuple(replace(line, href="") if line.href == own else line for line in kept)


def _pace(desk: Desk, relation: Relation, received: Received) -> Message:
    """When you were last in touch, against the silence that is borne."""
    today = desk.plan.as_of.day
    heard = [line.date.day for line in relation.log if line.date.day <= today]
    last = max([*heard[-1:], *([received.touched] if received.touched else [])], default=None)
    if last is None:
        return nmsg(
            "You have never been in touch; the promise is at least every {n} day.",
            "You have never been in touch; the promise is at least every {n} days.",
            relation.at_least,
        )
    return nmsg(
        "The last time you were in touch was on {day} ({ago}); the promise is at least every {n} day.",
        "The last time you were in touch was on {day} ({ago}); the promise is at least every {n} days.",
        relation.at_least,
        day=last,
        ago=since_text(desk, last),
    )


class _Balances:
    """How much of what each client receives sells; counted once for all who receive the same."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._options: ShareOptions = desk.judged.policy.of(client_pitch_share.Options, client_pitch_share.NAME)
        self._tallies: Remembered[int, Tally] = {}

    def line(self, relation: Relation) -> BalanceLine | None:
        """A client's balance today; None for one who receives nothing."""
        group = self._desk.plan.receipts.group_of.get(relation.id)
        if group is None:
            return None
        tally, options = self._tally(group), self._options
        return BalanceLine(
            href="",
            name=relation.contact.name,
            balance=self._desk.say(_sentence(tally, options)),
            credit="",
            share=round(tally.share * 100),
            limit=round(options.max * 100),
            is_over=tally.is_over(options.max),
        )

    def _tally(self, group: Group) -> Tally:
        plan, window = self._desk.plan, self._options.window

        def tally() -> Tally:
            return tally_on(plan.receipts.of_group(group), plan.as_of.day, window, plan.prose)

        return remembered(self._tallies, id(group), tally)


def _sentence(tally: Tally, options: ShareOptions) -> Message:
    if not tally.posts:
        return msg("In the last {days} days they received nothing.", days=options.window)
    if tally.posts == 1:
        alone = {"window": options.window, "share": tally.share, "limit": options.max}
        if tally.pitches:
            return msg(
                "The one entry they received in the last {window} days sells ({share}; the limit is {limit}).", **alone
            )
        return msg(
            "The one entry they received in the last {window} days does not sell ({share}; the limit is {limit}).",
            **alone,
        )
    return nmsg(
        "{n} of the {posts} entries they received in the last {window} days sells ({share}; the limit is {limit}).",
        "{n} of the {posts} entries they received in the last {window} days sell ({share}; the limit is {limit}).",
        tally.pitches,
        posts=tally.posts,
        window=options.window,
        share=tally.share,
        limit=options.max,
    )
