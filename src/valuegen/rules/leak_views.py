"""The ways in which a page can be read: its tags undone, its codings undone, in turn. Each way is a folded text.

Tags can be taken for nothing (`Ro<b>sa</b>`) or for a space (`Rosa<br>Díaz`), or for a space where they begin a block.
"""

import re
from collections.abc import Iterator

from valuegen.rules.leak_codings import decoded, entities, packed
from valuegen.rules.leak_files import held_in, readable, text_of
from valuegen.rules.leak_fold import BREAK, fold

DEEPEST = 6
TAG = re.compile(r"(<[^<>]*>)")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|button|caption|dd|details|dialog|div|dl|dt|entry|fieldset|"
    r"figcaption|figure|footer|form|h[1-6]|head|header|hr|html|item|label|legend|li|link|main|menu|meta|nav|ol|option|p|"
    r"pre|script|search|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b",
    re.IGNORECASE,
)
_NEAR = 160
# What parts words by itself, whether a tag stands beside it or not.
_APART = frozenset(' \t\r\n,:!?()[]{}/"“”«»…¿¡—–')
_SIGNS = ("&quot;", "&#34;", "&#39;", "&amp;", "&lt;", "&gt;", "&nbsp;")


def of_file(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """Every reading of a file, folded."""
    text = text_of(data)
    if text is not None:
        yield from of_text(text, depth, is_markup(text))
        return
    yield readable(data)
    if depth < DEEPEST:
        for held in held_in(data):
            yield from of_file(held, depth + 1)


def is_markup(text: str) -> bool:
    """Whether a text is HTML or XML, so that every tag in it is one."""
    return text.startswith("<")


def of_text(text: str, depth: int = 0, markup: bool = False) -> Iterator[bytes]:
    """Every reading of a text, folded."""
    joined = BREAK.join(_streams(text, markup))
    plain = entities(joined)
    yield fold(plain)
    if depth >= DEEPEST:
        return
    if plain.count("<") > joined.count("<"):  # tags that were written as entities
        yield from of_text(entities(text), depth + 1, markup)
    if "<!" in text:
        bare = _COMMENT.sub("", text)
        if bare != text:
            yield from of_text(bare, depth + 1, markup)
    for other in decoded(text):
        yield from of_text(other, depth + 1)
    for data in packed(text):
        yield from of_file(data, depth + 1)


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
    length = 0
    while first > 0 and length < _NEAR:
        length += len(texts[first])
        first -= 1
    length = 0
    while last < len(texts) - 1 and length < _NEAR:
        length += len(texts[last])
        last += 1
    return first, last
