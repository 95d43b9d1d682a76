"""The ways in which a page can be read: its tags undone, its codings undone, in turn. Each way is a folded text.

Tags can be taken for nothing (`Ro<b>sa</b>`) or for a space (`Rosa<br>Díaz`), or for a space where they begin a block.
"""

import re
from collections import deque
from collections.abc import Iterator
from itertools import chain

from valuegen.leaks.alphabets import packed
from valuegen.leaks.codings import decoded, entities
from valuegen.leaks.files import held_in, old_readings, readable, text_of
from valuegen.leaks.fold import BREAK, fold, plain
from valuegen.leaks.parts import Unread, is_packed
from valuegen.leaks.spelled import spelled

DEEPEST = 6
FUEL = 32 << 20
TAG = re.compile(r"(<[^<>]*>)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|button|caption|dd|details|dialog|div|dl|dt|entry|fieldset|"
    r"figcaption|figure|footer|form|h[1-6]|head|header|hr|html|item|label|legend|li|link|main|menu|meta|nav|ol|option|p|"
    r"pre|script|search|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b",
    re.IGNORECASE,
)
_NEAR, _FAR = 160, 20
# What parts words by itself, whether a tag stands beside it or not.
_APART = frozenset(' \t\r\n,:!?()[]{}/"“”«»…¿¡—–')
_SIGNS = ("&quot;", "&#34;", "&#39;", "&amp;", "&lt;", "&gt;", "&nbsp;", "\\n", "\\r", "\\t", '\\"')


class Fuel:
    """How many more characters and bytes of what a file hides are looked at: the file itself always is, whole.

    `unread`: what of it was not, and why.
    """

    def __init__(self, size: int) -> None:
        self.left = FUEL + 20 * size
        self.unread: set[Unread] = set()

    def takes(self, hidden: str | bytes) -> bool:
        """Whether there is enough left for this, which is then used."""
        self.left -= len(hidden) + 64
        return self.left > 0


def of_file(data: bytes, depth: int = 0, fuel: Fuel | None = None) -> Iterator[bytes]:
    """Every reading of a file, folded."""
    fuel = fuel or Fuel(len(data))
    text = text_of(data)
    if text is not None:
        yield from of_text(text, is_markup(text), depth, fuel)
        yield from (fold(plain(other)) for other in old_readings(data))
    if text is None or b"\0" in data:
        yield readable(data)
    if depth < DEEPEST:
        yield from _held(data, text, depth, fuel)
    elif is_packed(data):
        fuel.unread.add(Unread.MUCH)


def _held(data: bytes, text: str | None, depth: int, fuel: Fuel) -> Iterator[bytes]:
    """Every reading of what a file holds."""
    for held in held_in(data):
        if isinstance(held, Unread):
            fuel.unread.add(held)
        elif fuel.takes(held):
            yield from of_file(held, depth + 1, fuel)
        elif is_packed(data):
            fuel.unread.add(Unread.MUCH)
    for held in packed(data.decode("latin-1")) if text is None and not is_packed(data) else ():
        if fuel.takes(held):
            yield from of_file(held, depth + 1, fuel)


def is_markup(text: str) -> bool:
    """Whether a text is HTML or XML, so that every tag in it is one."""
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def of_text(text: str, markup: bool = False, depth: int = 0, fuel: Fuel | None = None) -> Iterator[bytes]:
    """Every reading of a text, folded. Those that need less undoing come first."""
    fuel = fuel or Fuel(len(text))
    ahead, seen = deque([(text, markup, depth)]), {text}
    while ahead:
        text, markup, depth = ahead.popleft()
        joined = BREAK.join(_streams(text, markup))
        shown = entities(joined)
        yield fold(shown)
        if depth >= DEEPEST:
            continue
        undone = chain(decoded(shown), spelled(shown))
        others = [*_untagged(text, joined, shown, markup), *((other, False) for other in undone)]
        for other, is_tagged in others:
            if other not in seen and fuel.takes(other):
                seen.add(other)
                ahead.append((other, is_tagged, depth + 1))
        for data in packed(shown):
            if fuel.takes(data):
                yield from of_file(data, depth + 1, fuel)


def _untagged(text: str, joined: str, shown: str, markup: bool) -> Iterator[tuple[str, bool]]:
    """A text with tags that were written as entities; one without its comments."""
    if shown.count("<") > joined.count("<"):
        yield entities(text), markup
    if "<!" in text:
        end = text.rfind("-->") + 3  # behind it no comment ends, and each that begins would be looked for to the end
        yield _CDATA.sub("", _COMMENT.sub("", text[:end]) + text[end:]), markup


def _streams(text: str, markup: bool) -> list[str]:
    """A text without its tags; what tags hold; and, where words touch a tag, what they are without it."""
    parts = TAG.split(text) if "<" in text else [text]
    if len(parts) == 1:
        return [text]
    texts, tags = parts[::2], parts[1::2]
    whole = [] if markup and text.count("<") == len(tags) else [text]
    return [*whole, " ".join(texts), *dict.fromkeys(tags), *_joined(texts, tags)]


def _joined(texts: list[str], tags: list[str]) -> Iterator[str]:
    """The surroundings of every tag that nothing but other tags parts from the words before and after it."""
    spans: list[tuple[int, int]] = []
    before, touching = -1, False
    for at, part in enumerate(texts):
        if not part:
            continue
        if touching and part[0] not in _APART and not part.startswith(_SIGNS):
            first, last = _reach(texts, before, at)
            if spans and first <= spans[-1][1]:
                first = spans.pop()[0]
            spans.append((first, last))
        before, touching = at, part[-1] not in _APART and not part.endswith(_SIGNS)
    for first, last in spans:
        yield "".join(texts[first : last + 1])
        gaps = ("", *(" " if _BLOCK.match(tag) else "" for tag in tags[first:last]))
        yield "".join(gap + part for gap, part in zip(gaps, texts[first : last + 1], strict=True))


def _reach(texts: list[str], first: int, last: int) -> tuple[int, int]:
    """From `first` to `last`, and so much on both sides that five words are among it."""
    start, end = first, last
    length = 0
    while first > 0 and length < _NEAR and start - first < _FAR:
        length += len(texts[first])
        first -= 1
    length = 0
    while last < len(texts) - 1 and length < _NEAR and last - end < _FAR:
        length += len(texts[last])
        last += 1
    return first, last
