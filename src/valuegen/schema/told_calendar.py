"""What each key of an entry is for."""

from valuegen.model.base import Record
from valuegen.model.entry import Approval, Entry, Image, Repeat
from valuegen.words import Message, msg

TOLD: dict[type[Record], dict[str, Message]] = {
    Entry: {
        "date": msg(
            "The day: 2026-12-03, with a time if you like: 2026-12-03T09:30. Without it, it waits in the backlog."
        ),
        "title": msg("What it is called."),
        "slug": msg("Its name in addresses, and for other entries. Without it, it is made of the title."),
        "segments": msg("For whom it is: one segment or several."),
        "contacts": msg("For single clients, by their id; never on a channel that publishes."),
        "kind": msg(
            "industry: news of their trade · expertise: what you know · reference: to come back to · "
            "conversation: to ask and listen · courtesy: to greet · pitch: an offer."
        ),
        "topics": msg("What it is about."),
        "answers": msg("The needs that it answers, by their id."),
        "channels": msg(
            "Where it goes. Without it: of each segment the first channel that publishes, else its first one."
        ),
        "author": msg("Who speaks. Without it: who has the relation with its first segment or client."),
        "writer": msg("Who writes it for them."),
        "reply_to": msg("Who gets the answers (default: the author)."),
        "ask": msg("The question it asks whoever reads it."),
        "question": msg("The question it answers, for the list on the segment's page."),
        "body": msg("The file with its text, by its path from content/: posts/flour.md"),
        "text": msg("Its text, right here, after a `|`."),
        "summary": msg("A line for lists and feeds."),
        "status": msg("idea · draft (default) · review · ready: it is published on its date · done."),
        "minutes": msg("How long it takes you (default: what its channels take)."),
        "product": msg("The product that it sells."),
        "review": msg("How long after its date to look at it again, for example 180 days."),
        "expires": msg("The day on which it leaves the public site."),
        "updated": msg("The day on which its text last changed in a way that matters."),
        "language": msg("The language of its text, where it is not that of the site."),
        "translates": msg("The entry that says the same in another language."),
        "aliases": msg("Its former addresses: an old slug, or a path that begins with /."),
        "image": msg("Its picture."),
        "sources": msg("Addresses it draws on, shown at its end."),
        "read_next": msg("What to read next: slugs of entries, or addresses."),
        "approved": msg("Who said yes to it, and when."),
        "allow": msg("A rule that is silenced here, and why."),
        "repeat": msg("That it comes back: each time is an entry of its own."),
    },
    Repeat: {
        "rule": msg("How often, as calendars write it: FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYMONTHDAY=1."),
        "until": msg("The last day."),
        "except": msg("Days on which it is left out."),
        "done": msg("All up to this day, it too, are done."),
    },
    Image: {
        "src": msg("The file: beside the post, or in content/static/."),
        "alt": msg("What there is to see, for who can't see it."),
        "credit": msg("Who made it."),
    },
    Approval: {
        "by": msg("Who of your team."),
        "on": msg("When."),
    },
}
