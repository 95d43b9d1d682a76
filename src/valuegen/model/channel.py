"""Channels: where you meet. The built-in ones, and those of a workspace."""

from typing import Annotated

from valuegen.model.base import Count, Flag, Id, Line, Record, choice
from valuegen.model.contact_ways import Link
from valuegen.words import Message, msg


class Channel(Record):
    """A way to reach somebody.

    `link` is how a person acts on it: an address with `{phone}` or `{email}`, or none. `max_words` 0: no limit.
    `publishes`: its entries are pages of the public site.
    """

    id: Id
    name: Line | None = None
    reach: Annotated[str, choice("personal", "group", "broadcast")] = "personal"
    minutes: Count = 30
    link: Link | None = None
    max_words: Count = 0
    publishes: Flag = False
    automated: Flag = False

    @property
    def label(self) -> Message | str:
        """Its name: the workspace's own, else the built-in one, said in the reader's language."""
        return self.name or NAMES.get(self.id) or self.id


NAMES: dict[str, Message] = {
    "email": msg("Email"),
    "whatsapp": msg("WhatsApp"),
    "telegram": msg("Telegram"),
    "sms": msg("Text message"),
    "chat": msg("Chat"),
    "call": msg("Call"),
    "visit": msg("Visit"),
    "coffee": msg("Coffee"),
    "video-call": msg("Video call"),
    "appointment": msg("Appointment"),
    "letter": msg("Letter"),
    "card": msg("Card"),
    "counter": msg("At the counter"),
    "event": msg("Event"),
    "meetup": msg("Meetup"),
    "blog": msg("Blog"),
    "newsletter": msg("Newsletter"),
    "flyer": msg("Flyer"),
    "instagram": msg("Instagram"),
    "facebook": msg("Facebook"),
    "linkedin": msg("LinkedIn"),
    "x": msg("X"),
    "youtube": msg("YouTube"),
    "tiktok": msg("TikTok"),
    "podcast": msg("Podcast"),
    "autoresponder": msg("Automatic reply"),
}

_MAIL, _CALL = "mailto:{email}", "tel:{phone}"


def _personal(id: str, minutes: int, link: str | None = None, max_words: int = 0) -> Channel:
    return Channel(id=id, reach="personal", minutes=str(minutes), link=link, max_words=str(max_words))  # type: ignore[arg-type]


def _wide(
    id: str, reach: str, minutes: int, max_words: int = 0, publishes: bool = False, automated: bool = False
) -> Channel:
    return Channel.model_validate(
        {
            "id": id,
            "reach": reach,
            "minutes": str(minutes),
            "max_words": str(max_words),
            "publishes": "true" if publishes else "false",
            "automated": "true" if automated else "false",
        }
    )


BUILT_IN: dict[str, Channel] = {
    channel.id: channel
    for channel in (
        _personal("email", 15, _MAIL, 400),
        _personal("whatsapp", 5, "https://wa.me/{phone}", 120),
        _personal("telegram", 5, None, 120),
        _personal("sms", 3, "sms:{phone}", 25),
        _personal("chat", 10, None, 120),
        _personal("call", 20, _CALL),
        _personal("visit", 60),
        _personal("coffee", 60),
        _personal("video-call", 45),
        _personal("appointment", 45),
        _personal("letter", 45, None, 500),
        _personal("card", 15, None, 80),
        _personal("counter", 15),
        _wide("event", "group", 180),
        _wide("meetup", "group", 120),
        _wide("blog", "broadcast", 120, publishes=True),
        _wide("newsletter", "broadcast", 90, 800),
        _wide("flyer", "broadcast", 90, 150),
        _wide("instagram", "broadcast", 30, 150),
        _wide("facebook", "broadcast", 30, 200),
        _wide("linkedin", "broadcast", 30, 300),
        _wide("x", "broadcast", 10, 50),
        _wide("youtube", "broadcast", 240),
        _wide("tiktok", "broadcast", 90),
        _wide("podcast", "broadcast", 240),
        _wide("autoresponder", "broadcast", 15, automated=True),
    )
}
