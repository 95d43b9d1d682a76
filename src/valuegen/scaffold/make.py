"""A small workspace of somebody's own: its files, as texts, from three answers and a day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from valuegen.model.dialling import example_of
from valuegen.model.slug import slug_of
from valuegen.model.texts import line_of
from valuegen.scaffold.days import days_from
from valuegen.scaffold.workflow import workflow_in
from valuegen.territory import territory
from valuegen.words import base

LANGUAGES = ("es", "en")
WORKFLOW = ".github/workflows/site.yml"
_HERE = Path(__file__).parent
_BOTH = {
    "editorconfig": ".editorconfig",
    "settings.json": ".vscode/settings.json",
    "extensions.json": ".vscode/extensions.json",
}
_RENAMED = {"gitignore": ".gitignore"}
_OPENING = {
    "es": ("Esta es la página de {name}.", "Esta es la página de {name}: {what}."),
    "en": ("This is the page of {name}.", "This is the page of {name}: {what}."),
}
_TAGLINE = {"es": "# tagline: Qué haces, y para quién", "en": "# tagline: What you do, and for whom"}
_LONGEST_ID = 40
_PHONES = {"GB": "+44 20 7946 0000", "US": "+1 555 555 0100", "CA": "+1 555 555 0100"}
"""What these countries keep for stories."""
_COLUMN = 26
"""Where the comment beside the time zone stands, counted from its value."""


class _Text(Template):
    """A text with places to fill in, `§{name}`: a sign that neither YAML, Markdown nor an email address has."""

    delimiter = "§"


@dataclass(frozen=True, slots=True)
class Answers:
    """Who it is for. `what`: what they do, in their own words, or nothing."""

    name: str
    language: str
    timezone: str
    what: str = ""
    person: str = ""
    """Who speaks; empty: whoever `name` names."""


def files_of(answers: Answers, today: date) -> Mapping[str, str]:
    """Every file but the schemas, by its path from the workspace."""
    values = {**_said(answers), **days_from(today).written()}
    language = base(answers.language)
    found = {path: _Text(text).substitute(values) for path, text in _templates(language)}
    found |= {path: (_HERE / "both" / name).read_text("utf-8") for name, path in _BOTH.items()}
    return {**found, WORKFLOW: workflow_in(language)}


def _templates(language: str) -> Iterator[tuple[str, str]]:
    for source in sorted((_HERE / language).rglob("*")):
        if source.is_file():
            path = source.relative_to(_HERE / language).as_posix()
            yield _RENAMED.get(path, path), source.read_text("utf-8")


def _said(answers: Answers) -> Mapping[str, str]:
    """What the answers are in each place. Raises `Wrong` where one can't be a line."""
    name, what = line_of(answers.name), line_of(answers.what) if answers.what.strip() else ""
    person = line_of(answers.person) if answers.person.strip() else name
    country = territory(answers.timezone) or _country(answers.language)
    plain, full = _OPENING[base(answers.language)]
    opening = full if what else plain
    return {
        "name": _quoted(name),
        "heading": _marked(name),
        "tagline": f"tagline: {_quoted(what)}" if what else _TAGLINE[base(answers.language)],
        "opening": opening.format(name=_marked(name), what=_marked(what.rstrip(" ."))),
        "person": slug_of(person)[:_LONGEST_ID].strip("-"),
        "person_name": _quoted(person),
        "country": country,
        "phone": _PHONES.get(country) or example_of(country),
        "language": answers.language,
        "timezone": answers.timezone,
        "timezone_space": " " * max(1, _COLUMN - len(answers.timezone)),
    }


def _country(language: str) -> str:
    """Of a language that says one (en-US), that; else the one where each of the two began."""
    said = language.partition("-")[2]
    return said if said.isalpha() else {"es": "ES", "en": "GB"}[base(language)]


def _quoted(text: str) -> str:
    """A text as YAML writes it in quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _marked(text: str) -> str:
    """A text in Markdown, with what would be more than text escaped."""
    return re.sub(r"([\\`*_\[\]<>~|{}]|&(?=#?\w+;)|#(?=#*$))", r"\\\1", text)
