"""Links that open a channel to somebody with the words in it."""

from urllib.parse import quote, urlsplit

from valuegen.plan.outbox.lengths import MAILTO_SEEN
from valuegen.plan.outbox.types import Words

LONGEST = 8_000
"""Longer addresses than this are not opened by every browser: the words are left out of them."""


def with_words(link: str, words: Words) -> tuple[str, bool]:
    """The link with the words in it, and whether all of them are.

    `https://wa.me` takes `text`, `mailto:` a subject and a body (RFC 6068), `sms:` a body (RFC 5724); any other link
    takes none. A long email has its beginning in the link: the rest is copied.
    """
    parts = urlsplit(link)
    if link.startswith(("https://wa.me/", "https://api.whatsapp.com/")):
        return _held(link, _query(parts.query, f"text={_coded(words.text)}"))
    if parts.scheme == "mailto":
        return _mail(link, parts.query, words)
    if parts.scheme == "sms":
        return _held(link, _query(parts.query, f"body={_coded(words.text)}"))
    return link, False


def _held(link: str, query: str) -> tuple[str, bool]:
    return (link + query, True) if len(link + query) <= LONGEST else (link, False)


def _query(already: str, more: str) -> str:
    return f"&{more}" if already else f"?{more}"


def _coded(text: str) -> str:
    return quote(text, safe="")


def _mail(link: str, already: str, words: Words) -> tuple[str, bool]:
    """Lines of a body end with CR LF (RFC 6068, 5)."""
    head = link + _query(already, f"subject={_coded(words.subject)}")
    whole = f"{head}&body={_coded(words.text.replace(chr(10), chr(13) + chr(10)))}"
    if len(whole) <= MAILTO_SEEN:
        return whole, True
    room = MAILTO_SEEN - len(f"{head}&body=%0D%0A%0D%0A") - len(_coded("…"))
    begun = _begun(words.text, room)
    return (f"{head}&body={begun}", False) if begun else (head, False)


def _begun(text: str, room: int) -> str:
    """As much of it, coded, as there is room for, up to the end of a word."""
    kept, size = [], 0
    for word in text.split(" "):
        coded = _coded(word.replace("\n", "\r\n"))
        size += len(coded) + 3
        if size > room:
            break
        kept.append(coded)
    return "%20".join(kept) + _coded("…") if kept else ""
