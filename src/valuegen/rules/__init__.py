"""The promises that can be checked: one module each (see README.md)."""

from valuegen.rules import client_pitch_share, client_too_often, pitch_share, too_often
from valuegen.rules.found import Rule

ALL: tuple[Rule, ...] = (pitch_share, client_pitch_share, too_often, client_too_often)
"""Every rule, in the order of the table of 3-rules.md."""
