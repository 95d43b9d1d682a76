"""Why a file of a workspace is not read, and what to do about it."""

import errno

from valuegen.words import Message, both, msg

_FILES, _MEMORY = msg("Too many files are open."), msg("There is not enough memory to read this.")


class Refused(Exception):
    """A file that is not read: why, and what to do."""

    def __init__(self, message: Message, mend: Message | None = None) -> None:
        super().__init__(message.id)
        self.message = message
        self.mend = mend

    @property
    def whole(self) -> Message:
        """Why, and what to do."""
        return both(self.message, self.mend)


FOLDER_LINK = Refused(
    msg("This folder is a link, and links to folders are not followed."), msg("Put the folder itself here.")
)


UNNAMED = Refused(
    msg("The name of this file is not in UTF-8."), msg("Give it another, or write the same name again on this machine.")
)


def is_text(name: str) -> bool:
    """Whether a file's name can be written anywhere: one that is not in UTF-8 has halves of characters in Python."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def no_file() -> Refused:
    """A folder, a pipe, a device."""
    return Refused(msg("This is not a regular file."), msg("Put a plain file here, or take it out."))


def unseen(error: OSError) -> Refused:
    """A folder that can't be looked into."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(msg("There is no permission to look into this folder."), msg("Allow yourself to look into it."))
    return refused_by_system(error)


def refused_by_system(error: OSError) -> Refused:
    """What the system does not let be read."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(msg("There is no permission to read this file."), msg("Allow yourself to read it."))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused(msg("There is no such file."), msg("Write the name of one that is there."))
    if error.errno == errno.ELOOP:
        return Refused(msg("This link leads to itself."), msg("Put the file itself here."))
    if error.errno == errno.ENAMETOOLONG:
        return Refused(msg("This name is too long for a file."), msg("Give it a shorter one."))
    scarce = {errno.EMFILE: _FILES, errno.ENFILE: _FILES, errno.ENOMEM: _MEMORY}.get(error.errno or 0)
    if scarce:
        return Refused(scarce, msg("Close other programs, and run the command again."))
    code = errno.errorcode.get(error.errno or 0, str(error.errno))
    return Refused(msg("The system could not read this file ({code}).", code=code), msg("Try it again."))
