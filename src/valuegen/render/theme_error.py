"""A theme that can't be shown: a mistake of whoever wrote it, told with template and line."""

from collections.abc import Mapping
from typing import Any

from valuegen.finding import Place
from valuegen.words import Message, msg


class ThemeError(Exception):
    """What is wrong in a theme. `template` is its name in the theme; `place` names its file; `line` and `column` count
    from 1; `shown` is the text of that line, as far as it is known."""

    def __init__(
        self, message: Message, template: str, line: int = 1, file: str = "", column: int = 1, shown: str = ""
    ) -> None:
        super().__init__(message.id)
        self.message = message
        self.template = template
        self.line = line
        self.place = Place(file or template, line, column)
        self.shown = shown

    def __reduce__(self) -> tuple[type["ThemeError"], tuple[Message, str, int, str, int, str]]:
        return type(self), (self.message, self.template, self.line, self.place.file, self.place.column, self.shown)

    def plain(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "message": _plain(self.message),
            "template": self.template,
            "line": self.line,
            "file": self.place.file,
            "column": self.place.column,
            "shown": self.shown,
        }


def error_from(told: Mapping[str, Any]) -> ThemeError:
    """What `plain` said, taken from whoever it may be."""
    return ThemeError(
        _message(told["message"]),
        str(told["template"]),
        int(told["line"]),
        str(told["file"]),
        int(told["column"]),
        str(told["shown"]),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Message):
        return {"id": value.id, "values": {name: _plain(one) for name, one in value.values.items()}}
    return value if isinstance(value, str | int) else str(value)


def _message(told: Any) -> Message:
    values = {str(name): _message(one) if isinstance(one, dict) else one for name, one in told["values"].items()}
    return msg(str(told["id"]), **{name: one for name, one in values.items() if isinstance(one, Message | str | int)})
