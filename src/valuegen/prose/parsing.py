"""A body's text → `Prose`: the way through the package."""

import re

from markdown_it.common.utils import escapeHtml

from valuegen.prose.counted import counted
from valuegen.prose.dialect import parser
from valuegen.prose.draft import Draft, overgrown
from valuegen.prose.engines import QUICK, USUAL
from valuegen.prose.fast import tokens_of
from valuegen.prose.page import Walk
from valuegen.prose.parts import LinkKind, Prose, Trouble
from valuegen.prose.sentences import excerpt, fingerprint
from valuegen.prose.troubles import reported
from valuegen.words import msg

# What no page, feed or calendar can hold: C0 and C1 controls but tab and line ends (XML 1.0, "Characters"), halves
# of a character, and the two that are none.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n?")
MOST_UNPRINTABLE = 20


def parse(text: str, language: str = "es", engine: str = USUAL) -> Prose:
    """Reads a body (CommonMark, tables, footnotes, passages), without its front matter.

    `language` ("es" or "en") is that of the few words of our own in it. `engine`: which parser reads what both read
    alike; the same `Prose` comes of it. Never raises: what is wrong
    with the text is in `troubles`, in the order of the text, and the HTML is safe all the same.
    """
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    env: dict[str, object] = {}
    troubles = reported(env)
    if _UNPRINTABLE.search(text):
        troubles += _unprintable(text)
        text = _UNPRINTABLE.sub("\ufffd", text)
    draft = Draft(text, language, troubles)
    tokens = tokens_of(text) if engine == QUICK else None
    Walk(draft).whole(parser().parse(text.removeprefix("\ufeff"), env) if tokens is None else tokens)
    return _finished(draft, text)


_NO_LETTER = b"\0"
"""Texts of signs alone are all the same: space and punctuation are no difference."""


def _finished(draft: Draft, text: str) -> Prose:
    chunks, slots = _pieces(draft)
    size = sum(map(len, chunks)) + sum(len(target) for _, target in slots)
    if size * 4 > draft.limit and _size(chunks, slots) > draft.limit:
        draft.trouble((1, 1), *overgrown())
        chunks, slots = (f"<p>{escapeHtml(text)}</p>\n",), ()
    return Prose(
        chunks=chunks,
        slots=slots,
        words=draft.words,
        pitch_words=draft.pitch_words,
        questions=tuple(draft.questions),
        links=tuple(draft.links),
        headings=tuple(draft.headings),
        passages=tuple(sorted(draft.passages, key=lambda passage: passage.line)),
        paragraphs=tuple(draft.paragraphs),
        codes=tuple(draft.codes),
        excerpt=excerpt(draft.lead),
        fingerprint=fingerprint(b"".join(draft.letters) or counted(text)[1] or _NO_LETTER * bool(text.strip())),
        troubles=tuple(sorted(dict.fromkeys(draft.troubles), key=lambda trouble: (trouble.line, trouble.column))),
    )


def _pieces(draft: Draft) -> tuple[tuple[str, ...], tuple[tuple[LinkKind, str], ...]]:
    chunks, before = [], 0
    for at, _, _ in draft.slots:
        chunks.append(_joined(draft.out[before:at]))
        before = at
    chunks.append(_joined(draft.out[before:]))
    return tuple(chunks), tuple((kind, target) for _, kind, target in draft.slots)


def _joined(pieces: list[str]) -> str:
    # A form feed can still come out of an entity, and no XML may hold one.
    return "".join(pieces).replace("\x0c", " ")


def _size(chunks: tuple[str, ...], slots: tuple[tuple[LinkKind, str], ...]) -> int:
    return sum(len(chunk.encode()) for chunk in chunks) + sum(len(target.encode()) for _, target in slots)


def _unprintable(text: str) -> list[Trouble]:
    """The first such character of each line, for so many lines as a person would still look at."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        character = _UNPRINTABLE.search(line)
        if character is not None:
            message = msg("There is a character here that no page can hold: {code}.", code=f"U+{ord(character[0]):04X}")
            found.append(Trouble(message, msg("Delete it."), number, character.start() + 1))
            if len(found) == MOST_UNPRINTABLE:
                break
    return found
