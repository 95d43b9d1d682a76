"""Which folder is the workspace."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from valuegen.words import Message, msg

NAME = "valuegen.yaml"
_MISNAMED = "valuegen.yml"
_NOTHING: Mapping[str, str] = MappingProxyType({})


def find_root(start: Path, explicit: str | None = None, environment: Mapping[str, str] = _NOTHING) -> Path | Message:
    """The folder of the workspace: `explicit`, else `VALUEGEN_WORKSPACE`, else the first one from `start` upwards.

    A message where there is none.
    """
    named = explicit or environment.get("VALUEGEN_WORKSPACE")
    if named:
        folder = start / named
        if (folder / NAME).is_file():
            return folder
        return msg("There is no valuegen.yaml in “{folder}”. Name the folder of a workspace.", folder=str(named))
    for folder in (start, *start.parents):
        if os.path.lexists(folder / NAME):
            return folder
        if (folder / _MISNAMED).is_file():
            return msg("There is a {name} in “{folder}”. Call it valuegen.yaml.", name=_MISNAMED, folder=str(folder))
    return msg(
        "There is no valuegen.yaml here, nor in the folders above. Go to the folder of your workspace, name it with "
        "--workspace, or begin one: `valuegen new DIR`."
    )


def git_root(root: Path) -> Path:
    """The git repository that a folder is in, else the folder itself. What can't be looked into is none."""
    here = Path(os.path.realpath(root))
    return next((folder for folder in (here, *here.parents) if os.path.exists(folder / ".git")), here)  # noqa: PTH110 -- never raises
