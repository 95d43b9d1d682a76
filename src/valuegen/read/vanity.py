"""Measures of attention (followers, likes…) in goals, outcomes and entries: noted, and taken out of what is read.

They would be unknown keys and unknown words otherwise. Noted, they are the business of a rule, which says what to
measure in their place. The words are data: `vanity_LANGUAGE.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.settings import Goal, Settings
from valuegen.model.values import is_id
from valuegen.model.vanity import Setting, Vanity
from valuegen.read.files import Files
from valuegen.read.form import form_of
from valuegen.read.nodes import Map, Node, Scalar, Seq, each, place

LANGUAGES = ("es", "en")
_OUTCOMES = ("what", "stage", "product", "amount")
"""Keys of a line of the log whose value says what came of something."""
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
LONGEST = 200
"""A longer text is no name of a measure."""

Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of every language: term -> measure. `words` count anywhere, `alone` as a name by themselves."""

    words: Mapping[Term, str]
    alone: Mapping[Term, str]


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    words: dict[Term, str] = {}
    alone: dict[Term, str] = {}
    for language in LANGUAGES:
        text = Path(__file__).with_name(f"vanity_{language}.toml").read_text(encoding="utf-8")
        for measure, lists in tomllib.loads(text).items():
            words |= {_tokens(term): measure for term in lists["words"]}
            alone |= {_tokens(term): measure for term in lists.get("alone", ())}
    return Lexicon(words, alone)


def measure_in(text: str) -> str | None:
    """The measure that a value names, if it does."""
    tokens = _tokens(text)
    found = _first(tokens, lexicon().words)
    if found is not None:
        return found
    numbered = any(token.isdecimal() for token in tokens)
    for term, measure in lexicon().alone.items():
        if tokens == term or (numbered and _follows_a_number(tokens, term)):
            return measure
    return None


def measure_of(key: str) -> str | None:
    """The measure that a key is called after: in a key, a name, every term is one."""
    return _first(_tokens(key), lexicon().words) or _first(_tokens(key), lexicon().alone)


def without_in_entry(files: Files, node: Map) -> Map:
    """An entry without unknown keys that are called after a measure, or hold one."""
    return _without_keys(files, node, form_of(Entry).keys, "entry")


def without_in_line(files: Files, node: Node, products: Collection[str]) -> Node | None:
    """A line of the log without them; None where a measure is all that it tells."""
    if not isinstance(node, Map):
        return node
    who = _text(node, "contact")
    contact = who if who and is_id(who) else None
    for key in _OUTCOMES:
        measure = _named(node, key, products)
        if measure is not None:
            _note(files, measure, node.items[key][1], "log", node, contact)
            return None
    return _without_keys(files, node, form_of(LogLine).keys, "log", contact)


def without_in_goals(files: Files, root: Map, products: Collection[str]) -> Map:
    """The settings without goals that count attention."""
    for key in form_of(Settings).ways("goals"):
        if key in root.items:
            name, node = root.items[key]
            goals = list(each(node))
            kept = [left for goal in goals for left in (_goal(files, goal, products),) if left is not None]
            if len(kept) != len(goals) or any(old is not new for old, new in zip(goals, kept, strict=True)):
                listed = Seq(tuple(kept), False, node.file, node.line, node.column)
                root = root._replace(items={**root.items, key: (name, listed)})
    return root


def _goal(files: Files, node: Node, products: Collection[str]) -> Node | None:
    """A goal without what counts attention; None where that is all there is to it."""
    if isinstance(node, Scalar):
        measure = measure_in(node.text)
        if measure is not None:
            _note(files, measure, node, "goal", node)
        return node if measure is None else None
    if not isinstance(node, Map):
        return node
    keys = form_of(Goal).keys
    for key, (_, value) in node.items.items():
        measure = None if keys.get(key) == "segment" else _named(node, key, products)
        if measure is not None:
            _note(files, measure, value, "goal", node)
            return None
    left = _without_keys(files, node, keys, "goal")
    says_no_more = left is not node and left.items.keys() <= {"product", "segment"}
    return None if says_no_more else left


def _named(node: Map, key: str, products: Collection[str]) -> str | None:
    """The measure that the value of a key names. A product that there is is no measure."""
    text = _text(node, key)
    if text is None or text in products:
        return None
    return _whole(text) if key == "product" else measure_in(text)


def _without_keys(files: Files, node: Map, known: Collection[str], within: Setting, contact: str | None = None) -> Map:
    gone = set()
    for key, (name, value) in node.items.items():
        called, held = (measure_of(key), _whole(_text(node, key) or "")) if key not in known else (None, None)
        if called or held:
            gone.add(key)
            _note(files, called or held or "", name if called else value, within, node, contact)
    if not gone:
        return node
    return node._replace(items={key: pair for key, pair in node.items.items() if key not in gone})


def _whole(text: str) -> str | None:
    """The measure that is all a text says, a number aside ("1000 followers")."""
    said = tuple(token for token in _tokens(text) if not token.isdecimal())
    return lexicon().words.get(said) or lexicon().alone.get(said)


def _note(files: Files, measure: str, at: Node, within: Setting, record: Node, contact: str | None = None) -> None:
    files.vanities.append(Vanity(measure, place(at), within, place(record), contact))


def _text(node: Map, key: str) -> str | None:
    """The text of a key's value, of a list of one too."""
    value = node.items[key][1] if key in node.items else None
    if isinstance(value, Seq) and len(value.items) == 1:
        value = value.items[0]
    return value.text if isinstance(value, Scalar) else None


def _tokens(text: str) -> Term:
    split = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    return tuple(_TOKENS.findall("".join(one for one in split if not unicodedata.combining(one))))


def _first(tokens: Term, terms: Mapping[Term, str]) -> str | None:
    for start in range(len(tokens)):
        for length in range(1, len(tokens) - start + 1):
            measure = terms.get(tokens[start : start + length])
            if measure is not None:
                return measure
    return None


def _follows_a_number(tokens: Term, term: Term) -> bool:
    spots = range(1, len(tokens) - len(term) + 1)
    return any(tokens[at - 1].isdecimal() and tokens[at : at + len(term)] == term for at in spots)
