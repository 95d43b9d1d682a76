"""The page of the manual: whole, in both languages, and nothing that roff stumbles over."""

import shutil
import subprocess

import pytest

from tools.docs import DOCS
from tools.man import STATUSES, WORDS, man_page
from valuegen.cli.commands import COMMANDS

PAGES = {"en": "man/valuegen.1", "es": "man/es/valuegen.1"}


@pytest.mark.parametrize("language", PAGES)
def test_it_has_every_command_in_its_language(language):
    text = man_page(language)
    assert [name for name in COMMANDS if f"\n.SS valuegen {name}\n" not in text] == []
    assert text.count(f"\n{WORDS[language]['examples']}:\n") >= len(COMMANDS) - 2  # groups show those of their commands
    assert len(WORDS[language]["statuses"]) == len(STATUSES)
    for word in {"es": ("OPTIONS", "[ARGS]", "Examples"), "en": ("OPCIONES", "Ejemplos")}[language]:
        assert word not in text


@pytest.mark.parametrize("page", PAGES.values())
def test_it_is_set_without_a_warning(page):
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("groff is not here")
    command = [groff, "-k", "-man", "-ww", "-Tutf8", "-z", str(DOCS / page)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
