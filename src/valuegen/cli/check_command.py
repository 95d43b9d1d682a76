"""`valuegen check`: the rules alone."""

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.broken_pages import asking_elsewhere, findings_of, lines_of, loaded
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import files
from valuegen.cli.frame import BROKEN, FINE, common, print_data, root_of, say_err, shared_options, wrong_usage
from valuegen.cli.judged import as_of_option, credit_data, failing_level, level_options, surveyed, told, verdict
from valuegen.cli.rule_names import RuleParameter
from valuegen.cli.spoken import Argument, Command, Option, reader_language
from valuegen.read.theme_folders import are_built_in
from valuegen.words import Message, msg, nmsg, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from valuegen.build import Survey
    from valuegen.finding import Finding
    from valuegen.render.theme_error import ThemeError
    from valuegen.report.outcome import Outcome

FORMS = ("text", "json", "github", "gitlab", "sarif", "junit")


@click.pass_context
def _check(
    ctx: click.Context,
    form: str,
    strict: bool,
    fail_on: str | None,
    as_of: date | None,
    rule: tuple[str, ...],
    paths: tuple[str, ...],
) -> None:
    from valuegen.check import fails
    from valuegen.cli.outcomes import outcome_of
    from valuegen.leaks.veil import veil_of, veiled

    failing = failing_level(strict, fail_on)
    root = root_of(ctx)
    found = surveyed(ctx, root, as_of)
    wrong, asking = _wrong_templates(found)
    of_theme = (*findings_of(wrong), *findings_of(asking, "warning"))
    all_of_them = sorted((*found.findings, *of_theme), key=lambda finding: finding.order)
    findings = _chosen(all_of_them, rule, _within(root, paths))
    if form == "json":
        from valuegen.report.json_report import report

        credits = credit_data(found.credits)
        day = found.reading.as_of.day
        covered = veiled(findings, veil_of(found.reading.workspace))
        print_data(report(covered, day, credits, found.reading.language, len(found.skipped)))
    elif form == "text":
        _tell(ctx, found, findings, failing, lines_of((*wrong, *asking)), is_narrow=bool(rule or paths))
    else:
        covered = tuple(veiled(findings, veil_of(found.reading.workspace)))
        _tell_servers(ctx, form, outcome_of(found, covered, root, rule, failing), _balance(found))
    ctx.exit(BROKEN if fails(findings, failing) else FINE)


def _wrong_templates(found: "Survey") -> "tuple[tuple[ThemeError, ...], tuple[ThemeError, ...]]":
    """What is wrong with a theme of the workspace's own, else only a build would tell; and what it asks elsewhere."""
    chosen = found.reading.workspace.theme if found.reading.workspace else None
    if chosen is None or are_built_in(chosen.folders):
        return (), ()
    theme, wrong = loaded(chosen, found.reading.language)
    return wrong, asking_elsewhere(chosen) if theme else ()


