"""What each key of the files about clients is for."""

from valuegen.model.base import Record
from valuegen.model.contact import Agreed, Contact
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.words import Message, msg

TOLD: dict[type[Record], dict[str, Message]] = {
    Need: {
        "id": msg("The short name of the need, for the entry that answers it."),
        "heard": msg("The day on which you heard it."),
        "from": msg("The client who told you, by their id."),
        "where": msg("On which channel you heard it."),
        "segment": msg("Which segment it is of."),
        "asked": msg("What they asked for, in their words."),
        "needs": msg("What they need, behind what they asked for."),
        "status": msg("open (default); answered: otherwise than by an entry; dropped."),
        "quotable": msg("Whether it may be quoted in public (default: no)."),
        "allow": msg("A rule that is silenced for it, and why."),
    },
    Contact: {
        "id": msg("The short name of the client. It is what reports say in place of their name."),
        "name": msg("Their name."),
        "named": msg("Whether they agreed to be named in public (default: no)."),
        "segments": msg("The segments they belong to."),
        "stage": msg(
            "Where the relation began: user, prospect (default), friend, buyer, recurring. The log moves it on."
        ),
        "owner": msg("Who of your team has the relation."),
        "channel": msg("The channel on which they like to be reached."),
        "phone": msg("Their phone, with the code of the country."),
        "email": msg("Their email."),
        "about": msg("What is good to know about them. Nobody else sees it."),
        "cares_about": msg("The topics that matter to them, beside those of their segments."),
        "dates": msg("Dates on which you greet them: a name (birthday…), and month-day or a whole date."),
        "cadence": msg("How seldom and how often they hear from you, where it differs from their segments."),
        "pauses": msg("Days on which you leave them in peace."),
        "agreed": msg("When and how they agreed to be written to."),
        "opted_out": msg("Asked not to be written to: since when, or true."),
        "no_pitches": msg("Asked for no offers: since when, or true."),
        "not_by": msg("Channels on which they don't want to be reached."),
        "came_by": msg("How they came to you."),
        "allow": msg("A rule that is silenced for them, and why."),
        "status": msg("active (default), or gone: nothing is planned or reminded again."),
    },
    Agreed: {
        "on": msg("When."),
        "how": msg("How: in person, on a form…"),
    },
    LogLine: {
        "date": msg("The day on which it happened, with a time if you like."),
        "contact": msg("With which client, by their id."),
        "by": msg("Who of your team did it. Without it, it is the client's own doing."),
        "channel": msg("On which channel."),
        "what": msg(
            "What happened: reply is theirs, answer is yours, inquiry asks to buy; work has no client, and "
            "says how long a channel took."
        ),
        "minutes": msg("How long it took."),
        "note": msg("What you want to remember of it. Nobody else sees it."),
        "entry": msg("The entry of the calendar that it belongs to."),
        "product": msg("What was sold, in a sale."),
        "amount": msg("For how much, in a sale: 120 EUR."),
        "quote": msg("Their words, in a testimonial."),
        "may_publish": msg("Whether the testimonial may be published (default: no)."),
        "stage": msg("Where the relation is now, in a line whose `what` is stage."),
        "why": msg("Why they were lost: absence (you were not there), competitor, price, other."),
        "settled": msg("Whether it needs no answer (default: it does)."),
    },
}
