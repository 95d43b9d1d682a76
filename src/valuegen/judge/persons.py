"""The forms in which a Spanish verb speaks to somebody, with their accents: tú, usted, vos, and what tú and vos share.

A verb is written as its infinitive, and after colons what changes: the root of the present (contar:cuent), that of the
subjunctive (conocer:conoc:conozc), the imperative to tú (hacer:hac:hag:haz).
"""

from collections.abc import Iterator
from dataclasses import dataclass

TU, USTED, VOS, FAMILIAR = "tú", "usted", "vos", "tú/vos"

_CLITICS = ("me", "nos", "lo", "la", "los", "las", "le", "les")
_PAIRS = ("melo", "mela", "melos", "melas", "noslo", "nosla")
_ACUTE = dict(zip("aeiou", "áéíóú", strict=True))
_PLAIN = {accented: plain for plain, accented in _ACUTE.items()}
# The nine verbs whose future is irregular: Spanish has no more that anybody is told to do.
_IRREGULAR_FUTURE = {
    "tener": "tendr", "poder": "podr", "poner": "pondr", "venir": "vendr", "salir": "saldr", "hacer": "har",
    "decir": "dir", "querer": "querr", "saber": "sabr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and its roots: of the infinitive, the present, the subjunctive; the imperative to tú."""

    infinitive: str
    root: str
    present: str
    wish: str
    order: str
    is_reflexive: bool = False

    @property
    def is_ar(self) -> bool:
        return self.infinitive.endswith("ar")

    @property
    def polite(self) -> str:
        """The imperative to usted."""
        return self.wish + ("e" if self.is_ar else "a")


def verb_of(written: str) -> Verb:
    """A verb as the list writes it."""
    infinitive, *said = written.split(":")
    infinitive = infinitive.removesuffix("se")
    root = infinitive[:-2]
    present = said[0] if said else root
    wish = said[1] if len(said) > 1 else present
    order = said[2] if len(said) > 2 else _spelled(present, "a" if infinitive.endswith("ar") else "e", infinitive)
    return Verb(infinitive, root, present, _soft(wish, infinitive), order, written.partition(":")[0].endswith("se"))


def forms_of(verb: Verb) -> Iterator[tuple[str, str]]:
    """Each form that speaks to somebody by itself, with how it does."""
    first = "a" if verb.is_ar else "e"
    yield _spelled(verb.present, first, verb.infinitive) + "s", TU
    yield from ((with_clitics, TU) for with_clitics in _bound(verb.order, verb.present))
    yield from ((form, USTED) for form in _bound(verb.polite, verb.wish) if not form.endswith("te"))
    if verb.is_reflexive:
        yield stressed(verb.polite) + "se", USTED
    yield from _vos(verb)
    yield from ((form, FAMILIAR) for form in _familiar(verb))


def _vos(verb: Verb) -> Iterator[tuple[str, str]]:
    vowel = verb.infinitive[-2]
    if vowel != "i":
        yield verb.root + _ACUTE[vowel] + "s", VOS
        yield verb.root + _ACUTE[vowel], VOS
    for clitic in (*_CLITICS, "te"):
        yield verb.root + vowel + clitic, VOS


def _familiar(verb: Verb) -> Iterator[str]:
    future = _IRREGULAR_FUTURE.get(verb.infinitive, verb.infinitive)
    yield from (verb.polite + "s", future + "ás", future + "ías")
    yield from (
        (verb.root + "aste", verb.root + "abas", verb.root + "aras")
        if verb.is_ar
        else (
            verb.root + ("íste" if verb.root[-1] in "ae" else "iste"),
            verb.root + "ías",
        )
    )
    yield verb.infinitive + "te"
    together = verb.infinitive[:-1] + "d"  # vosotros
    yield from (together, *(together + clitic for clitic in _CLITICS))
    yield {"a": "aos", "e": "eos", "i": "íos"}[verb.infinitive[-2]].join((verb.root, ""))


def _bound(order: str, present: str) -> Iterator[str]:
    """An imperative with what hangs on it; the accent stays where it was, and is written then."""
    is_short = order in (present, present[:-1]) or sum(letter in "aeiou" for letter in order) == 1
    for clitic in (*_CLITICS, "te"):
        yield (order if is_short else stressed(order)) + clitic
    for pair in _PAIRS:
        yield stressed(order) + pair


def stressed(order: str) -> str:
    """An imperative with its accent written, as it is before a pronoun: cuenta, cuéntanos."""
    at = _stress(order)
    return order[:at] + _ACUTE.get(order[at], order[at]) + order[at + 1 :]


def _stress(order: str) -> int:
    """Where the accent of an imperative lies: the vowel before the last, the strong one of two."""
    vowels = [
        index
        for index, letter in enumerate(order)
        if letter in "aeiou"
        and not (letter == "u" and order[index - 1 : index] in ("g", "q") and order[index + 1 :][:1] in ("e", "i"))
    ]
    if len(vowels) < 2:
        return vowels[-1] if vowels else 0
    at, before = vowels[-2], vowels[-3] if len(vowels) > 2 else -1
    return before if before == at - 1 and order[at] in "iu" and order[before] in "aeo" else at


def _spelled(root: str, end: str, infinitive: str) -> str:
    """The root of the present with its vowel: elig, elige; sig, sigue."""
    return root + ("u" if end == "e" and root.endswith("g") and infinitive.endswith("guir") else "") + end


def _soft(root: str, infinitive: str) -> str:
    """The root of the subjunctive as it is written: busc, busque; empiez, empiece."""
    if infinitive.endswith("ar"):
        return root[:-1] + {"c": "qu", "g": "gu", "z": "c"}.get(root[-1], root[-1])
    return root
