"""What is known of a client, what they asked you not to do, and what you could ask them."""

from collections.abc import Iterator
from datetime import date, timedelta

from valuegen.clock import each_year
from valuegen.model.values import YearlyDate
from valuegen.pages.planner.contact_views import Feast
from valuegen.pages.planner.contact_words import STAGES
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.labels import act_label
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.mentions import channel_link, person_link, segment_link
from valuegen.pages.planner.views import Fact
from valuegen.pages.views import Link
from valuegen.plan.due_feasts import feast_name
from valuegen.plan.rests import rests_in
from valuegen.plan.stages import stages_of
from valuegen.plan.types import Relation
from valuegen.plan.ways import EVERYDAY, link_to, own_way
from valuegen.words import Message, msg, nmsg, written

_YEAR = timedelta(days=366)
_CAME_BY: dict[str, Message] = {
    "referral": msg("somebody sent them to you"),
    "testimonial": msg("they read what another client said of you"),
}


def wishes(desk: Desk, relation: Relation) -> Iterator[str]:
    """What they asked you not to do, and whether they are there at all."""
    today = desk.plan.as_of.day
    if relation.is_gone:
        yield desk.say(msg("They are gone: nothing is planned for them, and nothing is reminded."))
    if relation.opted_out:
        yield desk.say(_not_written_to(relation.opted_out, today))
    elif relation.no_pitches and not relation.is_gone:
        said = msg("They want no offers, since {day}.", day=relation.no_pitches)
        yield desk.say(msg("They want no offers.") if relation.no_pitches >= today else said)
    if relation.contact.not_by and not relation.is_out(today):
        labels = tuple(
            desk.plan.channel(id).label for id in relation.contact.not_by if id in desk.plan.workspace.channels
        )
        yield desk.say(msg("Not by {channels}: they asked for it.", channels=labels))
    for pause in () if relation.is_out(today) else relation.contact.pauses:
        for rest in rests_in(pause, today, today):
            if today in rest:
                yield desk.say(
                    msg("A pause until {day}: {why}.", day=rest.last, why=pause.why)
                    if pause.why
                    else msg("A pause until {day}.", day=rest.last)
                )


def _not_written_to(since: date, today: date) -> Message:
    if since > today:
        return msg("From {day} on they don’t want to be written to.", day=since)
    if since == today:
        return msg("They asked not to be written to.")
    return msg("They asked on {day} not to be written to.", day=since)


def acts(desk: Desk, relation: Relation) -> tuple[Link, ...]:
    """The links by which they are reached, their own channel first; none to who is out, nor by what they refused."""
    if relation.is_out(desk.plan.as_of.day):
        return ()
    open_ways = [id for id in (relation.channel, *EVERYDAY) if id not in relation.contact.not_by]
    links = (link_to(desk.plan, relation, id) for id in dict.fromkeys(open_ways))
    return tuple(Link(act_label(link, desk.language) or link, link) for link in dict.fromkeys(links) if link)


def facts(desk: Desk, relation: Relation) -> Iterator[Fact]:
    """What is known of them."""
    contact = relation.contact
    yield _fact(desk, msg("Where they stand"), *_stages(desk, relation))
    yield _fact(desk, msg("Who has the relation"), person_link(desk, relation.owner))
    if contact.segments:
        yield _fact(desk, msg("Segments"), *(segment_link(desk, id) for id in contact.segments))
    if not relation.is_out(desk.plan.as_of.day):
        yield _fact(desk, msg("How to reach them"), channel_link(desk, own_way(desk.plan, relation)))
        ways = [text for text in (contact.phone, contact.email) if text]
        if ways:
            yield _fact(desk, msg("Phone and email"), *(Link(text, "") for text in ways))
    if contact.cares_about:
        yield _fact(desk, msg("What matters to them"), *(Link(text, "") for text in contact.cares_about))
    if contact.came_by:
        yield _fact(desk, msg("How they came"), Link(_came_by(desk, contact.came_by), ""))
    if contact.agreed:
        agreed = msg("on {day}, {how}", day=contact.agreed.on, how=contact.agreed.how or "")
        said = agreed if contact.agreed.how else msg("on {day}", day=contact.agreed.on)
        yield _fact(desk, msg("Agreed to be written to"), Link(desk.say(said), ""))
    if contact.named:
        yield _fact(desk, msg("In public"), Link(desk.say(msg("they don’t mind being named")), ""))
    today = desk.plan.as_of.day
    rests = ([*rests_in(pause, today, today + _YEAR)] for pause in contact.pauses)
    to_come = ([rest for rest in each if rest.last >= today] for each in rests)
    pauses = [each[0] for each in to_come if each]
    if pauses:
        spans = (msg("{first} to {last}", first=rest.first, last=rest.last) for rest in pauses)
        yield _fact(desk, msg("Pauses"), *(Link(desk.say(span), "") for span in spans))
    if contact.allow:
        silences = (Link(f"{rule}: {reason}", "") for rule, reason in contact.allow.items())
        yield _fact(desk, msg("What you chose not to be told"), *silences)


