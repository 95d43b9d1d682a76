"""Forms of Spanish verbs that speak to somebody and are told by their ending alone, whatever the verb."""

import re

from valuegen.judge.persons import FAMILIAR, TU, VOS

# Words in -ás that are no verbs, without it.
_NO_VERBS = "m|adem|dem|jam|nom|mam|pap|sof|quiz|comp|est|tom|nicol|satan|anan"
_SHAPES = (
    (re.compile(r"\w*[áéíóú]\w*[ae]te"), TU),  # apúntate
    (re.compile(r"\w+(?:ándo|iéndo)(?:te|os)"), FAMILIAR),  # esperándote
    (re.compile(r"\w{2,}[aei]rás"), FAMILIAR),  # encontrarás
    (re.compile(r"\w{3,}[aei]rte(?<!parte)(?<!ierte)(?<!suerte)(?<!muerte)(?<!fuerte)(?<!ncarte)"), FAMILIAR),
    (re.compile(rf"(?!(?:{_NO_VERBS})ás)\w+[bcdfghjklmnñpqstvxz]i?ás"), VOS),  # pensás
    (re.compile(r"(?!diecis|veintis)\w{2,}[áé]is"), FAMILIAR),  # pensáis
)


def sort_of(word: str) -> str:
    """How a form speaks by its ending; "" if it doesn't."""
    return next((sort for shape, sort in _SHAPES if shape.fullmatch(word)), "")
