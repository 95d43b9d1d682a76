"""Promises: what was found, by rule and by file; what is silenced; what is not looked at, and why."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import PurePosixPath

from valuegen.check import Silence
from valuegen.finding import LEVELS, Finding
from valuegen.pages.planner.checks_views import ChecksView, Group, PromiseLine, SilenceLine, Theme
from valuegen.pages.planner.frame import CHECKS, Desk, planner_page, rule_file
from valuegen.pages.planner.labels import counted
from valuegen.pages.planner.lines import finding_line
from valuegen.pages.planner.mentions import contact_link, entry_link, need_link
from valuegen.pages.planner.rule_states import RuleStates
from valuegen.pages.planner.verdict import verdict
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.rules import ALL
from valuegen.rules.card import card_of
from valuegen.rules.themes import themed
from valuegen.words import msg, nmsg

SHOWN = 12
"""So many findings of a rule stand on the page; all of them on the rule's own."""
SHOWN_OF_FILE = 30
FILES = 60


def checks_page(desk: Desk, states: RuleStates) -> Page:
    """Every finding, and every silence."""
    return planner_page(CHECKS, "checks", Later(_view, desk, states), desk.site)


def _view(desk: Desk, states: RuleStates) -> ChecksView:
    findings = desk.judged.findings
    levels = Counter(finding.level for finding in findings)
    parts = tuple(counted(level, levels[level]) for level in LEVELS if levels[level])
    themes = tuple(
        Theme(desk.say(theme.title), tuple(_promise(desk, states, rule.NAME) for rule in rules))
        for theme, rules in themed(ALL)
    )
    return ChecksView(
        title=desk.say(msg("Promises")),
        root="",
        place=CHECKS,
        verdict=desk.say(verdict(findings)),
        is_kept=not levels["error"],
        counts=desk.say(msg("{parts}", parts=parts)) if parts else "",
        by_rule=tuple(_by_rule(desk)),
        by_file=tuple(islice(_by_file(desk), FILES)),
        silences=tuple(silence_line(desk, silence) for silence in desk.judged.silences),
        aside=tuple(line for theme in themes for line in theme.lines if line.state in ("off", "skipped")),
        themes=themes,
    )


def _promise(desk: Desk, states: RuleStates, name: str) -> PromiseLine:
    state, said = states.of(name)
    return PromiseLine(name, title_of(desk, name), rule_file(name), state, desk.say(said))


TITLES = {rule.NAME: card_of(rule).title for rule in ALL}


def title_of(desk: Desk, rule: str) -> str:
    """A rule's first sentence."""
    return desk.say(TITLES[rule]) if rule in TITLES else rule


def _grouped(desk: Desk, by: Callable[[Finding], str]) -> Iterator[tuple[str, list[Finding]]]:
    """Findings by a name; the gravest of them decides which group stands first."""
    groups: dict[str, list[Finding]] = {}
    for finding in desk.judged.findings:
        groups.setdefault(by(finding), []).append(finding)
    yield from sorted(groups.items(), key=lambda group: (min(LEVELS.index(one.level) for one in group[1]), group[0]))


def _by_rule(desk: Desk) -> Iterator[Group]:
    for rule, findings in _grouped(desk, lambda finding: finding.rule):
        href = rule_file(rule) if rule in TITLES else ""
        yield _group(desk, rule, title_of(desk, rule), href, findings, SHOWN)


def _by_file(desk: Desk) -> Iterator[Group]:
    for file, findings in _grouped(desk, lambda finding: finding.place.file):
        yield _group(desk, file, PurePosixPath(file).name, "", findings, SHOWN_OF_FILE)


def _group(desk: Desk, name: str, title: str, href: str, findings: list[Finding], most: int) -> Group:
    left = len(findings) - most
    more = desk.say(nmsg("and {n} more", "and {n} more", left)) if left > 0 else ""
    return Group(name, title, href, len(findings), tuple(finding_line(desk, one) for one in findings[:most]), more)


def silence_line(desk: Desk, silence: Silence) -> SilenceLine:
    """An `allow`, with what it stands at."""
    if silence.entry:
        found = desk.entries.get(desk.by_slug.get(silence.entry, ""))
        about = entry_link(desk, found) if found else Link(silence.entry, "")
    elif silence.contact:
        about = contact_link(desk, silence.contact)
    else:
        about = need_link(desk, silence.need or "")
    place = f"{silence.place.file}:{silence.place.line}"
    return SilenceLine(silence.rule, rule_file(silence.rule), silence.reason, place, about)
