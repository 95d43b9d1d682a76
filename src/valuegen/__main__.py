"""`python -m valuegen`, and the command `valuegen`."""

import atexit
import gc
import os
import signal
import sys
import time
from contextlib import suppress

INTERRUPTED = 130
_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
PATIENCE = 1.0
"""Seconds after which who asks a second time for the end is not kept waiting."""
GARBAGE = 50_000
"""So many new objects before Python looks for garbage among them: nearly all that a run makes it keeps to its end."""


def run() -> None:
    """The program; an interruption while it is being loaded, or when all is done, ends without a traceback too."""
    gc.set_threshold(GARBAGE)
    _open_what_is_closed()
    _name_files_in_utf8()
    _end_in_order()
    try:
        from valuegen.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        _undisturbed()
        _leave(end.code)
        raise
    finally:
        _undisturbed()
        # An interruption that went through `exec` of a text (so dataclasses are made, while a command is imported) is
        # remembered by Python, which would die of the signal in place of ending with its status. This has it forgotten.
        exec("")  # noqa: S102 -- nothing is run


def _open_what_is_closed() -> None:
    """Who started this may have closed the streams (`>&-`, some services): what is printed goes nowhere then, and no
    file that is written is taken for one of them."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            os.set_inheritable(number, True)
            setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _name_files_in_utf8() -> None:
    """Begin again where the names of files would be read in an older encoding of the locale (es_CO without UTF-8, say):
    the same folder would be another site. What is printed stays in the encoding of the terminal."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and os.name == "posix":
        os.environ.setdefault("PYTHONIOENCODING", f"{getattr(sys.stdout, 'encoding', 'utf-8')}:backslashreplace")
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _undisturbed() -> None:
    """What it ends with is decided: nothing is left to interrupt, not even by a signal that came before this line."""
    for number in _ENDING:
        with suppress(KeyboardInterrupt):
            signal.signal(number, signal.SIG_IGN)
        signal.signal(number, signal.SIG_IGN)


class _Ending:
    """Ctrl-C, and being told to end (`kill`, a service that stops, a terminal that is closed), interrupt the program
    once, so that nothing interrupts its cleaning up; who asks again a second later need not wait for that."""

    def __init__(self) -> None:
        self._asked: float | None = None

    def __call__(self, *_: object) -> None:
        now = time.monotonic()
        if self._asked is None:
            self._asked = now
            raise KeyboardInterrupt
        if now - self._asked > PATIENCE:
            os._exit(INTERRUPTED)


def _end_in_order() -> None:
    """Let signals end the program in order, but those that it was told to leave alone (`nohup`)."""
    ending = _Ending()
    for number in _ENDING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, ending)


def _leave(status: object) -> None:
    """End here, without taking apart, object by object, what was held in memory: with many posts that takes long.

    Everything is closed by now, and what is printed goes out first. Where that can't be, Python ends as it always does.
    """
    with suppress(OSError, ValueError, KeyboardInterrupt):
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        if status is None or isinstance(status, int):
            os._exit(status or 0)


if __name__ == "__main__":
    run()
