"""Channels: how they reach, which publish, what they bear. The built-in numbers are data of the program."""

from valuegen.model.channel import BUILT_IN

PERSONAL = "email whatsapp telegram sms chat call visit coffee video-call appointment letter card counter".split()
GROUP = ["event", "meetup"]


def channel(work, name):
    """{reach, automated, publishes, minutes, max_words}: the built-in one, overridden key by key."""
    made = {"reach": "personal", "automated": False, "publishes": False, "minutes": 30, "max_words": 0}
    if name in BUILT_IN:
        made["reach"] = "personal" if name in PERSONAL else "group" if name in GROUP else "broadcast"
        made["automated"], made["publishes"] = name == "autoresponder", name == "blog"
        made["minutes"], made["max_words"] = BUILT_IN[name].minutes, BUILT_IN[name].max_words
    return {**made, **work.get("channels", {}).get(name, {})}


def reach(work, name):
    return channel(work, name)["reach"]


def publishes(work, channels):
    return any(channel(work, name)["publishes"] for name in channels)


def is_near(work, name):
    """By a personal or a group channel."""
    return reach(work, name) in ("personal", "group")
