"""A finding's fingerprint: what tells that it is the same one as in the last run, wherever its line is now.

It is made of the rule, the file, and what it is about: segment, contact, need, entry, and the names in its data.
Lines, columns, dates, numbers and sentences are not in it: they move with what is written elsewhere. What is found
while files are read is about no record yet: there the names in its sentence count.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from valuegen.finding import Finding
from valuegen.words import Message

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINE = re.compile(r":\d+")
_ASIDE = frozenset({"limit", "status", "from", "best"})
"""Data that says how the workspace is set, or how things stand elsewhere, rather than what the finding is about."""


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """32 hexadecimal digits for each; no two are equal. Those about the same thing are told apart by their order."""
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        about = json.dumps(_about(finding))
        whole = f"{about}#{seen[about]}"
        seen[about] += 1
        made.append(hashlib.sha256(whole.encode()).hexdigest()[:32])
    return tuple(made)


def _about(finding: Finding) -> list[Any]:
    named = [finding.segment, finding.contact, finding.need, finding.entry]
    told = list(_told(finding.message)) if finding.rule == "format" else []
    return [finding.rule, finding.place.file, *named, sorted(_names(finding.data)), told]


def _names(data: Mapping[str, Any]) -> Iterator[list[str]]:
    for key, value in data.items():
        if isinstance(value, str) and key not in _ASIDE and (key == "week" or not _DATE.match(value)):
            yield [key, value]


def _told(message: Message) -> Iterator[str]:
    """The msgid, and the texts among its values: without numbers, nor the lines of other places."""
    yield message.id
    for key, value in sorted(message.values.items()):
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Message):
                yield from _told(one)
            elif isinstance(one, str) and key != "line":
                yield _LINE.sub("", one)
