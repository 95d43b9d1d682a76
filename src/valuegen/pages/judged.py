"""A plan with what was found in it: all that the planner shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from valuegen.check import Policy, Silence
from valuegen.finding import Finding
from valuegen.plan.types import Plan, Reminder
from valuegen.remedy import Credit


@dataclass(frozen=True, slots=True)
class Judged:
    """`findings`: all, in their order, with their mends. `credits`: by segment. `reminders`: in their order."""

    plan: Plan
    policy: Policy
    findings: tuple[Finding, ...]
    credits: Mapping[str, Credit]
    reminders: tuple[Reminder, ...]
    silences: tuple[Silence, ...] = ()
