"""A page a promise: its manual page, what is in force of it here, and what was found."""

from collections.abc import Iterator

from valuegen.finding import Finding
from valuegen.pages.planner.checks import silence_line
from valuegen.pages.planner.checks_views import Part, PromiseView
from valuegen.pages.planner.frame import CHECKS, Desk, planner_page, root_of, rule_file
from valuegen.pages.planner.lines import finding_line
from valuegen.pages.planner.mentions import segment_link
from valuegen.pages.planner.rule_states import RuleStates
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.rules import ALL
from valuegen.rules.card import Code, card_of
from valuegen.rules.card import Part as Piece
from valuegen.rules.example_words import example_in
from valuegen.rules.found import Rule
from valuegen.rules.policy import OFF, Choice
from valuegen.rules.written import written_options
from valuegen.words import Message, msg, nmsg

FOUND = 200
"""So many findings stand on the page."""
HERE = "# here"


def promise_pages(desk: Desk, states: RuleStates) -> Iterator[Page]:
    """The page of each rule."""
    findings: dict[str, list[Finding]] = {}
    for finding in desk.judged.findings:
        findings.setdefault(finding.rule, []).append(finding)
    for rule in ALL:
        view = Later(_view, desk, states, rule, findings.get(rule.NAME, []))
        yield planner_page(rule_file(rule.NAME), "promise", view, desk.site)


def _view(desk: Desk, states: RuleStates, rule: Rule, findings: list[Finding]) -> PromiseView:
    card = card_of(rule)
    state, said = states.of(rule.NAME)
    left = len(findings) - FOUND
    sections = (
        (msg("Why"), card.why),
        (msg("Options"), card.options),
        (msg("What is found"), card.fails),
        (msg("What is fine"), card.passes),
    )
    return PromiseView(
        title=desk.say(card.title),
        root=root_of(rule_file(rule.NAME)),
        place=CHECKS,
        name=rule.NAME,
        state=state,
        said=desk.say(said),
        facts=tuple((name, desk.say(value)) for name, value in _facts(desk, rule)),
        sections=tuple((desk.say(title), _parts(desk, parts)) for title, parts in sections if parts),
        lines=tuple(finding_line(desk, one) for one in findings[:FOUND]),
        left=desk.say(nmsg("and {n} more", "and {n} more", left)) if left > 0 else "",
        silences=tuple(silence_line(desk, one) for one in desk.judged.silences if one.rule == rule.NAME),
    )


def _facts(desk: Desk, rule: Rule) -> Iterator[tuple[Link, Message]]:
    """What is in force, for everybody and for the segments that say otherwise."""
    policy = desk.judged.policy
    yield Link(desk.say(msg("In force")), ""), _choice(policy.choice(rule.NAME))
    for id in desk.plan.workspace.segments:
        own = policy.segments.get((id, rule.NAME))
        if own is not None:
            yield segment_link(desk, id), _choice(own)


def _choice(choice: Choice) -> Message:
    """As one writes it in `rules`: the level, and the options."""
    if choice.level == OFF:
        return msg("off")
    options = written_options(choice.options)
    shown = ", ".join(f"{name}: {value}" for name, value in options.items())
    return (
        msg("`{level}`, {options}", level=choice.level, options=shown)
        if options
        else msg("`{level}`", level=choice.level)
    )


def _parts(desk: Desk, parts: tuple[Piece, ...]) -> tuple[Part, ...]:
    return tuple(
        Part(
            "",
            tuple(
                (line.removesuffix(HERE).rstrip(), line.endswith(HERE))
                for line in example_in(part, desk.language).splitlines()
            ),
        )
        if isinstance(part, Code)
        else Part(desk.say(part), ())
        for part in parts
    )
