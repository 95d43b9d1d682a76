"""The options of a rule as a person writes them in YAML."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from valuegen.model.values import Wrong

_PLAIN = re.compile(r"[^\W\d_](?:[\w .-]*\w)?")


def written_options(options: Any) -> Mapping[str, str]:
    """Each option of an `Options` by its name: `{"max": "20%", "window": "90 days"}`."""
    return {
        one.name.removesuffix("_"): _written(getattr(options, one.name), one.metadata["read"])
        for one in fields(options)
    }


def _written(value: Any, read: Any) -> str:
    """The first way of writing it that the option's own reader reads back as the same."""
    for text in _ways(value):
        try:
            if read(text) == value:
                return text
        except Wrong:
            continue
    return next(_ways(value))


def _ways(value: Any) -> Iterator[str]:
    if isinstance(value, Fraction):
        hundredths = value * 100
        whole = hundredths.denominator == 1
        yield f"{hundredths.numerator}%" if whole else f"{float(hundredths):g}%"
    elif isinstance(value, int):
        yield str(value)
        yield f"{value} days"
    elif isinstance(value, tuple | list | frozenset):
        yield f"[{', '.join(_quoted(str(one)) for one in (sorted(value) if isinstance(value, frozenset) else value))}]"
    yield str(value)


def _quoted(text: str) -> str:
    """A word of a list, in quotes where YAML would take it for something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
