"""What is imported, opened: regular files within bounds, in the encodings that programs write."""

import os
import stat
from pathlib import Path

from valuegen.bring.parts import At, Refused
from valuegen.read.refusals import refused_by_system
from valuegen.words import msg

MIB = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def data_of(path: Path, most: int, name: str | None = None) -> bytes:
    """The bytes of a regular file, so many at most. Raises `Refused`."""
    at = At(name or path.name)
    try:
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise Refused(at, msg("This is not a regular file."))
            if found.st_size > most:
                raise Refused(at, msg("This file is larger than {most} MiB.", most=most // MIB))
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(at, refused_by_system(error).whole) from error
    except ValueError as error:  # a NUL in its name
        raise Refused(at, msg("There is no such file.")) from error
    if len(data) > most:
        raise Refused(at, msg("This file is larger than {most} MiB.", most=most // MIB))
    return data


def text_of(data: bytes, name: str) -> str:
    """A text in UTF-8, in UTF-16 with its mark, or as Windows wrote it (cp1252), with our lines. Raises `Refused`."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = _decoded(data, "utf-16", name)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decoded(data, "cp1252", name)
    text = text.removeprefix("\ufeff")  # the mark of a text that had one before it was written with another
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            At(name, line), msg("From here on it is in no encoding that is known. Save it again as UTF-8.")
        ) from error


def utf8_of(data: bytes, name: str) -> str:
    """A text that has to be in UTF-8. Raises `Refused`, at the line where it is not."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            At(name, line), msg("This file is not in UTF-8. Save it again in your editor as UTF-8.")
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
