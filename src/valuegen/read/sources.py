"""The texts that were read, for who shows the user's own line, or asks for a text again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from valuegen.model.entry import Body
from valuegen.room import Laid, Room

_LINE_END = re.compile(r"\r\n|\r|\n")


class Texts(Mapping[str, str]):
    """Texts of files by their path from `root`. Those that are not at hand are read when they are asked for.

    `room`: where texts lie side by side. They are much of what is known of a workspace, and seldom asked for.
    """

    def __init__(self, root: Path, held: dict[str, str | Laid | None], room: Room | None = None) -> None:
        self._root, self._held, self._room = root, held, room

    def hold(self, path: str, text: str) -> None:
        """A text that was read."""
        self._held[path] = text if self._room is None else self._room.lay(text.encode("utf-8"))

    def lend(self, body: Body | None) -> None:
        """Let a body that is the rest of one of the files ask here for it, in place of holding the text itself."""
        if body is not None and self._room is not None:
            body.stand_in(self)

    def __getitem__(self, path: str) -> str:
        text = self._held[path]
        if text is None:
            text = self._held[path] = _text_of((self._root / path).read_bytes())
        if isinstance(text, tuple):
            block, start, end = text
            return block[start:end].decode("utf-8")
        return text

    def __contains__(self, path: object) -> bool:
        return path in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __reduce__(self) -> tuple[object, ...]:
        return Texts, (self._root, dict.fromkeys(self._held))


def _text_of(data: bytes) -> str:
    """The text of a file, without its byte order mark; of one that is not in UTF-8, what it looks like."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


@dataclass(frozen=True, slots=True)
class Sources:
    """The texts that were read, by their path from the workspace. They are not pickled: they are in the files."""

    texts: Mapping[str, str]
    _lines: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        return Sources, (self.texts,)

    def line(self, path: str, line: int) -> str | None:
        """A line (from 1) of a source, without its end; None where there is none."""
        if path not in self._lines:
            if path not in self.texts:
                return None
            self._lines[path] = _LINE_END.split(self.texts[path])
        lines = self._lines[path]
        return lines[line - 1] if 0 < line <= len(lines) else None
