"""What the machine refuses, told to a person: one exception, one sentence, and what to do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from valuegen.words import Message, msg


class Failed(Exception):
    """Nothing was published, and what was published before is as it was. `message` says why, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message

    def __reduce__(self) -> tuple[type["Failed"], tuple[Message]]:
        """A fork tells the build that made it."""
        return Failed, (self.message,)


NO_MEMORY = msg("There is not enough memory. Close other programs and build again; the site is as it was.")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """An error of the operating system, or of memory, while something is done to `path`, as `Failed`."""
    try:
        yield
    except OSError as error:
        raise Failed(explained(error, path)) from error
    except MemoryError as error:
        raise Failed(NO_MEMORY) from error


def explained(error: OSError, path: Path) -> Message:
    """What `error` means for whoever wanted to write to `path`."""
    name = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg(
                "There is no room left to write {path}. Free some space and build again; the site is as it was.",
                path=name,
            )
        case errno.EACCES | errno.EPERM:
            return msg(
                "You may not write {path}. Change its permissions, or build as the user whose folder it is; "
                "the site is as it was.",
                path=name,
            )
        case errno.EROFS:
            return msg(
                "{path} is on a disk that can only be read. Choose another folder with --out; the site is as it was.",
                path=name,
            )
        case errno.EMFILE | errno.ENFILE:
            return msg("Too many files are open. Close other programs and build again; the site is as it was.")
        case errno.ENAMETOOLONG:
            return msg("The name {path} is too long for this disk. Shorten it; the site is as it was.", path=name)
        case errno.EBUSY | errno.EXDEV:
            return msg(
                "{path} is a disk of its own, so it can't be replaced in one step. Choose a folder in it with --out; "
                "the site is as it was.",
                path=name,
            )
        case errno.EIO:
            return msg("The disk failed at {path}. Check it, and build again; the site is as it was.", path=name)
        case errno.ENOMEM:
            return NO_MEMORY
        case errno.EFBIG:
            return msg(
                "{path} may not be so large here. Raise the limit on the size of files (`ulimit -f`) and build again; "
                "the site is as it was.",
                path=name,
            )
        case errno.ENOLCK:
            return msg(
                "The disk of {path} knows no locks, which keep two builds apart. Choose a folder of another disk with "
                "--out; the site is as it was.",
                path=name,
            )
        case number:
            return msg(
                "{path} could not be written ({reason}). Build again; the site is as it was.",
                path=name,
                reason=errno.errorcode.get(number or 0, str(error)),
            )
