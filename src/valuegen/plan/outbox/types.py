"""What the outbox holds: the words of an entry for each of its channels, and the people to bring them to."""

from dataclasses import dataclass, field
from datetime import date

from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.plan.outbox.forms import Form
from valuegen.plan.outbox.sms import Sms
from valuegen.plan.types import Occurrence, Relation


@dataclass(frozen=True, slots=True)
class Words:
    """The words for a channel, in its form.

    `subject`, `preview`: of an email alone. `text`: what is written or said, "" where there is nothing yet. `html`: of
    an email a whole document, and `page` the same to look at; of a sheet, and of what is said, bare elements; ""
    elsewhere. `is_short`: the summary and the address in place of a text that is too long there. `address`: the page
    that it leads to, "" where there is none.
    """

    text: str
    subject: str = ""
    preview: str = ""
    html: str = field(default="", repr=False)
    page: str = field(default="", repr=False)
    is_short: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """How long the words are beside what the channel bears (0: no limit). `seen`: what is read before "more"."""

    words: int
    max_words: int
    length: int
    limit: int
    seen: str = ""
    sms: Sms | None = None
    minutes_aloud: int = 0


@dataclass(frozen=True, slots=True)
class To:
    """A client to bring it to. `link` opens the channel, with the words in it where it can hold them ("" where none).

    `is_whole`: all the words are in the link; else the beginning of them, or none.
    """

    relation: Relation
    link: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What to have in mind before one speaks to a client: their needs, and the last notes on them, the newest first.

    `answered`: the ids of the needs that the entry answers.
    """

    to: To
    needs: tuple[Need, ...]
    answered: tuple[str, ...]
    notes: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """The words of an entry for one channel, and whom they are for.

    `told`: how many have had it already. `unreachable`: who has no address for this channel. `resting`: who is in a
    pause on that day. `from_day`: who receives it is worked out from that day on; None: it is, in `to`.
    """

    channel: str
    form: Form
    words: Words
    measure: Measure
    to: tuple[To, ...] = ()
    cards: tuple[Card, ...] = ()
    unreachable: tuple[Relation, ...] = ()
    told: int = 0
    resting: tuple[Relation, ...] = ()
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """All that is to be sent, or said, of an entry."""

    occurrence: Occurrence
    sendings: tuple[Sending, ...]
