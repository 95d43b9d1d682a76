"""The inflected forms of words, by rule: lists name a word once, and texts use it in any form.

Forms are folded (no accents, ñ stays). A few that nobody says are made too: they find nothing. A lemmatiser would go
the other way, form to word, and would have to look at every word of every text; this is done once, for few words.
"""

import re
from functools import lru_cache

from valuegen.judge.letters import fold

_PLAIN = re.compile(r"[a-zñ']+")
_FUNCTION = frozenset(
    "a al an and con de del e el en es for in la las lo los o of on or para per por que se si sin su the to tu un una "
    "with y".split()
)
_ENCLITICS = ("", "me", "te", "se", "nos", "le", "lo", "la", "los", "las", "les")
_AR = (
    "o a as amos ais an e es emos eis en aste asteis aron aba abas abamos abais aban are ara aras aremos areis aran "
    "aria arias ariamos ariais arian arais aramos ase ases aseis asen ad ado ada ados adas"
).split()
_ER = (
    "o e es emos eis en imos is a as amos ais an i iste io imos isteis ieron ia ias iamos iais ian {v}re {v}ra {v}ras "
    "{v}remos {v}reis {v}ran {v}ria {v}rias {v}riamos {v}riais {v}rian iera ieras ieramos ierais ieran "
    "iese ieses iesen {v}d ido ida idos idas"
).split()
_BEFORE_E = {"c": "qu", "g": "gu", "z": "c"}
_BEFORE_A = {"g": "j", "c": "z"}
_INFINITIVE = re.compile(r"[a-zñ]{2,}[aei]r(?:se)?")


def inflected(phrase: str, language: str) -> str:
    """A phrase (`phrases.py`) in which each word is in all its forms; marks and small words stay as they are,
    and so does what is written after "="."""
    tokens = fold(phrase).split()
    return " ".join(_token(token, language) for token in tokens)


def _token(token: str, language: str) -> str:
    if token.startswith("="):
        return token[1:]
    if token.startswith("(") or token in ("_", "#", "...", "."):
        return token
    forms: dict[str, None] = {}
    for word in token.split("/"):
        forms.update(dict.fromkeys(forms_of(word, language)))
    return "/".join(forms)


@lru_cache(maxsize=4096)
def forms_of(word: str, language: str) -> tuple[str, ...]:
    """The folded forms of a folded word, itself first; that one alone where it is short or no plain word."""
    if not _PLAIN.fullmatch(word) or word in _FUNCTION or len(word) < 3:
        return (word,)
    if language == "en":
        made = _english(word)
    else:
        made = _spanish_verb(word) if _INFINITIVE.fullmatch(word) else _spanish_noun(word)
    return tuple(dict.fromkeys((word, *made)))


def _spanish_noun(word: str) -> list[str]:
    if word.endswith(("ado", "ido")):
        return [word[:-1] + end for end in ("o", "a", "os", "as")]
    if word.endswith("z"):
        return [word[:-1] + "ces"]
    if word[-1] in "aeou":
        return [word + "s"]
    return [word + "s", word + "es"] if word[-1] != "s" else [word, word + "es"]


def _spanish_verb(word: str) -> list[str]:
    word = word.removesuffix("se")
    stem, vowel = word[:-2], word[-2]
    made = [word + end for end in _ENCLITICS] + [word + "s", word + "es"]
    gerund = "ando" if vowel == "a" else "iendo"
    for root in dict.fromkeys((stem, *_changed(stem, vowel))):
        for end in _AR if vowel == "a" else _ER:
            end = end.format(v=vowel)
            made.append(_spelled(root, end, vowel) + end)
        made += [root + gerund + end for end in _ENCLITICS]
        for end in ("a", "e") if vowel == "a" else ("e", "a"):
            made += [_spelled(root, end, vowel) + end + clitic for clitic in _ENCLITICS[1:]]
    return made


def _spelled(root: str, end: str, vowel: str) -> str:
    """The root as it is written before this ending: fidelizar, fidelice."""
    if vowel == "a" and end[0] == "e":
        return root[:-1] + _BEFORE_E.get(root[-1], root[-1])
    if vowel != "a" and end[0] in "ao":
        return root[:-1] + _BEFORE_A.get(root[-1], root[-1])
    return root


def _changed(stem: str, vowel: str) -> list[str]:
    """The stem with its last vowel as stress changes it: convertir, convierto, convirtió."""
    at = max(stem.rfind("e"), stem.rfind("o"))
    if at < 0 or re.search(r"[aiu]", stem[at + 1 :]):
        return []
    wide, narrow = ("ie", "i") if stem[at] == "e" else ("ue", "u")
    return [stem[:at] + each + stem[at + 1 :] for each in ((wide, narrow) if vowel == "i" else (wide,))]


def _english(word: str) -> list[str]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies", word[:-1] + "ied", word + "ing", word + "'s"]
    if word.endswith("e"):
        return [word + "s", word + "d", word[:-1] + "ing", word + "'s"]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [word + "es", word + "ed", word + "ing"]
    made = [word + "s", word + "ed", word + "ing", word + "'s"]
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", word):
        made += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return made
