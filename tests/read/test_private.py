"""What is wrong in the files about clients is said without a word of theirs: reports are read by others."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import plain
from tests.read.full import FULL
from valuegen.finding import Finding
from valuegen.read.told import is_private
from valuegen.read.workspace import read_workspace
from valuegen.words import say

CANARY = "Zutana Mengánez"
PRIVATE = [path for path in FULL if "private" in path]
AROUND = st.sampled_from(
    ["", ": ", "- ", "[", "{", '"', "'", ", ", "\n", "\n- id: ", "\n  ", " #", "!", "&", "*", "@", "\t", "\\"]
)


def told(finding: Finding) -> str:
    said = [say(finding.message, "es"), say(finding.message, "en"), str(dict(finding.data))]
    said += [say(finding.mend.text, language) for language in ("es", "en") if finding.mend]
    said += [str(part) for part in (finding.segment, finding.contact, finding.need, finding.entry)]
    return "\n".join(said)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("full")
    for path, text in FULL.items():
        if text:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(plain(text), "utf-8")
    return root


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PRIVATE), data=st.data())
def test_no_word_of_a_client_is_said(full: Path, path: str, data: st.DataObject) -> None:
    original = (full / path).read_text("utf-8")
    places = [at for at, sign in enumerate(original) if sign in " ,:\n{}[]"]
    start = data.draw(st.sampled_from(places))
    end = start + data.draw(st.integers(0, 20))
    try:
        put = data.draw(AROUND) + data.draw(AROUND) + CANARY + data.draw(AROUND)
        (full / path).write_text(original[:start] + put + original[end:], "utf-8")
        for finding in read_workspace(full).findings:
            assert CANARY not in told(finding)
            assert "Mengánez" not in told(finding)
            assert finding.private is is_private(finding.place.file)
    finally:
        (full / path).write_text(original, "utf-8")


@pytest.mark.parametrize(
    ("path", "private"),
    [
        ("content/private/x.yaml", True),
        ("content/contacts.yaml", True),
        ("content/Contacts.yaml", True),
        ("content/log/2026.yaml", True),
        ("content/needs/a/b.yaml", True),
        ("content/posts/contacts.md", False),
        ("content/segments.yaml", False),
        ("contacts.yaml", False),
        ("content", False),
    ],
)
def test_which_files_are_private(path: str, private: bool) -> None:
    assert is_private(path) is private
