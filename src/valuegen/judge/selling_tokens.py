"""A sentence as those who read it for what it sells need it: its tokens, where they stand, what was found there."""

from valuegen.judge.lazy import lazy
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_words import Products, Words
from valuegen.judge.sequences import IS_NUMBER, Tokens, spans_of, tokens_of

_NOT = frozenset("no nunca jamas ni sin not never don't dont didn't doesn't without nor cannot can't".split())
STOPS = frozenset('.,;:!?¡¿()«»“”"—…/')
# What an imperative may follow, beside a mark: little words that begin or join clauses.
STARTERS = frozenset(
    "y o e u ya hoy ahora aqui solo entonces simplemente mejor luego despues tambien pues asi "
    "and or then just please so now today simply".split()
)
BEFORE_OBJECT = frozenset("la el las los lo tu tus su sus un una unos unas cualquier por con a".split())
_READERS = frozenset("your tu tus su sus vuestro vuestra".split())
# Beside these, who speaks offers something.
OFFERED = frozenset("price discount urgency".split())


class TokenReader:
    """A sentence: `text`, and the same folded; `offset`: where in the piece it begins; `sorts`: what was found, and
    from which token to which."""

    said: Said

    def __init__(self, text: str, folded: str, offset: int, words: Words, products: Products) -> None:
        self.text, self.folded, self.offset, self.known, self.products = text, folded, offset, words, products
        self.sorts: dict[str, list[tuple[int, int]]] = {}

    @lazy
    def tokens(self) -> Tokens:
        """Its tokens."""
        return Tokens(tokens_of(self.folded), self.known.marks)

    @lazy
    def spans(self) -> list[tuple[int, int]]:
        """Where each token stands in the sentence."""
        return spans_of(self.folded)

    def _marked(self, mark: int) -> list[int]:
        """The places of the tokens that have this mark."""
        return self.tokens.marked(mark)

    def _denied(self, at: int, reach: int = 2) -> bool:
        """Whether a word of denial stands right before what is no denial itself."""
        if self.tokens.words[at] in _NOT:
            return False
        for word in reversed(self.tokens.words[max(0, at - reach) : at]):
            if word in STOPS:
                return False
            if word in _NOT:
                return True
        return False

    def _is_number(self, at: int) -> bool:
        return at < len(self.tokens.words) and bool(self.tokens.marks[at] & IS_NUMBER)

    def _is_named(self, at: int, reach: int = 4) -> bool:
        """Whether somebody's name follows: `call Dwayne`, `llamad a Berta`."""
        for one in range(at + 1, min(at + 1 + reach, len(self.spans))):
            word, place = self.tokens.words[one], self.spans[one][0]
            if word in STOPS or word in _READERS:
                return False
            if self.text[place].isupper() and word[0].isalpha() and len(word) > 1:
                return True
        return False

    def _signal(self, sort: str, at: int, end: int, alone: bool = True, named: bool = False) -> Signal:
        return Signal(sort, self.offset + self.spans[at][0], self.offset + self.spans[end - 1][1], alone, named)
