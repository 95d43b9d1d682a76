"""A newcomer's walk: from an empty folder to reminders and the preview, in a terminal, word for word as on the screen.

In English with nothing but what is in the wheel.

The words are kept in `tests/walk/LANGUAGE.txt`; `--accept` takes what is said now. Read both as somebody who has never
seen the program.
"""

import os
import re
import signal
import socket
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from terminal import in_terminal

KEPT = Path(__file__).parent / "walk"
TODAY = ("--as-of", "2026-11-23")
STEPS = {
    "es": (
        (("new", "taller", *TODAY), "Taller Norte\n\nCuentas claras para talleres de barrio.\n"),
        (("build", *TODAY), ""),
        (
            ("add", "entry", *TODAY),
            "Curso de cuentas\nempiesan\nempiezan\npitch\n\n¿Te guardo sitio?\n\n2026-11-30\nn\n",
        ),
        (("suggest", "--segment", "empiezan", "--kind", "pitch", *TODAY), ""),
        (("add", "entry", *TODAY), "Curso de cuentas\nempiezan\npitch\n\n¿Te guardo sitio?\n\n2026-11-30\ns\n"),
        (("build", *TODAY), ""),
        (("move", "curso-de-cuentas", "2026-12-08", *TODAY), ""),
        (("build", *TODAY), ""),
        (("add", "log", "--reply-from", "lola", "¿Cuánto cuesta?", "--need", "Saber si le compensa", *TODAY), ""),
        (("remind", "--on", "2026-11-26"), ""),
    ),
    "en": (
        (("new", "workshop", *TODAY), "North Workshop\n\nClear books for the workshops around the corner.\n"),
        (("build", *TODAY), ""),
        (
            ("add", "entry", *TODAY),
            "Bookkeeping course\nstartng\nstarting\npitch\n\nShall I keep you a place?\n\n2026-11-30\nn\n",
        ),
        (("suggest", "--segment", "starting", "--kind", "pitch", *TODAY), ""),
        (
            ("add", "entry", *TODAY),
            "Bookkeeping course\nstarting\npitch\n\nShall I keep you a place?\n\n2026-11-30\ny\n",
        ),
        (("build", *TODAY), ""),
        (("move", "bookkeeping-course", "2026-12-08", *TODAY), ""),
        (("build", *TODAY), ""),
        (("add", "log", "--reply-from", "lola", "How much is it?", "--need", "To know whether it pays", *TODAY), ""),
        (("remind", "--on", "2026-11-26"), ""),
    ),
}
PLACES = {"es": "America/Bogota", "en": "Europe/London"}
EDITED = {
    "es": ("content/posts/tres-preguntas.md", "tres-preguntas", "Una frase nueva. "),
    "en": ("content/posts/three-questions.md", "three-questions", "A new sentence. "),
}
PATIENCE = 60
"""Seconds after which what is waited for will not come."""
_DRAWN = re.compile(r"[^\n]*\r(?!\n)|\x1b\[[0-9;?]*[A-Za-z]")
_OF_THE_DAY = ((re.compile(r"(?<=127\.0\.0\.1:)\d+"), "PORT"), (re.compile(r"(?<=token=)[\w-]+"), "TOKEN"))


class Visitor:
    """Somebody who looks at a post in the preview, changes its text, sees the change, and presses Ctrl+C."""

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.seen: list[bool] = []

    def __call__(self, process: int, shown: str) -> None:
        if "Ctrl+C" not in shown or self.seen:
            return
        file, slug, sentence = EDITED[self.language]
        [site] = re.findall(r"http://127\.0\.0\.1:\d+/(?= |\r|\n)", shown)
        self.seen.append(sentence in self._page(f"{site}{slug}/"))
        path = self.root / file
        path.write_text(sentence + path.read_text("utf-8"), encoding="utf-8")
        until = time.monotonic() + PATIENCE
        while not (found := sentence.strip() in self._page(f"{site}{slug}/")) and time.monotonic() < until:
            time.sleep(0.1)
        self.seen.append(found)
        os.kill(process, signal.SIGINT)

    def _page(self, address: str) -> str:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())


def free_port() -> str:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return str(door.getsockname()[1])


@pytest.mark.parametrize("language", sorted(STEPS))
def test_what_is_said_on_the_way(tmp_path: Path, language: str, request: pytest.FixtureRequest) -> None:
    said, folder = [], tmp_path
    env = {"NO_COLOR": "1", "COLUMNS": "100", "TZ": PLACES[language]}
    if language == "en":
        env["PYTHONPATH"] = str(request.getfixturevalue("installed"))
    visitor = Visitor(tmp_path / STEPS[language][0][0][1], language)
    serving = (("serve", "--port", free_port(), *TODAY), "")
    for arguments, typed in (*STEPS[language], serving):
        watching = visitor if arguments[0] == "serve" else None
        done = in_terminal(folder, *arguments, language=language, typed=typed, watching=watching, **env)
        screen = "\n".join(map(str.rstrip, _DRAWN.sub("", done.out).replace(str(tmp_path.resolve()), "~").splitlines()))
        line = " ".join("PORT" if word == serving[0][2] else word for word in arguments)
        said.append(f"$ valuegen {line}\n{screen.rstrip()}\n[{done.exit}]\n")
        folder = tmp_path / STEPS[language][0][0][1]
    assert visitor.seen == [False, True]
    whole = "\n".join(said)
    for form, instead in _OF_THE_DAY:
        whole = form.sub(instead, whole)
    kept = KEPT / f"{language}.txt"
    if request.config.getoption("--accept"):
        KEPT.mkdir(exist_ok=True)
        kept.write_text(whole, encoding="utf-8")
    assert whole == kept.read_text(encoding="utf-8")
