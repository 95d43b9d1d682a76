"""A rule's page for a terminal, and the list of all rules (`valuegen explain`)."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valuegen.report.rule_facts import facts_of
from valuegen.rules.card import Code, Part, card_of
from valuegen.rules.example_words import example_in
from valuegen.rules.found import Rule
from valuegen.rules.themes import themed
from valuegen.words import Message, msg, say

HERE = "# here"
WIDEST = 100


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is shown: the reader's language, columns, whether with colours."""

    language: str
    width: int = 80
    colour: bool = False

    def said(self, message: Message) -> str:
        """A message in the reader's language."""
        return say(message, self.language)

    def bold(self, text: str) -> str:
        """What stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def red(self, text: str) -> str:
        """What is wrong."""
        return f"\x1b[31m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, first: str = "  ", rest: str = "  ") -> str:
        """A paragraph, no wider than can be read."""
        width = max(40, min(self.width, WIDEST))
        return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False,
                             break_on_hyphens=False)  # fmt: skip


def page(rule: Rule, look: Look) -> str:
    """All that there is to know of a rule."""
    card = card_of(rule)
    sections = (
        (msg("Why"), card.why),
        (msg("Options"), card.options),
        (msg("What is found"), card.fails),
        (msg("What is fine"), card.passes),
    )
    blocks = [f"{look.bold(rule.NAME)}\n{look.wrapped(look.said(card.title))}", "\n".join(_facts(rule, look))]
    blocks += ["\n".join([look.bold(look.said(title)), *_body(parts, look)]) for title, parts in sections if parts]
    return "\n\n".join(blocks)


def _facts(rule: Rule, look: Look) -> Iterator[str]:
    facts = [(look.said(fact.label), look.said(fact.text)) for fact in facts_of(rule)]
    width = max(len(label) for label, _ in facts)
    for label, text in facts:
        yield look.wrapped(text, f"  {label:<{width}}  ", " " * (width + 4))


def _body(parts: Sequence[Part], look: Look) -> Iterator[str]:
    for number, part in enumerate(parts):
        if number:
            yield ""
        if isinstance(part, Code):
            yield from (f"    {line}".rstrip() for line in _code(part, look))
        else:
            yield look.wrapped(look.said(part))


def _code(code: Code, look: Look) -> Iterator[str]:
    for line in example_in(code, look.language).splitlines():
        if line.endswith(HERE):
            yield line.removesuffix(HERE) + look.red(look.said(msg("# here")))
        else:
            yield line


def overview(rules: Sequence[Rule], look: Look) -> str:
    """Every rule with its first sentence, by theme."""
    width = max(len(rule.NAME) for rule in rules)
    blocks = []
    for theme, members in themed(rules):
        lines = [
            look.wrapped(look.said(card_of(rule).title), f"  {rule.NAME:<{width}}  ", " " * (width + 4))
            for rule in members
        ]
        blocks.append("\n".join([look.bold(look.said(theme.title)), *lines]))
    return "\n\n".join(blocks)


_MOST_NAMED = 6
_WORD = re.compile(r"\w+")


def named_by(word: str, rules: Sequence[Rule], language: str) -> list[str]:
    """The rules whose first sentence has this word, in whatever number, and then those whose reasons have it.

    Of many of one sort none: what most rules speak of tells nothing.
    """
    wanted = _stems(word)
    cards = [(rule.NAME, card_of(rule)) for rule in rules] if wanted else []
    found: list[str] = []
    for told in (lambda card: (card.title,), lambda card: card.why):
        names = [name for name, card in cards if wanted <= _stems(" ".join(say(one, language) for one in told(card)))]
        more = [name for name in names if name not in found]
        found += more if len(found) + len(more) <= _MOST_NAMED else []
    return found


def _stems(text: str) -> set[str]:
    """Its words without accents and the ending of a plural; those of one or two letters say nothing."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return {re.sub(r"e?s$", "", one).removesuffix("e") for one in _WORD.findall(plain) if len(one) > 2}
