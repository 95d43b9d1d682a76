"""Code in the colours of its language (the extra `highlight`, pygments): spans with a class, never a style.

The classes are few, and ours: `themes/default/assets/code.css` gives them colours. A lexer is a heap of regular
expressions, and some take very long over what no person writes: so only languages are read whose lexers were seen to
end soon whatever they are given (those of C, C# and Java were not), and only code of a size and of lines that people
write. All else is plain, as it is without the extra.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import escapeHtml

from valuegen.extras import HIGHLIGHT, version_of

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LARGEST, LONGEST_LINE, IN_ALL = 6_000, 400, 24_000
"""Characters of a code, of a line of it, and of all codes of a text together."""
KNOWN = frozenset(
    "bash css diff dockerfile go graphql haskell html http ini javascript json julia kotlin latex "
    "lua makefile markdown matlab nginx perl php powershell python r ruby rust scss sh shell sql swift toml ts "
    "typescript xml yaml".split()
)
ALIKE = {"js": "javascript", "md": "markdown", "py": "python", "tex": "latex", "yml": "yaml"}
# Of each sort of token (in pygments' tree of them) the class; the first that holds.
_CLASSES = (
    ("Token.Comment", "co"),
    ("Token.Keyword", "kw"),
    ("Token.Operator.Word", "kw"),
    ("Token.Literal.Number", "nu"),
    ("Token.Literal", "st"),
    ("Token.Name.Function", "fn"),
    ("Token.Name.Class", "fn"),
    ("Token.Name.Tag", "kw"),
    ("Token.Name.Attribute", "at"),
    ("Token.Name.Decorator", "at"),
    ("Token.Name.Variable", "at"),
    ("Token.Name.Builtin", "at"),
    ("Token.Generic.Inserted", "ad"),
    ("Token.Generic.Deleted", "rm"),
    ("Token.Generic.Heading", "fn"),
    ("Token.Generic.Subheading", "fn"),
)


def is_known(language: str) -> bool:
    """Whether code that says it is in this language would have colours."""
    return _named(language) in KNOWN


def coloured(code: str, language: str) -> str | None:
    """The HTML of code in its colours; None where it is to be plain."""
    if not is_known(language) or len(code) > LARGEST or not version_of(HIGHLIGHT):
        return None
    if any(len(line) > LONGEST_LINE for line in code.split("\n")):
        return None
    try:
        tokens = list(_lexer(_named(language)).get_tokens(code))
    except (ValueError, RecursionError):
        return None
    if "".join(text for _, text in tokens) != code:
        return None
    return "".join(_spans(tokens))


def _named(language: str) -> str:
    name = language.lower()
    return ALIKE.get(name, name)


@cache
def _lexer(language: str) -> "Lexer":
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language, stripnl=False, ensurenl=False)


def _spans(tokens: Iterable[tuple[Any, str]]) -> Iterator[str]:
    for kind, run in groupby(tokens, key=lambda token: _class_of(str(token[0]))):
        text = escapeHtml("".join(each for _, each in run))
        yield f'<span class="{kind}">{text}</span>' if kind and text.strip() else text


@cache
def _class_of(sort: str) -> str:
    return next((name for start, name in _CLASSES if f"{sort}.".startswith(f"{start}.")), "")
