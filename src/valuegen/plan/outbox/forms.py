"""Which form the words for a channel have."""

from typing import Literal

from valuegen.model.channel import Channel

Form = Literal["whatsapp", "chat", "sms", "mail", "post", "video", "talk", "gather", "print", "page", "none"]
"""whatsapp · chat: plain text · sms · mail: subject, preview line, text and HTML · post: on a network · video: what to
say, and the words beneath it · talk: a card for each client · gather: an invitation, and who is meant · print: a
sheet · page: the site publishes it by itself · none: nobody is there to send it."""

_BY_CHANNEL: dict[str, Form] = {
    "whatsapp": "whatsapp",
    "telegram": "chat",
    "chat": "chat",
    "sms": "sms",
    "email": "mail",
    "newsletter": "mail",
    **dict.fromkeys(("call", "visit", "coffee", "video-call", "appointment", "counter"), "talk"),
    **dict.fromkeys(("letter", "card", "flyer"), "print"),
    **dict.fromkeys(("event", "meetup"), "gather"),
    **dict.fromkeys(("instagram", "facebook", "linkedin", "x"), "post"),
    **dict.fromkeys(("youtube", "tiktok", "podcast"), "video"),
}
_BY_LINK: dict[str, Form] = {"mailto": "mail", "tel": "talk", "sms": "sms"}
_WHATSAPP = ("https://wa.me/", "https://api.whatsapp.com/")


def form_of(channel: Channel) -> Form:
    """The form of a channel: of a built-in one by its name, of a workspace's own by what its link opens, or whom it
    reaches.
    """
    if channel.automated:
        return "none"
    if channel.publishes:
        return "page"
    if channel.id in _BY_CHANNEL:
        return _BY_CHANNEL[channel.id]
    if channel.link:
        scheme = channel.link.partition(":")[0]
        return "whatsapp" if channel.link.startswith(_WHATSAPP) else _BY_LINK.get(scheme, "chat")
    return {"personal": "talk", "group": "gather"}.get(channel.reach, "post")  # type: ignore[return-value]
