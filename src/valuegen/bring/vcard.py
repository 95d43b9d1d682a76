"""Address books (vCard 2.1, 3.0, 4.0) → people. Each card is read by itself: what is wrong in one harms no other."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from valuegen.bring.parts import At, Left, Refused
from valuegen.bring.people import Person
from valuegen.bring.rows import labelled
from valuegen.bring.source import MIB, data_of, text_of
from valuegen.words import Message, msg, nmsg

MOST = 64 * MIB
"""Photos are most of an address book."""
MOST_OF_A_CARD = MIB
MOST_CARDS = 100_000
MOST_SOFT = 20_000
"""Lines of a card that go on behind an equals sign: each is put to what is there, and all of it is copied."""
_BEGIN = re.compile(r"^BEGIN:VCARD[ \t]*$", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^END:VCARD[ \t]*$", re.MULTILINE | re.IGNORECASE)
_BINARY = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*\n(?:[ \t].*\n)*(?:[A-Za-z0-9+/=]+\n)*", re.MULTILINE | re.IGNORECASE
)
_NAMED = 3
"""So many cards are named of those that have something more."""
_UNTAKEN: Mapping[str, Callable[[int, str], Message]] = {
    "TEL": lambda n, places: nmsg(
        "{n} card has more phones than the one that is taken ({places}).",
        "{n} cards have more phones than the one that is taken ({places}).",
        n,
        places=places,
    ),
    "EMAIL": lambda n, places: nmsg(
        "{n} card has more addresses than the one that is taken ({places}).",
        "{n} cards have more addresses than the one that is taken ({places}).",
        n,
        places=places,
    ),
    "ADR": lambda n, places: nmsg(
        "{n} postal address ({places}).", "{n} postal addresses ({places}).", n, places=places
    ),
    "URL": lambda n, places: nmsg("{n} web page ({places}).", "{n} web pages ({places}).", n, places=places),
    "PHOTO": lambda n, places: nmsg("{n} photo ({places}).", "{n} photos ({places}).", n, places=places),
}
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_OMITTED = "X-APPLE-OMIT-YEAR"


def read_cards(path: Path, segments: Mapping[str, str]) -> tuple[list[Person], list[Left]]:
    """Everybody in a file; a label that names one of the segments, by id, is that. Raises `Refused`."""
    text = text_of(data_of(path, MOST), path.name)
    people: list[Person] = []
    left: list[Left] = []
    rest: dict[str, list[At]] = {}
    others: Counter[str] = Counter()
    starts = [found.start() for found in _BEGIN.finditer(text)]
    if not starts:
        raise Refused(At(path.name), msg("There is no vCard in this file."))
    if len(starts) > MOST_CARDS:
        raise Refused(At(path.name), msg("There are more than {most} cards in this file.", most=MOST_CARDS))
    line, before = 1, 0
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        try:
            at = At(path.name, line)
            lines = _lines(at, text[start:following])
        except Refused as refused:
            left.append(Left(refused.at, refused.why))
            continue
        people.append(replace(_person(at, lines), segments=labelled(_labels(lines), segments, others)))
        for name in _rest(lines, text[start:following]):
            rest.setdefault(name, []).append(at)
    left += [Left(places[0], _untaken(name, places)) for name, places in rest.items()]
    return people, [*left, *(Left(At(path.name), _no_segment(label, count)) for label, count in others.items())]


def _labels(lines: list[Any]) -> list[str]:
    """The groups of a card, but for those in which Google puts everybody."""
    held = [one.value if isinstance(one.value, list) else [one.value] for one in lines if one.name == "CATEGORIES"]
    labels = dict.fromkeys(" ".join(str(label).split()) for one in held for label in one)
    return [label for label in labels if label and label not in ("myContacts", "starred")]


def _no_segment(label: str, count: int) -> Message:
    return nmsg(
        "The label “{name}” ({n} card): no segment is called so.",
        "The label “{name}” ({n} cards): no segment is called so.",
        count,
        name=label,
    )


def _lines_alone(found: re.Match[str]) -> str:
    """A photo's place stays empty, so that the lines below keep their numbers."""
    return "\n" * found[0].count("\n")


