"""The workflow of a new workspace: the recipe for GitHub Pages itself, with comments in the workspace's language."""

from collections.abc import Mapping
from pathlib import Path

import valuegen

_PACKAGE = Path(valuegen.__file__).resolve().parent
_HEAD = """\
# Copy to .github/workflows/site.yml. Builds the site on each push to main, and every morning, since what falls due
# changes with the day; deploys site/public/ alone to GitHub Pages. docs/ci.md tells how to set it up.
"""
_COMMENTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        _HEAD: """\
# Builds the site on each push to main, and every morning, since what falls due changes with the day; deploys
# site/public/ alone to GitHub Pages. Before the first push, fill in OWNER/valuegen@COMMIT.
"""
    },
    "es": {
        _HEAD: """\
# Hace el sitio cada vez que subes algo a main, y cada mañana, porque lo que toca cambia con el día; a GitHub Pages
# lleva site/public/ y nada más. Antes de subirlo por primera vez, rellena OWNER/valuegen@COMMIT.
""",
        "# UTC: shortly before your day begins": "# UTC: un poco antes de que empiece tu día",
        "# where your copy of valuegen lies, and its whole commit": "# dónde está tu copia de valuegen, y su commit",
        "# Public alone: the planner stays here, and goes with this machine.": (
            "# Solo lo público: la agenda se queda en esta máquina, y se va con ella."
        ),
        "# to put it there": "# para ponerlo allí",
        "# to show that it comes from here": "# para mostrar que viene de aquí",
    },
}


def workflow() -> Path:
    """The recipe: inside the package (in a checkout: at its root)."""
    inside = _PACKAGE / "ci"
    return (inside if inside.is_dir() else _PACKAGE.parent.parent / "ci") / "github-pages.yml"


def workflow_in(language: str) -> str:
    """The recipe as somebody of that language reads it."""
    text = workflow().read_text("utf-8")
    for comment, instead in _COMMENTS[language].items():
        text = text.replace(comment, instead)
    return text
