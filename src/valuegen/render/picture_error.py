"""A picture that can't be made: a mistake in its file, told at the file."""

from valuegen.render.theme_error import ThemeError
from valuegen.words import Message, msg


class PictureError(ThemeError):
    """What is wrong with the picture in the file `path` (from the workspace)."""

    def __init__(self, message: Message, path: str) -> None:
        super().__init__(message, path)
        self.path = path

    def __reduce__(self) -> tuple[type["PictureError"], tuple[Message, str]]:  # type: ignore[override]
        return type(self), (self.message, self.path)


def unmade(path: str, library: str) -> PictureError:
    """The extra is not installed where the picture is to be made (on another machine of a cluster)."""
    message = msg("“{path}” can't be made here: the library “{library}” is not installed.", path=path, library=library)
    return PictureError(message, path)