def _fact(desk: Desk, name: Message, *values: Link) -> Fact:
    return Fact(desk.say(name), values)


def _stages(desk: Desk, relation: Relation) -> Iterator[Link]:
    """Each stage, in order, with the day from which it holds."""
    for since, stage in stages_of(relation):
        name = STAGES[stage]
        said = name if since == date.min else msg("{stage} since {day}", stage=name, day=since)
        yield Link(desk.say(said), "")


def _came_by(desk: Desk, came_by: str) -> str:
    if came_by in _CAME_BY:
        return desk.say(_CAME_BY[came_by])
    return desk.say(desk.plan.channel(came_by).label) if came_by in desk.plan.workspace.channels else came_by


def unknown(desk: Desk, ledger: Ledger, relation: Relation) -> Iterator[tuple[str, str]]:
    """What nobody has written down yet, as a gentle sentence, and the key to write it in; nothing of who is out."""
    contact = relation.contact
    if relation.is_out(desk.plan.as_of.day):
        return
    blanks: list[tuple[bool, Message, str]] = [
        (not contact.phone and not contact.email, msg("You have neither their phone nor their email."), "phone"),
        (not contact.came_by, msg("You don’t know how they came to you."), "came_by"),
        (not contact.agreed, msg("It says nowhere when they agreed to be written to."), "agreed"),
        ("birthday" not in contact.dates, msg("You don’t know when their birthday is."), "dates"),
        (not contact.about, msg("There is no line yet on who they are."), "about"),
        (not contact.cares_about, msg("You have not noted what they care about most."), "cares_about"),
        (
            desk.plan.workspace.needs is not None and not ledger.needs_of(contact.id),
            msg("They have not told you yet what they need: ask them."),
            "needs",
        ),
    ]
    yield from ((desk.say(sentence), key) for is_blank, sentence, key in blanks if is_blank)


def feasts(desk: Desk, relation: Relation) -> tuple[Feast, ...]:
    """Their yearly dates, the next one first; none of who is out."""
    today = desk.plan.as_of.day
    if relation.is_out(today):
        return ()
    leap = desk.plan.workspace.settings.reminders.leap_day
    found = []
    for label, on in relation.contact.dates.items():
        day = next(each_year(on.month, on.day, today, today + timedelta(days=366), (leap.month, leap.day)), None)
        if day:
            name = desk.say(feast_name(label))
            found.append(Feast(name[0].upper() + name[1:], day, _age(desk, label, on, day)))
    return tuple(sorted(found, key=lambda feast: feast.day))


def _age(desk: Desk, label: str, on: YearlyDate, day: date) -> str:
    years = day.year - on.year if on.year else 0
    if years <= 0:
        return ""
    if label == "birthday":
        return desk.say(nmsg("turns {n}", "turns {n}", years))
    return desk.say(nmsg("{n} year", "{n} years", years))


def since_text(desk: Desk, day: date) -> str:
    """How long ago, in words."""
    days = (desk.plan.as_of.day - day).days
    if days <= 0:
        return desk.say(msg("today"))
    return desk.say(nmsg("{n} day ago", "{n} days ago", days))


def day_text(desk: Desk, day: date) -> str:
    """A day, short."""
    return written(day, desk.language, "medium")
