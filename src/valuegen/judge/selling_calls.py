"""The calls of a sentence: who is called to do what, and whether to the writer."""

import re

from valuegen.judge.selling_tokens import BEFORE_OBJECT, OFFERED, STARTERS, STOPS, TokenReader
from valuegen.judge.selling_words import CALLS, ME, TO_ME

_ENDS = frozenset(".;!?…)")
_YOURS = frozenset("tuya tuyo tuyas tuyos suya suyo suyas vuestra vuestro yours mine".split())
_WHO = frozenset("si quien quienes if who when anyone everyone".split())
_IT_NOW = frozenset("it them one now today".split())
# What stands before "me" or "us" where a clause begins, and calls nobody: prepositions, denials, what was done.
_NO_CALLS = frozenset(
    "not nor except about around behind between without near beside under over after before against toward "
    "towards upon at on in off out rang sent brought left asked met saw found came took wrote cost taught "
    "showed".split()
)
# One's own time is nothing to buy: "reserve media hora", "book half an hour".
_TIME = frozenset("minuto minutos hora horas rato ratos minute minutes hour hours while moment".split())
_A_WHILE = frozenset(
    "un una media esos esas ese esa estos unos unas cuarto an a half ten five quarter these those few".split()
)
# Nor is what a reader sends for the writer's pleasure.
_TALES = frozenset(
    "foto fotos video videos dibujo dibujos cancion canciones historia historias receta recetas postal photo photos "
    "picture pictures film films drawing drawings story stories song songs recipe recipes".split()
)
_YOU = frozenset("te le les os tu su sus tus vuestro vuestra you your yours".split())
_TO_THEM, _THEY_MAY = frozenset("le les".split()), frozenset("puede pueden".split())
_WONDERS = frozenset("how why where who whether como porque quien donde".split())
_TO_ME = re.compile(r"(?:me|nos)(?:l[oa]s?)?$")


class CallReader(TokenReader):
    """Finds the calls of a sentence."""

    def _calls(self) -> None:
        words, known = self.tokens.words, self.known
        back = known.language == "en"
        for at in sorted({*self._marked(CALLS), *(at - back for at in self._marked(TO_ME) if at >= back)}):
            word = words[at]
            group = known.bound.get(word)
            if group is None and word in known.bare and self._is_imperative(at):
                group = known.bare[word]
            if group is None and word in known.conditional and self._is_conditional(at):
                self.said.signals.append(self._signal("call", at, at + 1, alone=False))
                self.said.invites = True
            if group is None and word in known.infinitives and at and self._is_for_you(at - 1):
                group = known.infinitives[word]
            if group is None and self._is_to_me(at):
                group = "contact"
            if group and not self._denied(at):
                self._call(at, word, group)

    def _is_for_you(self, at: int) -> bool:
        """Whether a word says that the reader may: `puede reservar`; but not `le pueden contestar`."""
        words = self.tokens.words
        return words[at] in self.known.sets["may"] and not (at and words[at - 1] in _TO_THEM and words[at] in _THEY_MAY)

    def _is_to_me(self, at: int) -> bool:
        """Whether a clause begins with an imperative whose object is the writer: `Búscame`, `Collar me`."""
        words, word = self.tokens.words, self.tokens.words[at]
        before = words[at - 1] if at else "."
        if before not in STOPS and before not in STARTERS:
            return False
        if self.known.language == "es":
            return bool(self.tokens.marks[at] & TO_ME)
        return (
            at + 1 < len(words)
            and words[at + 1] in ME
            and word.isalpha()
            and word not in self.known.sets["not_call"]
            and word not in _NO_CALLS
            and not word.endswith("ed")
        )

    def _is_imperative(self, at: int) -> bool:
        words = self.tokens.words
        before = words[at - 1] if at else "."
        after = words[at + 1] if at + 1 < len(words) else "."
        if before not in STOPS and before not in STARTERS:
            return False
        if self.known.language == "en":
            return after in STOPS or after in self.known.sets["they"] or after[0].isdigit() or self._is_named(at, 1)
        return after not in ("de", "del", "es", "son") and (at == 0 or self._follows(at, before))

    def _follows(self, at: int, before: str) -> bool:
        """Whether after `y` or `o` it is no noun or third person: an object follows, or the end."""
        after = self.tokens.words[at + 1] if at + 1 < len(self.tokens.words) else "."
        return before not in ("e", "o", "u") or after in STOPS or after in BEFORE_OBJECT

    def _is_conditional(self, at: int) -> bool:
        """`si reservas`, `quien se apunte`, `los que vengan`, `if you book`; but not `os recordamos que vengáis`."""
        words = self.tokens.words
        if not _WHO.isdisjoint(words[max(0, at - 3) : at]):
            return True
        return any(
            words[one] == "que" and words[one - 1] not in self.known.telling for one in range(max(1, at - 3), at)
        )

    def _call(self, at: int, word: str, group: str) -> None:
        words, sets = self.tokens.words, self.known.sets
        window: list[str] = []
        for each in words[at + 1 : at + 7]:
            if each in _ENDS:
                break
            window.append(each)
        if self._is_no_business(at, group, window):
            return
        seat = not sets["seats"].isdisjoint(window) or not _YOURS.isdisjoint(window)
        if group in ("contact", "reach"):
            to_me = (self.known.language == "es" and bool(_TO_ME.search(word))) or not ME.isdisjoint(window[:2])
            named = not sets["channels"].isdisjoint(window) or self._is_named(at)
            if group == "reach" and not to_me and not named:
                return
            self.said.contact |= to_me or named
            self.said.asks |= to_me and word not in self.known.sets["opinion"]
            self.said.seat |= seat
            self.said.signals.append(self._signal("call", at, at + 1, alone=seat or to_me or named))
            return
        shown = (
            group == "join"
            or seat
            or not window
            or not sets["things"].isdisjoint(window)
            or word in self.known.bound
            or window[0] in _IT_NOW
            or self.said.own > 0
            or not OFFERED.isdisjoint(self.sorts)
        )
        if self.known.language == "es" and _TO_ME.search(word):
            self.said.contact = self.said.asks = True
        self.said.seat |= seat
        self.said.joins |= group == "join"
        self.said.signals.append(self._signal("call", at, at + 1, alone=shown))

    def _is_no_business(self, at: int, group: str, window: list[str]) -> bool:
        """Whether a call asks for the reader's own time, for a tale or a picture, or only wonders."""
        if group == "take":
            return not _TIME.isdisjoint(window[1:4]) and window[0] in _A_WHILE and ME.isdisjoint(window)
        asked = window[1:] if window[:1] and window[0] in ME else window
        if asked[:1] and asked[0] in _WONDERS:
            return True
        return group == "contact" and self._is_tale(at + 1, window[:4])

    def _is_tale(self, end: int, near: list[str]) -> bool:
        """Whether a call that ends there asks for a picture or a tale, and promises nothing for it."""
        return not _TALES.isdisjoint(near) and (_YOU | _YOURS).isdisjoint(self.tokens.words[end:])
