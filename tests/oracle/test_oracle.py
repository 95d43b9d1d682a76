"""What the program finds, mends and credits is what counting by hand comes to, on random calendars.

`VALUEGEN_ORACLE=5000` looks at so many of them, other ones each time.
"""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from oracle.calendars import workspaces
from oracle.chosen import whole
from oracle.compared import compared
from oracle.written import files

LONG = int(os.environ.get("VALUEGEN_ORACLE", "0"))
SETTINGS = settings(
    max_examples=LONG or 60,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # shrinking takes minutes here: the files of the calendar that differs are shown instead
    phases=[Phase.generate],
)


@SETTINGS
@given(workspaces())
def test_the_program_finds_what_counting_by_hand_finds(work):
    for path, text in files(whole(work)).items():
        note(f"--- {path}\n{text}")
    with tempfile.TemporaryDirectory() as folder:
        compared(work, Path(folder))
