"""Why a day does not fit, in a few words: shorter than a finding, since nothing is wrong yet."""

from collections.abc import Mapping

from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy.suggest_parts import Reason
from valuegen.rules import pitch_too_soon
from valuegen.rules.mends import named
from valuegen.words import Message, msg, nmsg

_TOLD: Mapping[str, Message] = {
    "pitch-share": msg("too much of what they receive would sell"),
    "client-pitch-share": msg("too much of what some of its clients receive would sell"),
    "pitch-words": msg("too many of the words that they read would sell"),
    "client-too-often": msg("some of its clients would receive more than they want"),
    "too-quiet": msg("the silence before it would be too long already"),
    "missing-body": msg("too soon to have its text ready"),
    "unapproved": msg("too soon to have it approved"),
    "pitch-while-away": msg("nobody would be there to answer"),
    "broadcast-only": msg("they expect to hear from a person, and nothing personal is planned"),
    "unused-allow": msg("an `allow` would no longer silence anything"),
}


def reason_of_rule(rule: str, plan: Plan, occurrence: Occurrence) -> Reason:
    """The reason that a rule is, told of before it was asked."""
    if rule == "too-often":
        (segment,) = occurrence.segments
        rate = plan.workspace.segments[segment].at_most
        told = nmsg(
            "they would receive more than {limit} on one day",
            "they would receive more than {limit} in {n} days",
            rate.days,
            limit=rate.count,
        )
        return Reason(rule, told)
    return Reason(rule, _TOLD[rule])


def reason_of(finding: Finding, plan: Plan, occurrence: Occurrence) -> Reason:
    """The reason that a finding is; of a rule that says it in no other way, its own sentence."""
    if finding.rule == pitch_too_soon.NAME:
        return Reason(finding.rule, _too_soon(finding))
    if finding.rule in _TOLD or finding.rule == "too-often":
        return reason_of_rule(finding.rule, plan, occurrence)
    return Reason(finding.rule, finding.message)


def _too_soon(finding: Finding) -> Message:
    """Who hardly knows you, and what notes it down once they do."""
    contacts = finding.data["contacts"]
    command = f"valuegen add log --stage {finding.data['from']} --contact {contacts[0]}"
    return nmsg(
        "{who} hardly knows you yet (once they do: `{command}`)",
        "{who} hardly know you yet (once they do: `{command}`, and so for each of them)",
        len(contacts),
        who=named(contacts),
        command=command,
    )
