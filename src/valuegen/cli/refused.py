"""What the machine refuses, wherever it does: said in a sentence, since it is no fault of the program's.

What refuses a file that is read or written is told nearer to it (`read/files`, `publish/faults`). This is for the rest:
an import that finds no memory, a fork that may not be, a terminal that is full.
"""

import errno
import os
from types import TracebackType

from valuegen.extras import is_there
from valuegen.words import Message, msg

_NO_MEMORY = msg("There is not enough memory. Close other programs and try again; nothing was lost.")
_NO_FILES = msg("Too many files are open. Close other programs and try again; nothing was lost.")
_NO_PROCESSES = msg(
    "The system lets no more processes or threads begin. Close other programs, or build with --jobs 1; "
    "nothing was lost."
)
_MACHINE = frozenset(
    {
        *(errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY),
        *(errno.ENXIO, errno.ENODEV, errno.ENOLCK, errno.ESTALE, errno.ETIMEDOUT, errno.EINTR, errno.ELOOP),
        errno.EMLINK,
    }
)
"""What another disk, limit or user would not meet. What is missing (ENOENT) is for us to foresee."""


def refused(error: BaseException | None) -> Message | None:
    """What to say of an error that came as far as this; None where it is a fault of our own."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, OSError) and number is not None and _was_printing(error.__traceback__):
        return msg("The output could not be written ({why}).", why=why(error))
    if isinstance(error, MemoryError) or number == errno.ENOMEM or _is_unloaded(error) or _is_forgotten(error):
        return _NO_MEMORY
    if number in (errno.EMFILE, errno.ENFILE):
        return _NO_FILES
    if number == errno.EAGAIN or (isinstance(error, RuntimeError) and "can't start new thread" in str(error)):
        return _NO_PROCESSES
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return msg("The folder you are in is gone. Go to another one, and try again.")
    if isinstance(error, OSError) and number in _MACHINE:
        if error.filename is None:
            return msg("The system refused to go on ({why}). Try again; nothing was lost.", why=why(error))
        return msg(
            "The system refused {path} ({why}). Try again; nothing was lost.",
            path=os.fsdecode(error.filename),
            why=why(error),
        )
    library = _half_loaded(error.__traceback__ if error else None)
    if library:
        return msg(
            "The library {library} could not be loaded ({why}). Close other programs and try again; if that does not "
            "help, install valuegen anew. Nothing was lost.",
            library=library,
            why=str(error) or type(error).__name__,
        )
    return None


def _half_loaded(trace: TracebackType | None) -> str:
    """The module that was being loaded when an error came, if none of ours was asked anything since: Python does not
    always say that it found no memory for a part of it."""
    found = ""
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__"))
        if name.partition(".")[0] == "valuegen":
            found = ""
        elif not found and trace.tb_frame.f_code.co_name == "<module>":
            found = name
        trace = trace.tb_next
    return "" if found == "__main__" else found


def why(error: OSError) -> Message | str:
    """What the system said, in a few words."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg("there is no room left")
        case errno.EIO:
            return msg("the disk failed")
        case errno.EACCES | errno.EPERM:
            return msg("there is no permission")
        case errno.EROFS:
            return msg("it can only be read")
        case errno.ESTALE:
            return msg("it changed meanwhile")
        case errno.EFBIG:
            return msg("it may not be so large")
        case errno.ENOENT:
            return msg("there is nothing of that name")
        case errno.ENOTDIR:
            return msg("a part of its path is no folder")
        case errno.EEXIST:
            return msg("something of that name is there already")
        case errno.ENAMETOOLONG:
            return msg("its name is too long")
        case _:
            return errno.errorcode.get(error.errno or 0, error.strerror or str(error))


def _was_printing(trace: TracebackType | None) -> bool:
    """Whether the error came out of click, which alone prints."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and str(trace.tb_frame.f_globals.get("__name__")).startswith("click.")


def _is_unloaded(error: BaseException | None) -> bool:
    """Whether a library was there and found no room to be loaded."""
    return isinstance(error, ImportError) and is_there(error)


def _is_forgotten(error: BaseException | None) -> bool:
    """Whether a part of Python failed and did not say why. Those that do are ones that found no memory."""
    said = str(error)
    if isinstance(error, ValueError):
        return "unsupported hash type" in said  # of hashlib, whose library could not be loaded
    return isinstance(error, SystemError) and any(
        words in said for words in ("error return without exception set", "without setting an exception")
    )
