"""A body's text → `Prose`: parsed once, asked by rules and pages (see README.md)."""

from valuegen.prose.blocks import DEPTH
from valuegen.prose.cache import dump, key, load
from valuegen.prose.containers import KINDS
from valuegen.prose.engines import engine_of
from valuegen.prose.parsing import parse
from valuegen.prose.parts import (
    Dress,
    Dressed,
    Heading,
    Link,
    LinkKind,
    Paragraph,
    Passage,
    PassageKind,
    Prose,
    Resolve,
    Role,
    Spot,
    Trouble,
)

__all__ = [
    "DEPTH",
    "KINDS",
    "Dress",
    "Dressed",
    "Heading",
    "Link",
    "LinkKind",
    "Paragraph",
    "Passage",
    "PassageKind",
    "Prose",
    "Resolve",
    "Role",
    "Spot",
    "Trouble",
    "dump",
    "engine_of",
    "key",
    "load",
    "parse",
]
