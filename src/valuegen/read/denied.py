"""Why the system would not read or write a file, in words of ours: its own are English, and for programmers."""

import errno

from valuegen.words import Message, msg


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
        case errno.ENAMETOOLONG:
            return msg("its name is too long")
        case _:
            return errno.errorcode.get(error.errno or 0, error.strerror or str(error))