def _lines(at: At, text: str) -> list[Any]:
    """The lines of a card. Raises `Refused`."""
    import vobject

    text = _BINARY.sub(_lines_alone, text)
    end = _END.search(text)
    if end is None:
        raise Refused(at, msg("This card does not end."))
    text = text[: end.end()] + "\n"
    if len(text) > MOST_OF_A_CARD:
        raise Refused(at, msg("This card is larger than {most} MiB.", most=MOST_OF_A_CARD // MIB))
    if text.count("=\n") > MOST_SOFT:
        raise Refused(at, msg("This card can't be read as a vCard."))
    try:
        card = next(iter(vobject.readComponents(text, allowQP=True)))
        return list(card.lines())
    except Exception as error:  # vobject raises whatever its parts do: binascii.Error, ValueError, its own
        number = getattr(error, "lineNumber", None)
        line = at.line + number - 1 if isinstance(number, int) else at.line
        raise Refused(At(at.file, line), msg("This card can't be read as a vCard.")) from error


def _person(at: At, lines: list[Any]) -> Person:
    labels = {one.group: _text(one) for one in lines if one.name == "X-ABLABEL" and one.group}
    dates = {what: day for what, day in _dates(lines, labels) if day}
    return Person(at, _keys(lines), dates)


def _keys(lines: list[Any]) -> dict[str, str]:
    return {
        "name": _first(lines, "FN") or _first(lines, "N") or _first(lines, "ORG") or _first(lines, "NICKNAME"),
        "email": _first(lines, "EMAIL"),
        "phone": _first(lines, "TEL"),
        "birthday": next((_day(one) for one in lines if one.name == "BDAY"), ""),
        "about": "\n".join(_about(lines)),
    }


def _about(lines: list[Any]) -> Iterator[str]:
    """Their notes, and what they do where; of a firm that is itself the contact its name says it."""
    name = _first(lines, "FN") or _first(lines, "N")
    work = (_first(lines, "TITLE"), _first(lines, "ORG") if name else "")
    if said := " · ".join(part for part in work if part.strip() and part.strip() != name):
        yield said
    yield from (_text(one) for one in lines if one.name == "NOTE")


def _rest(lines: list[Any], text: str) -> Iterator[str]:
    """What a card has besides, each sort once."""
    for name, taken in (("TEL", 1), ("EMAIL", 1), ("ADR", 0), ("URL", 0)):
        if len([one for one in lines if one.name == name and _text(one).strip()]) > taken:
            yield name
    if _BINARY.search(text) or any(one.name == "PHOTO" for one in lines):
        yield "PHOTO"


def _untaken(name: str, places: list[At]) -> Message:
    """What is not taken, and of which cards."""
    where = ", ".join(map(str, places[:_NAMED])) + (", …" if len(places) > _NAMED else "")
    return _UNTAKEN[name](len(places), where)


def _dates(lines: list[Any], labels: dict[str, str]) -> Iterator[tuple[str, str]]:
    for one in lines:
        if one.name in ("ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"):
            yield "anniversary", _day(one)
        elif one.name == "X-ABDATE":
            label = labels.get(one.group, "")
            named = _LABEL.fullmatch(label)
            yield (named[1].lower() if named else label or "date"), _day(one)


def _first(lines: list[Any], name: str) -> str:
    """The value that is preferred, else the first."""
    found = [one for one in lines if one.name == name and _text(one).strip()]
    return _text(min(found, key=_rank)) if found else ""


def _rank(line: Any) -> int:
    """The lower, the more it is preferred (`PREF=1`, `TYPE=pref`, or a bare `PREF`); then come mobile phones."""
    said = [kind.casefold() for kind in (*line.params.get("TYPE", ()), *line.singletonparams)]
    if any("pref" in kind.split(",") for kind in said):
        return 0
    number = next(iter(line.params.get("PREF", ())), "")
    if number.isdecimal() and len(number) < 4:
        return int(number)
    return 1000 if any("cell" in kind.split(",") for kind in said) else 2000


def _text(line: Any) -> str:
    value = line.value
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return " · ".join(part for part in map(str, value) if part.strip())
    return " ".join(str(value).split())


def _day(line: Any) -> str:
    """A day as it is written; one whose year Apple only filled in, without it."""
    text = _text(line).strip()
    filled = next(iter(line.params.get(_OMITTED, ())), "")
    plain = text.replace("-", "")
    if filled and plain.startswith(filled) and len(plain) >= 8:
        return f"--{plain[4:6]}-{plain[6:8]}"
    return text
