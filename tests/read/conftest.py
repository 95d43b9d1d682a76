"""In these tests each sentence is whole."""

from sentences import every_sentence_is_whole

__all__ = ["every_sentence_is_whole"]
