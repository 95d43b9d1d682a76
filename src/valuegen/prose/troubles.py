"""How a rule of the parser reports: into the `env` of one parse, never into the parser itself."""

from markdown_it.rules_block import StateBlock
from markdown_it.utils import EnvType

from valuegen.prose.parts import Trouble
from valuegen.words import Message

_KEY = "troubles"


def reported(env: EnvType) -> list[Trouble]:
    """The troubles of this parse so far; the list itself."""
    found: list[Trouble] = env.setdefault(_KEY, [])
    return found


def report(state: StateBlock, line: int, message: Message, mend: Message | None) -> None:
    """Trouble at the first character of a block's line (counted from 0)."""
    start = state.bMarks[line] + state.tShift[line]
    column = start - state.src.rfind("\n", 0, start)
    reported(state.env).append(Trouble(message, mend, line + 1, column))
