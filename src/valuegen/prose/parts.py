"""What a body's text was found to hold: frozen data, with places within the text.

Lines and columns are counted from 1, columns in characters. The one who read the file adds the
lines that stand before the text (front matter, the rest of a YAML file).
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from valuegen.room import Laid
from valuegen.words import Message

LinkKind = Literal["link", "image"]
PassageKind = Literal["pitch", "tip", "question"]
Role = Literal["text", "heading", "cell", "caption", "note"]
Resolve = Callable[[str, LinkKind], str]
IMAGE = '<img src="'
"""What stands before the target of an image; after it, all up to the `>` is the rest of the same tag."""
_LAZY = ' loading="lazy"'

WORDS_PER_MINUTE = 200


class Spot(NamedTuple):
    """A piece of text and its line: a question, as it was asked."""

    text: str
    line: int


class Link(NamedTuple):
    """A link or an image. `target` is as written (entities and backslashes undone, `%20` kept);
    `text` is what the link says, or the image's text for who can't see it ("" where none is)."""

    target: str
    kind: LinkKind
    text: str
    line: int
    column: int


class Heading(NamedTuple):
    """A heading: `level` is that of the page (2 to 6), `anchor` its id, unique within the text."""

    level: int
    text: str
    anchor: str
    line: int


class Paragraph(NamedTuple):
    """Readable text outside code; a line end is where one is in the source.

    Addresses shown as they are (`<https://…>`) and code are left out. `quoted`: inside a block
    quote. `within`: the passages around it, outermost first. `role`: a heading, a cell of a table,
    the caption of a figure, a footnote, or other text.
    """

    text: str
    line: int
    words: int
    role: Role = "text"
    quoted: bool = False
    within: tuple[PassageKind, ...] = ()


class Passage(NamedTuple):
    """A `::: kind` … `:::`: its text, its words, the lines of its two marks."""

    kind: PassageKind
    text: str
    words: int
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps the text from being shown as it was meant, where, and what to do."""

    message: Message
    mend: Message | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Dressed:
    """How a page writes an image: HTML `before` and `after` its tag, its address, `attributes` beside `alt`."""

    src: str
    attributes: str = ""
    before: str = ""
    after: str = ""
    is_lazy: bool = True


Dress = Callable[[str], Dressed | None]


@dataclass(frozen=True)
class Prose:
    """A body, read once: its HTML in pieces, and everything that rules and pages ask of it.

    `chunks` are safe HTML; between each two of them stands the written target of `slots` (kind,
    target), so there is one chunk more than slots. `words` leaves out code, addresses and the
    texts of images. `codes`: the language that each fenced code says, and its line. `fingerprint` is "" where there is
    nothing to read.

    Of a `Prose` that was kept, `chunks` and `paragraphs` stay as they were kept until they are asked for: they are
    nearly all of it, and most of a build has no use for them.
    """

    chunks: tuple[str, ...]
    slots: tuple[tuple[LinkKind, str], ...] = ()
    words: int = 0
    pitch_words: int = 0
    questions: tuple[Spot, ...] = ()
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    passages: tuple[Passage, ...] = ()
    paragraphs: tuple[Paragraph, ...] = field(default_factory=tuple)
    codes: tuple[Spot, ...] = ()
    excerpt: str = ""
    fingerprint: str = ""
    troubles: tuple[Trouble, ...] = ()

    @classmethod
    def kept(cls, values: dict[str, Any], later: Mapping[str, Laid]) -> "Prose":
        """One that was kept: its fields, and where the JSON of the others lies."""
        prose = cls.__new__(cls)
        for name, value in (*values.items(), ("_later", later)):  # one by one: so all of them share their names
            object.__setattr__(prose, name, value)
        return prose

    if not TYPE_CHECKING:  # else nobody would be told of an attribute that is none

        def __getattr__(self, name: str) -> Any:
            """What is asked for the first time. (Threads may ask at once: each makes the same.)"""
            if name not in self.__dict__.get("_later", {}):
                raise AttributeError(name)
            made = self.__dict__[name] = self._made(name)
            return made

    def _made(self, name: str) -> Any:
        """A field; what lies as it was kept goes on lying so: nobody else is to hold what is asked for once."""
        if name in self.__dict__:
            return self.__dict__[name]
        data, start, end = self.__dict__["_later"][name]
        return _MADE_OF[name](json.loads(data[start:end]))

    @property
    def html(self) -> str:
        """The HTML with each target as it was written."""
        return self.html_with(lambda target, _kind: target)

    @property
    def plain(self) -> str:
        """The readable text outside code, its paragraphs parted by an empty line."""
        return "\n\n".join(" ".join(paragraph.text.split()) for paragraph in self.paragraphs)

    @property
    def reading_minutes(self) -> int:
        """Whole minutes at 200 words a minute, at least 1."""
        return max(1, (self.words + WORDS_PER_MINUTE // 2) // WORDS_PER_MINUTE)

    def html_with(self, resolve: Resolve, dress: Dress | None = None) -> str:
        """The HTML with each target replaced by what `resolve(target, kind)` gives for it.

        All targets are asked for, those of other sites too, in the order of the page. What comes
        back is made fit for an attribute, and is otherwise trusted. Images of which `dress` has more to
        say than where they are become what it says.
        """
        chunks = self._made("chunks")
        pieces = [chunks[0]]
        for (kind, target), after in zip(self.slots, chunks[1:], strict=True):
            dressed = dress(target) if dress is not None and kind == "image" else None
            if dressed is None:
                pieces += (_attribute(resolve(target, kind)), after)
            else:
                pieces[-1] = pieces[-1].removesuffix(IMAGE) + dressed.before + IMAGE
                pieces += (_attribute(dressed.src), _rest_of(dressed, after))
        return "".join(pieces)


_MADE_OF: dict[str, Callable[[Any], Any]] = {
    "chunks": tuple,
    "paragraphs": lambda all: tuple(
        Paragraph(text, line, words, role, quoted, tuple(within)) for text, line, words, role, quoted, within in all
    ),
}


def _rest_of(dressed: Dressed, after: str) -> str:
    """The rest of an image's tag, from the quote behind its address on."""
    tag, _, rest = after[1:].partition(">")
    return f'"{dressed.attributes}{tag if dressed.is_lazy else tag.replace(_LAZY, "")}>{dressed.after}{rest}'


# What no address may hold unescaped (WHATWG URL, "URL code points"), white space and controls too.
_UNFIT = re.compile(r'[\s\x00-\x1f\x7f-\x9f"<>\\^`{|}]')


def _attribute(address: str) -> str:
    """An address as an HTML attribute's value: `%` codes for what no address may hold, `&amp;` for `&`."""
    coded = _UNFIT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
    return coded.replace("&", "&amp;")
