"""The rules by what they are about, as the table of 3-rules.md groups them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valuegen.rules.found import Rule
from valuegen.words import Message, msg


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of rules; `id` is its name for programs."""

    id: str
    title: Message
    rules: tuple[str, ...]


THEMES = (
    Theme(
        "mix",
        msg("Mix: how much sells, and to whom"),
        tuple(
            "pitch-share client-pitch-share pitch-words disguised-pitch pitch-too-soon pay-button pitch-while-away "
            "pitch-unreachable courtesy-alone".split()
        ),
    ),
    Theme(
        "cadence",
        msg("Cadence: how often, and how seldom"),
        tuple("too-often client-too-often too-quiet client-forgotten on-holiday overload".split()),
    ),
    Theme(
        "conversation",
        msg("Conversation: two sides"),
        tuple("monologue no-reply-path unanswered unmet-need nobody-answers off-topic".split()),
    ),
    Theme(
        "personal",
        msg("Personal: who speaks, and to whom"),
        tuple(
            "delegated automated broadcast-only wrong-channel fake-personal mixed-address blast opted-out "
            "unsolicited".split()
        ),
    ),
    Theme(
        "words",
        msg("Words and measures"),
        tuple("vanity-metric barren-channel unknowing-author jargon gulp".split()),
    ),
    Theme(
        "site",
        msg("Site and format"),
        tuple(
            "format broken-link missing-alt same-address missing-body unapproved overdue unused-allow "
            "private-leak".split()
        ),
    ),
)


def themed(rules: Sequence[Rule]) -> Iterator[tuple[Theme, tuple[Rule, ...]]]:
    """Each theme with those of its rules that are among `rules`, in its order; none without a rule."""
    by_name = {rule.NAME: rule for rule in rules}
    for theme in THEMES:
        found = tuple(by_name[name] for name in theme.rules if name in by_name)
        if found:
            yield theme, found
