"""Forms of Spanish verbs, folded, by small rules: the imperative in all persons, with pronouns; the first person.

A verb is its infinitive; one whose stem changes says after a colon what it is in the present (`pedir:pid`), and after
another how its imperative to *tú* is said, where that is irregular (`obtener:obteng:obten`).
"""

import re

_PRONOUNS = (
    *("te", "se", "me", "nos", "lo", "la", "los", "las", "le", "les"),
    *("melo", "mela", "noslo", "nosla", "telo", "tela", "telos", "telas", "selo", "sela", "selos", "selas"),
)
_WE = re.compile(r".{2,}[aei]mos")
# Nouns and adjectives that end as such a deed does.
_NO_DEEDS = frozenset(
    "ultimos proximos maximos minimos optimos pesimos intimos legitimos maritimos anonimos septimos centimos gramos "
    "kilogramos ramos tramos racimos primos extremos supremos animos reclamos".split()
)
_I = re.compile(r".{3,}o(?<!ado)(?<!ido)(?<!isimo)")
_DOES = re.compile(r".{2,}(?:o|[aei]mos|[aei]re)")
_CALL_ME = re.compile(r"[a-zñ]{2,}[aedn]me(?:l[oa]s?)?$")


def _parts(verb: str) -> tuple[str, str, str, str]:
    """The infinitive, its stem, the stem of the present, the imperative to *tú*."""
    infinitive, *said = verb.split(":")
    stem, ending = infinitive[:-2], infinitive[-2:]
    present = said[0] if said else stem
    return infinitive, stem, present, said[1] if len(said) > 1 else present + ("a" if ending == "ar" else "e")


def _polite(infinitive: str, present: str) -> str:
    """The imperative to *usted*, spelled as it sounds."""
    pairs = (
        (("gu", "g"), ("g", "j"), ("c", "zc")) if infinitive[-2:] != "ar" else (("g", "gu"), ("c", "qu"), ("z", "c"))
    )
    for old, new in pairs:
        if present.endswith(old) and not present.endswith("zc") and not (old == "g" and infinitive[-3] != "g"):
            present = present.removesuffix(old) + new
            break
    return present + ("e" if infinitive.endswith("ar") else "a")


def imperatives(verb: str) -> tuple[frozenset[str], frozenset[str]]:
    """What is said to a reader to make them do it: bare, and with pronouns (which is never anything else)."""
    infinitive, stem, present, familiar = _parts(verb)
    polite = _polite(infinitive, present)
    here = stem + {"ar": "a", "er": "e", "ir": "i"}[infinitive[-2:]]
    plural = infinitive[:-1] + "d"
    bare = {familiar, here, polite, polite + "n", plural}
    bound = {form + pronoun for form in bare for pronoun in _PRONOUNS} | {plural[:-1] + "os"}
    return frozenset(bare), frozenset(bound)


def infinitives(verb: str) -> frozenset[str]:
    """The infinitive, with and without pronouns."""
    infinitive = verb.split(":")[0]
    return frozenset({infinitive, *(infinitive + pronoun for pronoun in (*_PRONOUNS, "os"))})


def firsts(verb: str) -> frozenset[str]:
    """What the writer does, alone or with others, now or soon: `abro`, `abrimos`, `abrire`, `abriremos`."""
    infinitive, stem, present, _ = _parts(verb)
    we = stem + {"ar": "amos", "er": "emos", "ir": "imos"}[infinitive[-2:]]
    return frozenset({present + "o", we, infinitive + "e", infinitive + "emos"})


def takers(verb: str) -> frozenset[str]:
    """What those do who do it, present and subjunctive: `reservas`, `reserva`, `reservais`, `reserven`."""
    infinitive, stem, present, familiar = _parts(verb)
    polite = _polite(infinitive, present)
    vowel = infinitive[-2]
    here = {stem + vowel + "s", stem + vowel + "is"}
    made = {familiar + "s", familiar + "n", polite, polite + "n", polite + "s", polite[:-1] + "eis", *here}
    return frozenset(made)


def calls_to_me(word: str) -> bool:
    """Whether what begins a clause is an imperative whose object is the writer: `buscame`, `ponmelo`."""
    return _CALL_ME.match(word) is not None


def we_do(word: str) -> bool:
    """Whether it may be what the writer does with others: `limpiamos`."""
    return _WE.fullmatch(word) is not None and word not in _NO_DEEDS and not word.endswith("isimos")


def i_may_do(word: str) -> bool:
    """Whether it may be what the writer does, by where it stands: `reviso`."""
    return _I.fullmatch(word) is not None


def may_be_done(word: str) -> bool:
    """Whether it may be what the writer does to a reader, now or soon: `te lo arreglo`."""
    return _DOES.fullmatch(word) is not None
