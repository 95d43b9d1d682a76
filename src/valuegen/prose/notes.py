"""Footnotes: gathered where they are defined, numbered as they are referred to, written at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from valuegen.prose.draft import Draft
from valuegen.prose.labels import label
from valuegen.prose.parts import PassageKind
from valuegen.words import msg

# Ways back to the text from one note; a note that is used more often than this is used as padding.
MOST_BACKS = 26


@dataclass(frozen=True, slots=True)
class Note:
    """A definition: its tokens, its line, the passages in which it stands."""

    tokens: tuple[Token, ...]
    line: int
    within: tuple[PassageKind, ...]


@dataclass(slots=True)
class Notes:
    """The notes of one text. Ids have a `_`, which no heading's has: `fn_1`, `fnref_1`, `fnref_1_2`."""

    defined: dict[str, Note] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)

    def define(self, draft: Draft, opening: Token, stream: Iterator[Token], within: tuple[PassageKind, ...]) -> None:
        """Takes a definition's tokens off the stream, those of definitions inside it for themselves."""
        tokens: list[Token] = []
        for token in stream:
            if token.type == "footnote_reference_close":
                break
            if token.type == "footnote_reference_open":
                self.define(draft, token, stream, within)
            else:
                tokens.append(token)
        name, line = opening.meta["label"], (opening.map or [0])[0] + 1
        if name in self.defined:
            draft.trouble(
                (line, 1),
                msg("The footnote “{name}” is written twice: only the first is shown.", name=name),
                msg("Give one of them another name, or delete it."),
            )
        else:
            self.defined[name] = Note(tuple(tokens), line, within)

    def reference(self, name: str, linked: bool) -> str:
        """The HTML of a reference; its number is that of the first one to the same note."""
        if name not in self.numbers:
            self.order.append(name)
            self.numbers[name] = len(self.order)
        number = self.numbers[name]
        self.uses[name] = use = self.uses.get(name, 0) + 1
        mark = f'<a href="#fn_{number}" role="doc-noteref">{number}</a>' if linked else str(number)
        return f'<sup class="footnote-ref" id="{_use_id(number, use)}">{mark}</sup>'

    def backs(self, number: int, name: str, language: str) -> str:
        """The HTML of the ways back from a note to where it is referred to."""
        say, uses = label("back", language), min(self.uses[name], MOST_BACKS)
        links = []
        for use in range(1, uses + 1):
            which = f"{number}" if uses == 1 else f"{number}-{use}"
            shown = "\u21a9\ufe0e" if use == 1 else f"\u21a9\ufe0e<sup>{use}</sup>"
            back = f'<a class="footnote-back" href="#{_use_id(number, use)}" role="doc-backlink"'
            links.append(f' {back} aria-label="{say} ({which})">{shown}</a>')
        return "".join(links)

    def unused(self, draft: Draft) -> None:
        """Says which notes nothing refers to: nobody would read them."""
        for name, note in self.defined.items():
            if name not in self.uses:
                draft.trouble(
                    (note.line, 1),
                    msg("Nothing refers to the footnote “{name}”, so nobody would read it.", name=name),
                    msg("Write [^{name}] where it belongs, or delete it.", name=name),
                )


def _use_id(number: int, use: int) -> str:
    return f"fnref_{number}" if use == 1 else f"fnref_{number}_{use}"
