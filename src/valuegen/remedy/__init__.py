"""Checks again with one entry moved or added: dated mends and credit (see README.md)."""

from valuegen.remedy.credit import (
    Credit,
    credit_sentence,
    credit_words,
    credits,  # noqa: A004 -- nobody asks Python for its own here
    needed_words,
)
from valuegen.remedy.dated import mended

__all__ = ["Credit", "credit_sentence", "credit_words", "credits", "mended", "needed_words"]
