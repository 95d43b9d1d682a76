"""What is said of a fault, in both languages: a piece of the sentence, by the name of the error."""

from faults.ground import Ended, Ground

_DISK = (("disco ha fallado", "ha fallado el disco", "no pudo leer este archivo", "no se puede ver lo que hay"),)
_DISK += (("disk failed", "could not read this file", "can't be seen"),)
_ROOM = (("No queda espacio", "no queda espacio"), ("no room left",))
_MAY = (("No tienes permiso", "o hay permiso", "por los permisos"), ("You may not", "no permission", "(permissions"))
_FILES = (("emasiados archivos abiertos", "no se puede ver lo que hay"), ("oo many files are open", "can't be seen"))
_MEMORY = (
    ("No hay memoria suficiente", "no se puede ver lo que hay", "No se ha podido cargar la biblioteca"),
    ("not enough memory", "can't be seen", "could not be loaded"),
)
_APART = (("un disco aparte",), ("a disk of its own",))
_READ = (("solo lectura", "(EROFS)"), ("only be read", "(EROFS)"))
_HANDS = (("no deja empezar más procesos",), ("no more processes",))
_LARGE = (("no puede ser tan grande",), ("may not be so large",))
_LOCKS = (("no admite cerrojos",), ("knows no locks",))

SAID = {
    **dict.fromkeys(("ENOSPC", "EDQUOT"), _ROOM),
    **dict.fromkeys(("EACCES", "EPERM"), _MAY),
    **dict.fromkeys(("EMFILE", "ENFILE"), _FILES),
    **dict.fromkeys(("EXDEV", "EBUSY"), _APART),
    "EIO": _DISK,
    "ENOMEM": _MEMORY,
    "EROFS": _READ,
    "EAGAIN": _HANDS,
    "ENOLCK": _LOCKS,
    "EFBIG": _LARGE,
}
NEVER = (
    *("Traceback", "Exception", "Algo ha fallado en el propio valuegen", "went wrong in valuegen itself"),
    *("/stage-", "Aborted", "Error:"),
)
"""What nobody is told: a traceback, that it is a fault of ours, or a folder that is gone by then."""
BEFORE_US = ("Fatal Python error", "runpy", "error while loading shared libraries", "strace: ", "code for hash ")
_UNPRINTED = ("No se ha podido escribir lo que se imprime", "The output could not be written")


def is_said(ended: Ended, error: str, language: str) -> None:
    """The fault was said in a sentence of this language."""
    is_clean(ended)
    is_finding = "error format:" in ended.said  # which speaks the language of the site
    wanted = SAID.get(error, ((f"({error})",), (f"({error})",)))[language == "en" and not is_finding]
    assert any(words in ended.said for words in wanted), (error, ended)


def is_clean(ended: Ended) -> None:
    """Nothing was said that nobody should be told."""
    assert not [words for words in NEVER if words in ended.said], ended


def is_as_promised(ground: Ground, ended: Ended, error: str, language: str) -> None:
    """Either it went well all the same, and the site is new; or a sentence says what happened, and it is as it was.
    (What could not be printed was published before.)"""
    is_clean(ended)
    if ended.status == 0:
        assert ground.whole() == "new", ended
        return
    assert ended.status == 1, ended
    is_said(ended, error, language)
    assert ground.whole() == ("new" if any(words in ended.said for words in _UNPRINTED) else "old"), ended


def ended_before_us(found: Ended) -> bool:
    """Whether Python itself, or a library, could not even be loaded, or ended the process."""
    return found.status < 0 or any(words in found.err for words in BEFORE_US)
