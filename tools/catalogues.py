"""The gettext catalogues: compile them, or say where they are out of step.

    python tools/catalogues.py              every .po under src/valuegen/locale → the .mo beside it, and public.pot
    python tools/catalogues.py --check      what is missing, unused or uncompiled, or does not fit (then exit status 1)
    python tools/catalogues.py --missing    what has no translation yet, as .po entries to fill in

Both files are committed, so that an installed program needs no compiler; a test holds them in step.
"""

import ast
import io
import string
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # run as a script, it finds what stands beside it as the tests do

from tools.public_words import NAME, template  # noqa: E402
from tools.view_docs import sentences  # noqa: E402
from valuegen.rules.card import pieces_of  # noqa: E402
from valuegen.words import Message as Spoken  # noqa: E402

LOCALE = ROOT / "src" / "valuegen" / "locale"
RULES = ROOT / "src" / "valuegen" / "rules"
KEYWORDS = {
    "msg": None,
    "nmsg": (1, 2),
    "gettext": None,
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# as render/templates.py reads them
TEMPLATES = {"**.html": {"silent": "false", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}}
# libraries that speak to our users by gettext: what we translate of theirs is in a catalogue of their name
LIBRARIES = ("click",)


class Key(NamedTuple):
    """What a translation is found by: its context and its msgid, or singular and plural."""

    context: str | None
    ids: tuple[str, ...]


class Plain(Catalog):
    """A catalogue whose head has nothing that changes by itself: no dates, no versions of tools."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [("Content-Type", "text/plain; charset=UTF-8"), ("Plural-Forms", self.plural_forms)]


def sources() -> list[Path]:
    """Every catalogue that people write."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def read(source: Path) -> Catalog:
    """A catalogue as it is written."""
    with source.open("rb") as stream:
        return read_po(stream, locale=source.parts[-3], abort_invalid=True)


def entries(catalogue: Catalog) -> Iterator[tuple[Key, Message]]:
    """The entries of a catalogue, without its head."""
    for message in catalogue:
        if message.id:
            yield key(message.id, message.context), message


def key(ids: str | tuple[str, ...] | list[str] | None, context: str | None) -> Key:
    return Key(context, (ids,) if isinstance(ids, str) else tuple(ids or ()))


def compiled(source: Path) -> bytes:
    """What the .mo of a catalogue must hold. Fuzzy and empty entries are left out."""
    plain = Plain(locale=source.parts[-3], fuzzy=False)
    for _, message in entries(read(source)):
        plain.add(message.id, message.string, flags=message.flags, context=message.context)
    target = io.BytesIO()
    write_mo(target, plain)
    return target.getvalue()


def said() -> dict[Key, str]:
    """Every msgid of the program and its themes, with the first place where it stands."""
    found = {key: place for key, place in reversed(spoken()) if place.startswith("themes/")}
    found |= {key: place for key, place in reversed(spoken()) if place.startswith("src/")}
    return found | cards() | theme_sentences()


@cache
def spoken() -> tuple[tuple[Key, str], ...]:
    """Every msgid that a file says, as often as it stands there, with its place."""
    program = extracted(ROOT / "src" / "valuegen", [("**.py", "python")], {}, "src/valuegen")
    themes = extracted(ROOT / "themes", [("**.html", "jinja2.ext:babel_extract")], TEMPLATES, "themes")
    return (*program, *themes)


def cards() -> dict[Key, str]:
    """Every paragraph of the rules' cards: the docstrings of the modules with a `NAME`."""
    found: dict[Key, str] = {}
    for source in sorted(RULES.glob("*.py")):
        module = ast.parse(source.read_bytes())
        if not any(isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NAME" for node in module.body):
            continue
        for piece in pieces_of(ast.get_docstring(module) or ""):
            if isinstance(piece.part, Spoken):
                place = f"{source.relative_to(ROOT).as_posix()}:{piece.line}"
                found.setdefault(Key(None, (piece.part.id,)), place)
    return found


def theme_sentences() -> dict[Key, str]:
    """Every sentence that docs/themes.md takes from the types that templates see, and from the built-in themes."""
    return {Key(None, (text,)): place for text, place in sentences().items()}


def borrowed() -> dict[Key, str]:
    """Every msgid of the libraries that speak through us."""
    found: dict[Key, str] = {}
    for name in LIBRARIES:
        home = find_spec(name)
        if home is not None and home.origin is not None:
            found |= dict(extracted(Path(home.origin).parent, [("**.py", "python")], {}, name))
    return found


def extracted(
    folder: Path, methods: list[tuple[str, str]], options: dict[str, dict[str, str]], name: str
) -> Iterator[tuple[Key, str]]:
    """Every msgid in the files of a folder (called `name` in the places)."""
    if folder.is_dir():
        for file, line, ids, _, context in extract_from_dir(folder, methods, options, keywords=KEYWORDS):
            yield key(ids, context), f"{name}/{file}:{line}"


def fields(text: str) -> set[str]:
    """The names of the values that a text has places for: `{name}`, `{day:MMMd}`, `%(name)s`."""
    named = {part.partition(")")[0] for part in text.split("%(")[1:]}
    return named | {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def misfit(message: Message, plain: bool = False) -> str | None:
    """What is wrong with a translation beside its msgid, if anything. `plain`: braces in them are no places."""
    ids, texts = key(message.id, None).ids, key(message.string, None).ids
    if message.fuzzy:
        return "is fuzzy"
    if not all(texts):
        return "is not translated"
    if plain:
        return None if all(text == text.strip() for text in texts) else "begins or ends with a space"
    try:
        known, needed = set().union(*map(fields, ids)), set.intersection(*map(fields, ids))
        given = [fields(text) for text in texts]
    except ValueError as error:
        return f"has a brace that opens or closes nothing ({error})"
    for names in given:
        if not names <= known:
            return f"has places for what is not given: {', '.join(sorted(names - known))}"
        # one of a thing may be said without its number: “una entrada”
        if lost := needed - names - ({"n", "count", "num"} if len(ids) > 1 else set()):
            return f"says nothing of {', '.join(sorted(lost))}"
    if any(
        text[:1].isspace() != ids[0][:1].isspace() or text[-1:].isspace() != ids[0][-1:].isspace() for text in texts
    ):
        return "begins or ends with a space where the other does not"
    return None


def problems() -> Iterator[str]:
    """Where the catalogues are out of step: with the program, with themselves, with what is compiled."""
    needed, plain = said(), cards() | theme_sentences()
    sayable = needed.keys() | borrowed().keys()
    for language in sorted({source.parts[-3] for source in sources()}):
        held: dict[Key, tuple[Path, object]] = {}
        for source in sources():
            if source.parts[-3] != language:
                continue
            place = source.relative_to(ROOT).as_posix()
            catalogue = read(source)
            for found, message in entries(catalogue):
                if wrong := misfit(message, found in plain):
                    yield f"{place}:{message.lineno or 1}: “{found.ids[0]}” {wrong}"
                if found not in sayable:
                    yield f"{place}:{message.lineno or 1}: “{found.ids[0]}” is said nowhere"
                other, text = held.setdefault(found, (source, message.string))
                if text != message.string:
                    yield f"{place}:{message.lineno or 1}: “{found.ids[0]}” is said otherwise in {other.name}"
            for ids in catalogue.obsolete:
                yield f"{place}: “{ids}” is commented out: take it away"
            target = source.with_suffix(".mo")
            if not target.exists() or target.read_bytes() != compiled(source):
                yield f"{place}: is not compiled (python tools/catalogues.py)"
        for found, where in needed.items():
            if found not in held:
                yield f"{where}: “{found.ids[0]}” is not in the catalogues of {language}"
    if not (LOCALE / NAME).exists() or (LOCALE / NAME).read_bytes() != template(spoken()):
        yield f"{(LOCALE / NAME).relative_to(ROOT).as_posix()}: is not compiled (python tools/catalogues.py)"
    for left in sorted(set(LOCALE.glob("*/LC_MESSAGES/*.mo")) - {source.with_suffix(".mo") for source in sources()}):
        yield f"{left.relative_to(ROOT).as_posix()}: has no .po"


def missing() -> Iterator[str]:
    """The entries that Spanish lacks, by the part of the program that says them, to be filled in."""
    known = {found for source in sources() for found, _ in entries(read(source))}
    told = cards()
    by_part: dict[str, list[str]] = defaultdict(list)
    for (context, ids), where in said().items():
        if Key(context, ids) not in known:
            head = f"#: {where}\n" + (f"msgctxt {quoted(context)}\n" if context else "") + f"msgid {quoted(ids[0])}\n"
            tail = f'msgid_plural {quoted(ids[1])}\nmsgstr[0] ""\nmsgstr[1] ""\n' if len(ids) > 1 else 'msgstr ""\n'
            part = "cards" if Key(context, ids) in told else where.split("/")[2].partition(".")[0]
            by_part[part].append(head + tail)
    for part in sorted(by_part):
        yield f"# ---- {part}\n"
        yield from by_part[part]


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        found = list(problems())
        print("\n".join(found) or "The catalogues are in step.")
        return 1 if found else 0
    if arguments == ["--missing"]:
        print("\n".join(missing()))
        return 0
    for source in sources():
        source.with_suffix(".mo").write_bytes(compiled(source))
    (LOCALE / NAME).write_bytes(template(spoken()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
