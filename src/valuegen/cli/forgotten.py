"""What `forget` tells: the lines that go, those that nobody but you can mend, and what git still holds."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from valuegen.cli.git_history import held_by_git
from valuegen.cli.spoken import reader_language
from valuegen.model.workspace import Workspace
from valuegen.report.shown import shown
from valuegen.words import Message, msg, nmsg, say
from valuegen.write.change import Change
from valuegen.write.cuts import Cut, line_end, line_start, without
from valuegen.write.forget import Forgetting
from valuegen.write.forget_mentions import Mention

_LINE_END = re.compile(r"\r\n|\r|\n")


def told(root: Path, workspace: Workspace, found: Forgetting, is_done: bool) -> Iterator[str]:
    """The report, line by line."""
    assert workspace.contacts
    contact = workspace.contacts[found.gone.contact]
    yield _said(msg("Taken out:") if is_done else msg("What would go:"))
    for change in sorted(found.changes, key=lambda change: change.file):
        yield from _changed(change)
    sure = [mention for mention in found.left if not (mention.perhaps or mention.beside)]
    yield from _left(msg("What only you can take out (texts of your own, where they are named):"), sure, is_done)
    perhaps = [mention for mention in found.left if mention.perhaps]
    yield from _left(msg("Perhaps about them too (their first name alone):"), perhaps, is_done)
    comments = [mention for mention in found.left if mention.beside]
    yield from _left(msg("Comments that stand beside it (see whether they speak of them):"), comments, is_done)
    yield from _history(root, found, tuple(word for word in (contact.name, contact.email, contact.phone) if word))
    if contact.opted_out is not None or _asked_in_log(workspace, contact.id):
        yield ""
        yield _said(
            msg(
                "They asked not to be written to, and nothing here will know it any more. If they could come back "
                "with some other list, write that down where you keep such lists."
            )
        )
    yield ""
    yield _said(_next(found.gone.contact, is_done))


def _asked_in_log(workspace: Workspace, contact: str) -> bool:
    return any(line.contact == contact and line.what == "opt-out" for line in workspace.log or ())


def _next(contact: str, is_done: bool) -> Message:
    if is_done:
        return msg("Now run `valuegen build`: until then the site and the planner still show them.")
    return msg("Nothing was changed. To take it out: valuegen forget {contact} --yes", contact=contact)


def _changed(change: Change) -> Iterator[str]:
    """The lines of a change, each with its place: those that go, and what is left of them."""
    if change.new is None:
        yield shown(f"{change.file}: ") + _said(msg("the whole file"))
        yield from _lines(change.file, 1, "-", change.old)
        return
    for start, end, cuts in _stretches(change):
        number = len(_LINE_END.split(change.old[:start]))
        yield from _lines(change.file, number, "-", change.old[start:end])
        rest = without(change.old[start:end], [(first - start, last - start) for first, last in cuts])
        yield from _lines(change.file, number, "+", rest)


def _stretches(change: Change) -> Iterator[tuple[int, int, list[Cut]]]:
    """Whole lines, from a character to another, with the cuts in them."""
    found: list[tuple[int, int, list[Cut]]] = []
    for first, last in change.cuts:
        start, end = line_start(change.old, first), line_end(change.old, max(first, last - 1))
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), [*found[-1][2], (first, last)])
        else:
            found.append((start, end, [(first, last)]))
    yield from found


def _lines(file: str, number: int, sign: str, text: str) -> Iterator[str]:
    lines = _LINE_END.split(text)
    for more, line in enumerate(lines if lines[-1] else lines[:-1]):
        yield shown(f"{file}:{number + more}: {sign} {line}")


def _left(title: Message, mentions: Iterable[Mention], is_done: bool) -> Iterator[str]:
    mentions = list(mentions)
    if mentions:
        yield ""
        yield _said(title)
        yield from (shown(f"{one.file}:{one.line if is_done else one.was}: {one.text.strip()}") for one in mentions)


def _history(root: Path, found: Forgetting, words: tuple[str, ...]) -> Iterator[str]:
    folders = [root, *((root / change.file).parent for change in found.changes)]
    for held in held_by_git((folder for folder in folders if folder.is_dir()), words):
        yield ""
        if held.commits:
            yield shown(
                _said(
                    nmsg(
                        "The history of {root} has their name or address in {n} commit ({commits}), of {first}. "
                        "Whoever has a copy has it too; only rewriting the history takes it out (git filter-repo).",
                        "The history of {root} has their name or address in {n} commits ({commits}), from {first} to "
                        "{last}. Whoever has a copy has it too; only rewriting the history takes it out "
                        "(git filter-repo).",
                        len(held.commits),
                        root=str(held.root),
                        commits=_some(held.commits),
                        first=held.first or "",
                        last=held.last or "",
                    )
                )
            )
        if not held.whole:
            yield shown(_said(msg("The history of {root} could not be looked at in full.", root=str(held.root))))


def _some(commits: tuple[str, ...], most: int = 6) -> str:
    return ", ".join(commits[:most]) + (", …" if len(commits) > most else "")


def _said(message: Message) -> str:
    return say(message, reader_language())
