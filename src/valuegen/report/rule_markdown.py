"""A rule's page as Markdown: for docs/rules.md, and for readers of SARIF."""

from collections.abc import Iterator, Sequence

from valuegen.report.rule_facts import facts_of
from valuegen.report.rule_page import HERE
from valuegen.rules.card import Code, Part, card_of
from valuegen.rules.example_words import example_in
from valuegen.rules.found import Rule
from valuegen.words import msg, say


def markdown(rule: Rule, language: str, depth: int = 2) -> str:
    """The page without its name; its headings have `depth` signs."""
    card = card_of(rule)
    facts = [f"- **{say(fact.label, language)}:** {say(fact.text, language)}" for fact in facts_of(rule)]
    blocks = [say(card.title, language), "\n".join(facts)]
    sections = (
        (msg("Why"), card.why),
        (msg("Options"), card.options),
        (msg("What is found"), card.fails),
        (msg("What is fine"), card.passes),
    )
    for title, parts in sections:
        if parts:
            blocks += [f"{'#' * depth} {say(title, language)}", *_body(parts, language)]
    return "\n\n".join(blocks)


def _body(parts: Sequence[Part], language: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Code):
            text = example_in(part, language).replace(HERE, say(msg("# here"), language))
            yield f"```{part.language}\n{text}\n```"
        else:
            yield say(part, language)


def plain(parts: Sequence[Part], language: str) -> str:
    """The paragraphs alone."""
    return "\n\n".join(say(part, language) for part in parts if not isinstance(part, Code))
