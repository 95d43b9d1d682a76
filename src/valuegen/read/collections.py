"""All collections of a workspace, each as far as it can be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.workspace import StaticFile
from valuegen.read.calendar import read_calendar
from valuegen.read.entries import Made
from valuegen.read.files import Files
from valuegen.read.gather import Gathered, bearable, gather, paths_of, roots_of
from valuegen.read.nodes import each
from valuegen.read.posts import KeptPosts, read_posts
from valuegen.read.settings import SettingsRead
from valuegen.read.shape import shape
from valuegen.read.vanity import without_in_line


@dataclass(frozen=True, slots=True)
class Log:
    """The lines of the log (`judged`: and what is left of those with mistakes). `absent`: it is nowhere."""

    lines: tuple[LogLine, ...] = ()
    judged: tuple[LogLine, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Collections:
    """What the folders hold. `slugs_whole`: every entry's slug is known."""

    segments: Gathered[Segment]
    people: Gathered[Person]
    channels: Gathered[Channel]
    contacts: Gathered[Contact]
    needs: Gathered[Need]
    log: Log
    made: tuple[Made, ...]
    slugs_whole: bool
    beside: dict[str, StaticFile]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that could be made; of those with the same slug the first."""
        found: dict[str, Entry] = {}
        for one in self.made:
            if one.entry is not None:
                found.setdefault(one.entry.slug, one.entry)
        return tuple(found.values())

    @property
    def unsound(self) -> tuple[Entry, ...]:
        """What is left of the other entries."""
        sound = {id(entry) for entry in self.entries}
        return tuple(one.partial for one in self.made if one.partial is not None and id(one.partial) not in sound)


def read_collections(
    files: Files,
    settings: SettingsRead,
    kept: KeptPosts | None = None,
    told: Callable[[Entry], None] | None = None,
) -> Collections:
    """Read all of them; `told` is told of each post as soon as it is read."""
    segments = gather(files, "segments", Segment)
    people = gather(files, "people", Person, settings.people)
    channels = gather(files, "channels", Channel, settings.channels)
    contacts = gather(files, "contacts", Contact)
    needs = gather(files, "needs", Need)
    log = _log(files, settings.products)
    known = tuple(segments.records)
    calendar = read_calendar(files, known)
    all_made = calendar.whole and all(one.partial is not None for one in calendar.made)
    posts = read_posts(files, calendar.named, known, all_made, kept, told)
    made = (*calendar.made, *posts.made)
    slugs_whole = calendar.whole and posts.whole and all(one.slug is not None for one in calendar.made)
    return Collections(segments, people, channels, contacts, needs, log, made, slugs_whole, posts.beside)


def _log(files: Files, products: Mapping[str, None]) -> Log:
    paths = paths_of(files, "log")
    if not paths:
        return Log(absent=True)
    roots, _ = roots_of(files, paths)
    lines: list[LogLine] = []
    judged: list[LogLine] = []
    for root in roots:
        for written in bearable(files, each(root)):
            node = without_in_line(files, written, products)
            if node is None:
                continue
            shaped = shape(node, LogLine)
            files.findings += shaped.findings
            if shaped.record is not None:
                lines.append(shaped.record)
            if shaped.partial is not None:
                judged.append(shaped.partial)
    return Log(tuple(lines), tuple(judged))