def _within(root: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths as findings write them: from the workspace, with `/`. They are given from the current folder."""
    within = []
    for path in paths:
        whole = Path.cwd() / path
        if not whole.exists():
            wrong_usage(msg("There is no file or folder {path}.", path=path))
        if not whole.resolve().is_relative_to(root.resolve()):
            wrong_usage(msg("{path} is not in the workspace {root}.", path=path, root=str(root)))
        within.append(whole.resolve().relative_to(root.resolve()).as_posix())
    return tuple(within)


def _chosen(findings: "Iterable[Finding]", rules: tuple[str, ...], paths: tuple[str, ...]) -> "tuple[Finding, ...]":
    """Those asked for. Errors of format always are, wherever they stand: with them no rule is looked at."""

    def is_asked(finding: "Finding") -> bool:
        file = finding.place.file
        in_paths = not paths or any(path == "." or file == path or file.startswith(f"{path}/") for path in paths)
        return (in_paths and (not rules or finding.rule in rules)) or (finding.rule, finding.level) == (
            "format",
            "error",
        )

    return tuple(finding for finding in findings if is_asked(finding))


def _balance(found: "Survey") -> list[Message]:
    """How many offers each segment can still be made."""
    from valuegen.remedy import credit_sentence

    segments = found.plan.workspace.segments if found.plan else {}
    return [credit_sentence(segments[id].name, credit) for id, credit in found.credits.items()]


def _tell_servers(ctx: click.Context, form: str, outcome: "Outcome", balance: list[Message]) -> None:
    """The report that a CI server reads; to whoever reads its log, the summary."""
    from valuegen.report import github, gitlab, junit, sarif

    text = {"github": github, "gitlab": gitlab, "junit": junit, "sarif": sarif}[form].report(outcome)
    if text:
        print_data(text)
    if form == "github":
        _tell_the_step(outcome, balance)
    if not common(ctx).quiet:
        say_err(verdict(outcome.findings, outcome.failing))


def _tell_the_step(outcome: "Outcome", balance: list[Message]) -> None:
    """The table on the page of the step, where GitHub says in which file it wants that."""
    from valuegen.report import step_summary

    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        try:
            with Path(place).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(step_summary.report(outcome, balance))
        except OSError as error:
            from valuegen.cli.refused import why

            say_err(msg("The summary of the step could not be written: {why}.", why=why(error)))


def _tell(
    ctx: click.Context,
    found: "Survey",
    findings: "tuple[Finding, ...]",
    failing: str,
    lines: "Mapping[tuple[str, int], str]",
    *,
    is_narrow: bool,
) -> None:
    """All of it, but that of the past, which nobody can mend: that is counted, unless more was asked for.

    What is not installed is no fault of a file, and is told at the end; with --quiet no note is.
    """
    from valuegen.cli.build_report import skipped_words
    from valuegen.report.shown import shown
    from valuegen.rules.mends import BY_SHARE, VALUE

    quiet = common(ctx).quiet
    of_files = tuple(one for one in findings if "extra" not in one.data and not (quiet and one.level == "note"))
    telling, past = (of_files, ()) if is_narrow or common(ctx).verbose else _apart(of_files)

    def line_of(file: str, line: int) -> str | None:
        return lines.get((file, line)) or found.reading.sources.line(file, line)

    text = told(ctx, telling, found.reading, sys.stdout, line_of)
    if text:
        click.echo(text)
    if quiet:
        return
    if text:
        say_err("")
    say_err(verdict([one for one in findings if "extra" not in one.data], failing))
    if past:
        say_err(_past_words([finding.rule for finding in past]))
    if found.skipped:
        say_err(skipped_words(len(found.skipped)))
    for finding in findings:
        if "extra" in finding.data and finding.mend:
            say_err(msg("{what} {mend}", what=finding.message, mend=finding.mend.text))
    for sentence in _balance(found):
        say_err(shown(say(msg("  {credit}", credit=sentence), reader_language())))
    is_said = any(one.mend and one.mend.add_value for one in telling)
    if not is_said and any(credit.next is None and credit.missing for credit in found.credits.values()):
        say_err(VALUE)
    if any(credit.next for credit in found.credits.values()):
        say_err(BY_SHARE)


def _apart(findings: "Iterable[Finding]") -> "tuple[tuple[Finding, ...], tuple[Finding, ...]]":
    """What may be mended, and what is only to know of the past. A site can be mended however old its pages are."""
    from valuegen.rules.themes import THEMES

    lasting = next(theme.rules for theme in THEMES if theme.id == "site")
    now: list[Finding] = []
    past: list[Finding] = []
    for finding in findings:
        is_over = finding.is_past and finding.level == "note" and finding.rule not in lasting
        (past if is_over else now).append(finding)
    return tuple(now), tuple(past)


def _past_words(rules: list[str]) -> Message:
    """What is not shown of the past, by rule, the commonest first."""
    counted = sorted(Counter(rules).items(), key=lambda each: (-each[1], each[0]))
    by_rule = tuple(msg("{rule} {n}", rule=rule, n=n) for rule, n in counted)
    return nmsg(
        "{n} note is about the past, which can't be changed: {by_rule}. `valuegen check --verbose` shows it.",
        "{n} notes are about the past, which can't be changed: {by_rule}. `valuegen check --verbose` shows them.",
        len(rules),
        by_rule=by_rule,
    )


command = Command(
    name="check",
    told=COMMANDS["check"],
    examples=(
        ("valuegen check", msg("all of it")),
        ("valuegen check --strict content/calendar/2026-12.yaml", msg("one file; warnings fail too")),
        ("valuegen check --rule pitch-share --format json", msg("one rule, for another program")),
        ("valuegen check --format github", msg("beside the lines of a change on GitHub")),
        ("valuegen check --as-of 2027-03-01", msg("as it will stand on that day")),
        ("valuegen check --verbose", msg("what is found in the past too, which is otherwise only counted")),
    ),
    callback=_check,
    params=[
        Option(
            ["--format", "form"],
            type=click.Choice(FORMS),
            default="text",
            help=msg("text, for people (default); json, for programs; the others, for CI servers."),
        ),
        *level_options(),
        as_of_option(),
        Option(
            ["--rule"],
            multiple=True,
            type=RuleParameter(),
            metavar=msg("RULE"),
            help=msg("Only this rule (may be repeated)."),
        ),
        Argument(["paths"], nargs=-1, shell_complete=files, metavar=msg("[PATH]...")),
        *shared_options(),
    ],
)
