"""How well the rules that judge words do: what they report, held against tests/judgement (see its README.md).

    python tools/judge.py                   precision and recall of each rule; what is wrong in tuning/
    python tools/judge.py --rule jargon     one rule alone (may be given more than once)
    python tools/judge.py --show-unseen     what is wrong in unseen/ too: not for whoever works on a rule

Exit status 1 if a rule is below its figures on the texts that nobody tuned it to.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from valuegen.build import survey
from valuegen.check import RULE_NAMES
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace
from valuegen.rules import ALL

TEXTS = Path(__file__).parent.parent / "tests" / "judgement"
PARTS = ("tuning", "unseen")
JUDGED = ("disguised-pitch", "jargon", "fake-personal", "monologue", "mixed-address")
PRECISION = Fraction(95, 100)
RECALL = Fraction(85, 100)

DAY = "2026-12-01"
# A title that asks nothing, sells nothing and speaks to nobody.
TITLES = {"es": "Apuntes de la semana", "en": "Notes of the week"}
SEGMENTS = {None: "all", "tú": "tu", "usted": "usted", "vos": "vos"}
OWN_KEYS = ("title", "summary", "ask", "kind")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the set: `judged` is rule → the right answer; `products` as in valuegen.yaml."""

    id: str
    part: str
    language: str
    judged: Mapping[str, bool]
    why: str
    entry: Mapping[str, str]
    products: Sequence[Mapping[str, str]] = ()
    address: str | None = None

    @property
    def workspace(self) -> tuple[str, str]:
        """Texts that share this can stand in one workspace."""
        return self.language, repr(self.products)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many texts a rule judged: rightly reported, wrongly reported, missed, and rightly let pass."""

    right: int
    alarms: int
    missed: int
    passed: int

    @property
    def precision(self) -> Fraction:
        """The share of what is reported that is right; of nothing reported, all is."""
        return _share(self.right, self.right + self.alarms)

    @property
    def recall(self) -> Fraction:
        """The share of what should be reported that is."""
        return _share(self.right, self.right + self.missed)

    @property
    def is_good(self) -> bool:
        """Whether both figures are reached."""
        return self.precision >= PRECISION and self.recall >= RECALL

    @property
    def all(self) -> int:
        """The number of texts."""
        return self.right + self.alarms + self.missed + self.passed


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(1)


def read_texts(parts: Iterable[str] = PARTS) -> list[Text]:
    """The texts of some parts, in the order of their files."""
    return [text for part in parts for file in sorted((TEXTS / part).glob("*.yaml")) for text in _of_file(file, part)]


def _of_file(file: Path, part: str) -> Iterator[Text]:
    document: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
    language = document["language"]
    for row in document["texts"]:
        entry = {key: row[key] for key in OWN_KEYS if key in row}
        products = document["products"][row["products"]] if "products" in row else ()
        entry = {"title": TITLES[language], "kind": "industry", **entry, "text": row["text"]}
        yield Text(row["id"], part, language, row["judged"], row["why"], entry, products, row.get("address"))


def reported(texts: Sequence[Text]) -> set[tuple[str, str]]:
    """What the program reports of these texts: (text's id, rule). Each stands as an entry in a workspace."""
    found: set[tuple[str, str]] = set()
    for _, together in groupby(sorted(texts, key=lambda text: text.workspace), key=lambda text: text.workspace):
        with TemporaryDirectory() as folder:
            found.update(_reported_in(Path(folder), list(together)))
    return found


def _reported_in(root: Path, texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    for name, content in _files(texts).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    findings = survey(read_workspace(root), NoLeaves()).findings
    wrong = [finding for finding in findings if (finding.rule, finding.level) == ("format", "error")]
    if wrong:
        # with one, no rule is looked at: the figures would be about nothing
        raise ValueError(
            f"{wrong[0].place.file}:{wrong[0].place.line}: {wrong[0].message.id} {wrong[0].message.values}"
        )
    for finding in findings:
        if finding.rule in JUDGED and finding.entry:
            yield finding.entry.removeprefix(f"{DAY}-"), finding.rule


def _files(texts: Sequence[Text]) -> dict[str, Any]:
    """The sources of a workspace that has these texts, by their path."""
    language, products = texts[0].language, [dict(product) for product in texts[0].products]
    site = {"title": "Taller", "url": "https://taller.example", "language": language, "timezone": "UTC", "as_of": DAY}
    site_and_rules: dict[str, Any] = {
        "site": {**site, "owner": {"name": "Irene Vidal", "email": "irene@taller.example"}},
        "profile": "full",
        "rules": _levels(),
        **({"products": products} if products else {}),
    }
    return {
        "valuegen.yaml": site_and_rules,
        "content/segments.yaml": {
            id: {"name": id, **({"address": address} if address else {})} for address, id in SEGMENTS.items()
        },
        "content/calendar/all.yaml": [
            {"date": DAY, "slug": text.id, "segments": [SEGMENTS[text.address]], "status": "ready", **text.entry}
            for text in texts
        ],
    }


def _levels() -> dict[str, str]:
    """The judging rules alone: a hundred entries a day break promises that are not asked about here."""
    free = (rule.NAME for rule in ALL if not rule.TRAITS.locked)
    return {name: "warning" if name in JUDGED else "off" for name in free}


def figures(texts: Iterable[Text], rule: str, found: set[tuple[str, str]]) -> Figures:
    """How a rule did on those of the texts that it is judged on."""
    answers = [(text.judged[rule], (text.id, rule) in found) for text in texts if rule in text.judged]
    return Figures(*(answers.count(kind) for kind in ((True, True), (False, True), (True, False), (False, False))))


def wrong(texts: Iterable[Text], rule: str, found: set[tuple[str, str]]) -> Iterator[str]:
    """A line for each text that a rule judges wrongly."""
    for text in texts:
        is_reported = (text.id, rule) in found
        if text.judged.get(rule, is_reported) != is_reported:
            yield f"  {'false alarm' if is_reported else 'missed':12}{text.id:16}{text.why}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures. Returns the exit status."""
    parser = argparse.ArgumentParser(description="How well the rules that judge words do.")
    parser.add_argument("--rule", action="append", choices=JUDGED, help="this rule alone")
    parser.add_argument("--show-unseen", action="store_true", help="name what is wrong in unseen/ too")
    options = parser.parse_args(arguments)
    texts = read_texts()
    found = reported(texts)
    print(f"{'':30}{'texts':>6}{'right':>7}{'alarms':>8}{'missed':>8}{'precision':>11}{'recall':>8}")
    good = [_tell(rule, texts, found, options.show_unseen) for rule in options.rule or JUDGED]
    return 0 if all(good) else 1


def _tell(rule: str, texts: Sequence[Text], found: set[tuple[str, str]], show_unseen: bool) -> bool:
    """Print a rule's figures; returns whether it reaches them on the unseen part."""
    if rule not in RULE_NAMES:
        print(f"{rule}: there is no such rule yet")
        return False
    for part in PARTS:
        own = [text for text in texts if text.part == part]
        _line(f"{rule:17}{part}", figures(own, rule, found))
        for language in TITLES:
            told = figures([text for text in own if text.language == language], rule, found)
            if told.all:
                _line(f"{'':17}{part} {language}", told)
        if part == "tuning" or show_unseen:
            print(*wrong(own, rule, found), sep="\n", end="\n" if any(wrong(own, rule, found)) else "")
    unseen = figures([text for text in texts if text.part == "unseen"], rule, found)
    if not unseen.is_good:
        print(f"  below {float(PRECISION):.2f} / {float(RECALL):.2f} on the unseen part")
    return unseen.is_good


def _line(name: str, told: Figures) -> None:
    counts = f"{told.all:6}{told.right:7}{told.alarms:8}{told.missed:8}"
    print(f"{name:30}{counts}{float(told.precision):11.3f}{float(told.recall):8.3f}")


if __name__ == "__main__":
    sys.exit(main())
