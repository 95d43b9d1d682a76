"""What is wrong in `words:` of a workspace: lists that are not there, phrases that can't be sought or taken out."""

from collections.abc import Iterator

from valuegen.finding import Finding, Mend, Place
from valuegen.judge import LANGUAGES, groups, list_names
from valuegen.model.settings import Settings, WordsSetting
from valuegen.rules.nearest import meant
from valuegen.words import Message, msg

FORMAT = "format"
_REACHED = {"jargon": ("jargon-doubtful",)}
"""What is taken out of a list is taken out of these too."""


def mistakes_in_words(settings: Settings) -> Iterator[Finding]:
    """Each mistake at its place, with what to do."""
    known = list_names()
    for name, said in settings.words.items():
        if name not in known:
            told = msg("There is no list of words “{name}”.", name=name)
            yield _wrong(told, settings.where("words", name), meant(name, known))
            continue
        yield from _phrases(settings, name, said)


def _phrases(settings: Settings, name: str, said: WordsSetting) -> Iterator[Finding]:
    reached = (name, *_REACHED.get(name, ()))
    there = {
        phrase
        for each in reached
        for language in LANGUAGES
        for group in groups(each, language).values()
        for phrase in group
    }
    for key, phrases in (("add", said.add), ("except", said.without)):
        for position, phrase in enumerate(phrases):
            place = settings.where("words", name, key, position)
            if not any(mark.isalnum() for mark in phrase):
                yield _wrong(msg("This phrase has no word."), place, msg("Write one, or remove it."))
            elif key == "except" and phrase not in there:
                told = msg("There is no “{phrase}” in the list “{name}” to remove.", name=name, phrase=phrase)
                yield _wrong(told, place, _near(phrase, there))


def _near(phrase: str, there: set[str]) -> Message:
    near = meant(phrase, sorted(there))
    # A list has too many phrases to be told in full.
    return near if "near" in near.values else msg("Remove it, or write the phrase as the list has it.")


def _wrong(message: Message, place: Place, mend: Message) -> Finding:
    return Finding(FORMAT, "error", message, place, mend=Mend(mend))
