"""A theme that can't be shown: a mistake of whoever wrote it, told with template and line."""

from valuegen.finding import Place
from valuegen.words import Message


class ThemeError(Exception):
    """What is wrong in a theme. `template` is its name in the theme; `place` names its file; `line` counts from 1."""

    def __init__(self, message: Message, template: str, line: int = 1, file: str = "") -> None:
        super().__init__(message.id)
        self.message = message
        self.template = template
        self.line = line
        self.place = Place(file or template, line)

    def __reduce__(self) -> tuple[type["ThemeError"], tuple[Message, str, int, str]]:
        return type(self), (self.message, self.template, self.line, self.place.file)
