"""The promises that can be checked: one module each (see README.md)."""

from valuegen.rules import (
    broken_link,
    client_pitch_share,
    client_too_often,
    monologue,
    opted_out,
    overdue,
    pitch_share,
    pitch_words,
    private_leak,
    same_address,
    too_often,
    too_quiet,
    unanswered,
    unused_allow,
)
from valuegen.rules import format as format_rule
from valuegen.rules.found import Rule

ALL: tuple[Rule, ...] = (
    format_rule,
    pitch_share,
    client_pitch_share,
    pitch_words,
    too_often,
    client_too_often,
    too_quiet,
    monologue,
    unanswered,
    opted_out,
    broken_link,
    same_address,
    overdue,
    private_leak,
    unused_allow,
)
"""Every rule, in the order of the table of 3-rules.md; `unused-allow` sees what the others found, and is the last."""
