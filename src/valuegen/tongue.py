"""Where the sentences of a language come from: the program's own catalogues, those of a workspace or a theme.

A `Tongue` is the code of a language (`ca`, `pt-BR`) and is a `str` like any other: it compares, is shown and is
pickled as one. What it carries besides are the sentences that `words.say` gives in it. So nothing has to be set up
in a process before it can speak, and two workspaces never share their words.
"""

import gettext
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

Key = tuple[str | None, str]
"""What a sentence is found by: its context (None: none) and its English, of two forms the singular."""
PLURAL = "n != 1"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")


@dataclass(frozen=True)
class Sentences:
    """The sentences of a catalogue, each in all its forms, and the C expression that picks one by a number."""

    forms: Mapping[Key, tuple[str, ...]]
    plural: str = PLURAL

    def over(self, other: "Sentences") -> "Sentences":
        """These, and where they are silent the other's. Forms are counted as these do."""
        theirs = {key: forms for key, forms in other.forms.items() if len(forms) == 1 or other.plural == self.plural}
        return Sentences({**theirs, **self.forms}, self.plural)

    @cached_property
    def digest(self) -> str:
        """Of all that is said with them."""
        from hashlib import blake2b  # most runs have no such words, and need not wait for what it loads

        whole = repr((self.plural, sorted(self.forms.items(), key=lambda item: (item[0][0] or "", *item[0][1:]))))
        return blake2b(whole.encode("utf-8", "replace"), digest_size=12).hexdigest()

    @cached_property
    def form_of(self) -> Callable[[int], int]:
        """The number of the form that goes with a count."""
        made: Callable[[int], int] = gettext.c2py(self.plural)
        return made


class Tongue(str):
    """A language's code, with sentences of its own."""

    __slots__ = ("sentences",)
    sentences: Sentences

    def __new__(cls, code: str, sentences: Sentences) -> "Tongue":
        """The code as it is written in the site's pages (BCP 47)."""
        made = super().__new__(cls, code)
        made.sentences = sentences
        return made

    def __reduce__(self) -> tuple[type["Tongue"], tuple[str, Sentences]]:
        return Tongue, (str(self), self.sentences)


@dataclass
class Spoken(gettext.NullTranslations):
    """The sentences as gettext gives them, those of `rest` where there are none. `made` is what becomes of each."""

    sentences: Sentences
    rest: gettext.NullTranslations
    made: Callable[[str], str] = field(default=str)

    def __post_init__(self) -> None:
        super().__init__()
        self.add_fallback(self.rest)

    def gettext(self, message: str) -> str:
        return self._one(None, message) or self.rest.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._many(None, msgid1, n) or self.rest.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._one(context, message) or self.rest.pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._many(context, msgid1, n) or self.rest.npgettext(context, msgid1, msgid2, n)

    def _one(self, context: str | None, message: str) -> str:
        forms = self.sentences.forms.get((context, message), ())
        return self.made(forms[0]) if len(forms) == 1 else ""

    def _many(self, context: str | None, message: str, n: int) -> str:
        forms = self.sentences.forms.get((context, message), ())
        try:
            return self.made(forms[self.sentences.form_of(n)]) if len(forms) > 1 else ""
        except (IndexError, ArithmeticError):
            return ""


@cache
def built_in(language: str) -> gettext.NullTranslations:
    """The program's own words in a language; none in English, in which its msgids are written."""
    folder = os.path.join(LOCALE, language, "LC_MESSAGES")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".mo")) if os.path.isdir(folder) else []
    soon = [os.path.join(folder, name) for name in names if name.startswith("cli")]
    return _chained(soon, _Later([os.path.join(folder, name) for name in names if not name.startswith("cli")]))


def _chained(paths: Iterable[str], last: gettext.NullTranslations) -> gettext.NullTranslations:
    """The catalogues of these files as one; what none of them says is asked of `last`."""
    for path in paths:
        with open(path, "rb") as stream:
            found = gettext.GNUTranslations(stream)
        found.add_fallback(last)
        last = found
    return last


class _Later(gettext.NullTranslations):
    """Catalogues that are read when something is asked of them: `--help` needs none but the command line's."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__()
        self.paths = paths

    @cached_property
    def _read(self) -> gettext.NullTranslations:
        return _chained(self.paths, gettext.NullTranslations())

    def gettext(self, message: str) -> str:
        return self._read.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._read.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._read.pgettext(context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._read.npgettext(context, msgid1, msgid2, n)
