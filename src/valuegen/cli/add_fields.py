"""What `add` takes, and asks for, of an entry, a contact, a need and a line of the log: the keys of 2-format.md."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from valuegen.cli.add_sorts import (
    AMOUNT,
    DATE,
    EMAIL,
    FILE,
    KIND,
    KIND_WORDS,
    KINDS,
    NAME,
    NUMBER,
    OF_CHANNEL,
    OF_CONTACT,
    OF_ENTRY,
    OF_NEED,
    OF_PERSON,
    OF_PRODUCT,
    OF_SEGMENT,
    OF_SOMEBODY,
    OURS,
    PAST,
    PHONE,
    REASON,
    REASONS,
    STAGE,
    STAGE_WORDS,
    STAGES,
    STATUS,
    STATUSES,
    TITLE,
    TOPIC,
    WHAT,
    WITH_SOMEBODY,
    YEARLY,
)
from valuegen.cli.fields import Field
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.plan.defaults import Side
    from valuegen.plan.types import Plan
    from valuegen.write.yaml_text import Value


def _who(plan: "Plan", keys: "Mapping[str, Value]") -> str | None:
    """Who of the team has the relation; of what is hardly ever their doing nobody is asked."""
    if keys.get("what") not in OURS:
        return None
    from valuegen.plan.defaults import first_person, owner_of_contact

    workspace, contact = plan.workspace, str(keys.get("contact", ""))
    return owner_of_contact(workspace, contact) if contact in (workspace.contacts or {}) else first_person(workspace)


def _ways(plan: "Plan", keys: "Mapping[str, Value]") -> str:
    """The channels by which it goes where none are said."""
    return ",".join(ways_of(plan, keys))


def ways_of(plan: "Plan", keys: "Mapping[str, Value]") -> tuple[str, ...]:
    """The channels by which an entry with these keys goes: its own, else those in force for whom it is."""
    from valuegen.plan.defaults import CONTACT_CHANNEL, SEGMENT_CHANNEL

    def sides(key: str, known: "Mapping[str, Side]") -> list[str]:
        return [known[id].channel for id in map(str, keys.get(key, ())) if id in known]

    said = keys.get("channels")
    if said:
        return tuple(map(str, said))
    found = [*sides("segments", plan.defaults.segments), *sides("contacts", plan.defaults.contacts)]
    return tuple(dict.fromkeys(found)) or (SEGMENT_CHANNEL if keys.get("segments") else CONTACT_CHANNEL,)


ENTRY = (
    Field("title", "title", msg("what it is called"), msg("What is it called?"), TITLE, required=True, first=True),
    Field(
        "segments",
        "segment",
        msg("The segment that it is for (again for another)."),
        msg("Which segment is it for?"),
        OF_SEGMENT,
        several=True,
        required=True,
        listed=True,
        instead="contacts",
    ),
    Field(
        "contacts", "contact", msg("A client whom it is for alone (again for another)."), None, OF_CONTACT, several=True
    ),
    Field(
        "kind",
        "kind",
        msg("What it gives them: {kinds:or}.", kinds=KINDS),
        msg("What does it give them: {kinds:or}?", kinds=tuple(KIND_WORDS.values())),
        KIND,
        required=True,
    ),
    Field("date", "date", msg("Its day; without one it waits in the backlog."), None, DATE),
    Field("slug", "slug", msg("Its name in addresses; else made from the title."), None, NAME),
    Field("topics", "topic", msg("What it is about (again for another)."), None, TOPIC, several=True),
    Field("answers", "answers", msg("The need that it answers (again for another)."), None, OF_NEED, several=True),
    Field(
        "channels",
        "channel",
        msg("By which channel (again for another)."),
        msg("By which channel? (blog: a page of the public site, for everybody)"),
        OF_CHANNEL,
        several=True,
        usual=_ways,
    ),
    Field("author", "author", msg("Who speaks."), None, OF_PERSON),
    Field(
        "ask", "ask", msg("What you ask them, so that they answer."), msg("What do you ask them? (Enter: nothing yet)")
    ),
    Field(
        "product",
        "product",
        msg("What an offer sells."),
        msg("What does it sell?"),
        OF_PRODUCT,
        listed=True,
        skip=msg("Enter: something else"),
        of=("kind", ("pitch",)),
    ),
    Field("text", "text", msg("Its text.")),
    Field("body", "body", msg("The file of its text, from content/: posts/flour.md."), None, FILE),
    Field("summary", "summary", msg("What it says, in a sentence.")),
    Field("status", "status", msg("How far it is: {statuses:or}; else draft.", statuses=STATUSES), None, STATUS),
)
CONTACT = (
    Field("name", "name", msg("what they are called"), msg("What are they called?"), NAME, required=True, first=True),
    Field("id", "id", msg("Their short name in your files; else made from the name."), None, NAME),
    Field(
        "segments",
        "segment",
        msg("The segment that they belong to (again for another)."),
        msg("Which segment do they belong to?"),
        OF_SEGMENT,
        several=True,
        required=True,
        listed=True,
    ),
    Field(
        "stage",
        "stage",
        msg("How you stand with them: {stages:or}; else prospect.", stages=STAGES),
        msg("How do you stand with them: {stages:or}?", stages=tuple(STAGE_WORDS.values())),
        STAGE,
        usual=lambda _plan, _keys: "prospect",
    ),
    Field("owner", "owner", msg("Who of you has the relation."), None, OF_PERSON),
    Field(
        "channel",
        "channel",
        msg("How they like to be reached."),
        msg("By which channel do you write to them? (Enter: as the segment)"),
        OF_CHANNEL,
    ),
    Field("phone", "phone", msg("Their phone."), msg("Their phone? (Enter: none)"), PHONE),
    Field("email", "email", msg("Their email."), msg("Their email? (Enter: none)"), EMAIL),
    Field(
        "about",
        "about",
        msg("What is good to know of them."),
        msg("What is good to know of them? (Enter: nothing yet)"),
    ),
    Field("cares_about", "cares-about", msg("What matters to them (again for another)."), None, TOPIC, several=True),
    Field("birthday", "birthday", msg("Their birthday: MM-DD, or a whole date."), None, YEARLY),
    Field(
        "agreed",
        "agreed",
        msg("How they agreed to be written to: in person, on a form…"),
        msg("How did they agree to be written to? (in person, on a form…; Enter: not yet)"),
    ),
    Field("agreed_on", "agreed-on", msg("When they agreed; else today."), None, PAST),
    Field("came_by", "came-by", msg("How they came to you.")),
)
NEED = (
    Field("needs", "needs", msg("what they need, in your words"), msg("What do they need?"), required=True, first=True),
    Field("id", "id", msg("Its short name in your files; else made from the text."), None, NAME),
    Field("heard", "heard", msg("When you heard it; else today."), None, PAST),
    Field("from", "from", msg("Who said it."), msg("Who said it? (Enter: nobody in particular)"), OF_CONTACT),
    Field("where", "where", msg("By which channel."), None, OF_CHANNEL),
    Field("segment", "segment", msg("Whose need it is."), msg("Which segment has it? (Enter: theirs)"), OF_SEGMENT),
    Field(
        "asked",
        "asked",
        msg("What they said, in their words."),
        msg("What did they say, in their words? (Enter: I don't remember)"),
    ),
)
LOG = (
    Field(
        "what",
        "what",
        msg("What happened: coffee, call, message, reply, sale…"),
        msg("What happened?"),
        WHAT,
        required=True,
        before=(
            msg("  What you did: message, call, coffee, visit, meeting, answer (to what they wrote)."),
            msg("  What they did: reply, inquiry (they asked to buy), sale, referral, testimonial, opt-out."),
            msg("  What changed: helped (it was of use), stage (you stand otherwise), lost (they left)."),
            msg("  With nobody: work (time spent on a channel)."),
        ),
    ),
    Field(
        "stage",
        "stage",
        msg("The stage that they reached (no --what is needed with it): {stages:or}.", stages=STAGES),
        msg("Which stage did they reach: {stages:or}?", stages=tuple(STAGE_WORDS.values())),
        STAGE,
        required=("what", ("stage",)),
        of=("what", ("stage",)),
    ),
    Field("why", "why", msg("Why somebody was lost: {reasons:or}.", reasons=REASONS), None, REASON),
    Field("date", "date", msg("When; else today."), None, PAST),
    Field(
        "contact",
        "contact",
        msg("With whom."),
        msg("With whom?"),
        OF_CONTACT,
        required=("what", OF_SOMEBODY),
        nobody=msg("-: nobody in particular"),
        of=("what", WITH_SOMEBODY),
    ),
    Field(
        "by",
        "by",
        msg("Who of you it was; nobody, if it was their doing."),
        msg("Which of you was it? (-: nobody, it was their doing)"),
        OF_PERSON,
        usual=_who,
    ),
    Field(
        "channel",
        "channel",
        msg("By which channel."),
        msg("On which channel? (Enter: on none)"),
        OF_CHANNEL,
        of=("what", ("work",)),
    ),
    Field(
        "minutes",
        "minutes",
        msg("How many minutes it took."),
        msg("How many minutes was it? (Enter: I didn't count them)"),
        NUMBER,
        of=("what", ("work",)),
    ),
    Field("entry", "entry", msg("The entry that it belongs to."), None, OF_ENTRY),
    Field("product", "product", msg("What was sold."), None, OF_PRODUCT),
    Field("amount", "amount", msg("For how much: 120 EUR."), None, AMOUNT),
    Field("note", "note", msg("what there is to note"), msg("What is there to note? (Enter: nothing)"), first=True),
)
