"""Addresses at which somebody is reached: email, phone, url."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from valuegen.model.base import one
from valuegen.model.values import Wrong
from valuegen.words import msg

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
EMAIL = re.compile(
    rf"{_ATOM}(?:\.{_ATOM})*@"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
"""RFC 5321, section 4.1.2: a Dot-string, of letters and signs between single dots, at a host of two names or more."""

_LINK = re.compile(r"(?:https?://[^/]|mailto:|tel:|sms:)")
_PHONE = re.compile(r"[0-9 +\-.()]*")
_ENDS = re.compile(r"[\s<>\"\\`\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""What no address holds, and what would end one in a page, a feed or a line, or show it as another."""


def read_email(text: str) -> str:
    """One plain address, `name@host.tld`."""
    if not EMAIL.fullmatch(text):
        raise Wrong(
            msg("“{text}” is not an email address.", text=text),
            msg("Write one plain address: name@firm.example"),
            msg("This is not an email address."),
        )
    return text


def read_phone(text: str) -> str:
    """Digits, space and `+-.()`; at least three digits."""
    if not _PHONE.fullmatch(text) or sum(character.isdigit() for character in text) < 3:
        raise Wrong(
            msg("“{text}” is not a phone number.", text=text),
            msg("Write digits, spaces and + - . ( ) alone, for example “+57 300 000 0000”."),
            msg("This is not a phone number."),
        )
    return text


def read_url(text: str) -> str:
    """An http(s) address with a host, no name or password in it, and nothing that would end it where it is written."""
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and "@" not in parts.netloc and parts.port != 0
        fine = fine and all((parts.hostname or "").removesuffix(".").split("."))
    except ValueError:
        fine = False
    if not fine or _ENDS.search(text):
        raise Wrong(
            msg("“{text}” is not a web address.", text=text),
            msg("Write it whole, without a name or password: https://firm.example"),
            msg("This is not a web address."),
        )
    return text


def read_site_url(text: str) -> str:
    """The address of a site, to which those of its pages are added."""
    if read_url(text) != text.partition("?")[0].partition("#")[0]:
        raise Wrong(
            msg("“{text}” can't be the address of a site: addresses of pages go on after it.", text=text),
            msg("Remove everything from “?” or “#” on."),
            msg("This can't be the address of a site: addresses of pages go on after it."),
        )
    return text


def read_link(text: str) -> str:
    """How to reach somebody on a channel: an address with `{phone}` or `{email}` in it, or neither."""
    places = re.findall(r"\{([^{}]*)\}", text)
    if not _LINK.match(text) or any(character.isspace() for character in text) or set(places) - {"phone", "email"}:
        raise Wrong(
            msg("“{text}” is not the link of a channel.", text=text),
            msg("Write an address that begins with https:, mailto:, tel: or sms:, with {{phone}} or {{email}} in it."),
        )
    return text


Email = Annotated[str, one(read_email)]


def digits_of(phone: str) -> tuple[str, bool]:
    """The digits that one dials from anywhere, and whether the country is among them: it is after `+` or `00`.

    The trunk zero of `+44 (0)20 …`, which is dialled at home alone (E.123), is left out.
    """
    plain = phone.strip()
    if not plain.startswith(("+", "00")):
        return re.sub(r"\D", "", plain), False
    return re.sub(r"\D", "", re.sub(r"\(\s*0\s*\)", "", plain)).removeprefix("00"), True


Phone = Annotated[str, one(read_phone)]
Url = Annotated[str, one(read_url)]
SiteUrl = Annotated[str, one(read_site_url)]
Link = Annotated[str, one(read_link)]
