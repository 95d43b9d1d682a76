"""Whole workspaces thought up by Hypothesis, good, nearly good and broken: each ends in findings or in a sound site.

`make fuzz ARGS="workspaces --minutes 60"` goes on for so long.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bench import Bench, plain
from tests.hostile.case_files import Case, File, laid_out
from tests.hostile.safe_files import faults_of_site
from tests.hostile.safe_said import faults_of_reports, faults_of_words
from tests.hostile.test_cases import ending, sources
from tests.read.full import FULL

MINUTES = float(os.environ.get("VALUEGEN_FUZZ_MINUTES", "0"))
FILES = {path: plain(text) for path, text in FULL.items() if text}
TEXTS = [line for line in (Path(__file__).parent / "texts.txt").read_bytes().decode().split("\n") if line]

ODD_DAYS = "2026-12-01 2026-11-30 2027-02-29 0001-01-01 2199-12-31 03/12/2026 12-24".split()
DAYS = st.dates().map(str) | st.sampled_from(ODD_DAYS)
SPANS = st.sampled_from(
    ["90 days", "6 semanas", "0 days", "3661d", "2 per 7 days", "9 cada 1 días", "1/0", "34%", "20%"]
)
WORDS = st.sampled_from(
    "industry pitch courtesy ready done idea draft blog whatsapp email visit rosa irene tomas panaderias "
    "harina-diciembre merma-diciembre true no off error note null ~ [] {} -1 0 1e9 default full es en ca UTC".split()
)
TEXT = st.sampled_from(TEXTS) | st.text(max_size=30)
PUMPED = st.tuples(st.text(min_size=1, max_size=3), st.integers(1, 3000)).map(lambda pair: pair[0] * pair[1])
VALUES = st.one_of(DAYS, SPANS, WORDS, TEXT, PUMPED)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A file in which a few values are others, a few lines are gone or there twice, or something stands anywhere."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        what = draw(st.sampled_from(["value", "value", "value", "gone", "twice", "in it", "indent"]))
        key, colon, _ = lines[at].partition(": ")
        if what == "value" and colon:
            value = draw(VALUES)
            quoted = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
            lines[at] = f"{key}: {draw(st.sampled_from([value, quoted, f'[{value}]']))}"
        elif what == "gone":
            lines[at] = ""
        elif what == "twice":
            lines.insert(at, lines[at])
        elif what == "indent":
            lines[at] = " " + lines[at]
        else:
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(VALUES) + lines[at][place:]
    return "\n".join(lines)


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, str]:
    """Every file of a workspace that has every key, some of them edited, and a body of anything."""
    chosen = draw(st.sets(st.sampled_from(sorted(FILES)), max_size=3))
    made = {path: draw(edited(FILES[path])) for path in sorted(chosen)}
    if draw(st.booleans()):
        made["content/posts/harina.md"] = "\n\n".join(draw(st.lists(TEXT | PUMPED, max_size=6)))
    return made


def ends_well(files: dict[str, str]) -> None:
    """It is checked and built, and nothing else happens."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        given_files = tuple(File(path, text) for path, text in {**FILES, **files}.items())
        work = laid_out(Bench(Path(folder)), Case("", "", files=given_files))
        shutil.rmtree(work.root / "content/static")
        before = sources(Path(folder))
        with ending():
            done = work.run("build", NO_COLOR="1")
            faults = [*faults_of_site(work.root / "site"), *faults_of_reports(work)]
            faults += faults_of_words("said", done.out + done.err)
        faults = [fault for fault in faults if "tells" not in fault]  # what the base says of clients is not in these
        assert not faults, faults[:5]
        assert done.exit in (0, 1), done.err
        assert sources(Path(folder)) == before


calm = settings(database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@settings(calm, max_examples=6, derandomize=True, phases=[Phase.generate])
@given(workspaces())
def test_a_workspace_ends_in_findings_or_in_a_sound_site(files: dict[str, str]) -> None:
    ends_well(files)


def test_workspaces_for_as_long_as_asked() -> None:
    end, turn = time.monotonic() + MINUTES * 60, 0
    while time.monotonic() < end:
        turn += 1
        seed(turn)(settings(calm, max_examples=50)(given(workspaces())(ends_well)))()
