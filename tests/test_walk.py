"""A newcomer's walk: from an empty folder to reminders, in a terminal, word for word as it is on the screen.

The words are kept in `tests/walk/LANGUAGE.txt`; `--accept` takes what is said now. Read both as somebody who has never
seen the program.
"""

import re
from pathlib import Path

import pytest
from terminal import in_terminal

KEPT = Path(__file__).parent / "walk"
TODAY = ("--as-of", "2026-11-23")
STEPS = {
    "es": (
        (("new", "taller", *TODAY), "Taller Norte\n\nCuentas claras para talleres de barrio.\n"),
        (("build", *TODAY), ""),
        (("add", "entry", *TODAY), "Curso de cuentas\nempiesan\nempiezan\npitch\n¿Te guardo sitio?\n2026-11-30\nn\n"),
        (("suggest", "--segment", "empiezan", "--kind", "pitch", *TODAY), ""),
        (("add", "entry", *TODAY), "Curso de cuentas\nempiezan\npitch\n¿Te guardo sitio?\n2026-11-30\ns\n"),
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
            "Bookkeeping course\nstartng\nstarting\npitch\nShall I keep you a place?\n2026-11-30\nn\n",
        ),
        (("suggest", "--segment", "starting", "--kind", "pitch", *TODAY), ""),
        (("add", "entry", *TODAY), "Bookkeeping course\nstarting\npitch\nShall I keep you a place?\n2026-11-30\ny\n"),
        (("build", *TODAY), ""),
        (("move", "bookkeeping-course", "2026-12-08", *TODAY), ""),
        (("build", *TODAY), ""),
        (("add", "log", "--reply-from", "lola", "How much is it?", "--need", "To know whether it pays", *TODAY), ""),
        (("remind", "--on", "2026-11-26"), ""),
    ),
}
_DRAWN = re.compile(r"[^\n]*\r(?!\n)|\x1b\[[0-9;?]*[A-Za-z]")


@pytest.mark.parametrize("language", sorted(STEPS))
def test_what_is_said_on_the_way(tmp_path: Path, language: str, request: pytest.FixtureRequest) -> None:
    said, folder = [], tmp_path
    for arguments, typed in STEPS[language]:
        done = in_terminal(folder, *arguments, language=language, typed=typed, NO_COLOR="1", COLUMNS="100")
        screen = "\n".join(map(str.rstrip, _DRAWN.sub("", done.out).replace(str(tmp_path.resolve()), "~").splitlines()))
        said.append(f"$ valuegen {' '.join(arguments)}\n{screen.rstrip()}\n[{done.exit}]\n")
        folder = tmp_path / STEPS[language][0][0][1]
    kept = KEPT / f"{language}.txt"
    if request.config.getoption("--accept"):
        KEPT.mkdir(exist_ok=True)
        kept.write_text("\n".join(said), encoding="utf-8")
    assert "\n".join(said) == kept.read_text(encoding="utf-8")
