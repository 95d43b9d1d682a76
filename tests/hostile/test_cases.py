"""Every case of `cases/`: it ends as it says, and whatever it is, nothing else happens (README.md)."""

import hashlib
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from tests.hostile.case_files import SECRET, Case, cases, laid_out
from tests.hostile.safe_files import faults_of_site
from tests.hostile.safe_said import CLIENTS, faults_of_reports, faults_of_words

LONGEST = 120
"""Seconds after which something has no end: no measure of speed."""
ALL = cases()
EVERY = 24
"""`make test` tries one of so many, `make hostile` all."""


@contextmanager
def ending() -> Iterator[None]:
    """What does not end fails, and stops nobody."""
    if not hasattr(signal, "ITIMER_REAL"):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(f"it still runs after {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        tried = ALL if metafunc.config.getoption("--all") else ALL[::EVERY]
        metafunc.parametrize("case", tried, ids=lambda case: case.name)


def test_case(case: Case, bench: Bench) -> None:
    work = laid_out(bench, case)
    before = sources(bench.folder)
    with ending():
        done = work.run(*case.one("run", "build").split(), NO_COLOR="1")
        said = done.out + done.err
        faults = [*faults_of_words("said", said), *faults_of_reports(work), *faults_of_site(work.root / "site")]
        faults += leaked(work)
        found = work.findings()
    assert not faults, faults[:5]
    assert done.exit == case.exit, said[:600]
    assert sources(bench.folder) == before, "a file of somebody else's is another"
    built = case.exit == 0 and case.one("run", "build").startswith("build")
    assert (work.root / "site/public/index.html").exists() == built
    ends_as_it_says(case, work, said, found)


def ends_as_it_says(case: Case, work: MiniWorkspace, said: str, found: list[dict[str, object]]) -> None:
    """What the head of the case says of findings, words and pages."""
    told = [f"{one['rule']} {one['file']}:{one['line']}:{one['column']} {one['message']}" for one in found]
    for wanted in case.of("finds"):
        rule_and_place, _, words = wanted.partition(" | ")
        assert any(one.startswith(rule_and_place) and words in one for one in told), (wanted, told[:20])
    for rule in case.of("clean"):
        assert not [one for one in told if rule in ("all", one.split(" ")[0])], (rule, told)
    for words in case.of("says"):
        assert words in said, (words, said)
    for words in case.of("silent"):
        assert words not in said, (words, said)
        assert not [one for one in told if words in one], (words, told)
    pages = {path: path.read_bytes().decode("utf-8", "replace") for path in public(work) if path.is_file()}
    for words in case.of("public"):
        assert any(words in text for text in pages.values()), words
    for words in case.of("hides"):
        assert not [path for path, text in pages.items() if words in text or words in path.name], words


def public(work: MiniWorkspace) -> list[Path]:
    return sorted((work.root / "site/public").rglob("*"))


def leaked(work: MiniWorkspace) -> Iterator[str]:
    """What may be in no file that is published: a client's words, and what lies outside the workspace."""
    for path in public(work):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace").casefold()
            yield from (f"{path.name}: {word!r}" for word in (*CLIENTS, SECRET.casefold()) if word in text)


def sources(folder: Path) -> dict[str, str]:
    """Every file but the program's own, by what it is and holds."""
    own = (folder / "work/site", folder / "work/.valuegen")
    found = {}
    for path in sorted(folder.rglob("*")):
        if any(path.is_relative_to(one) for one in own):
            continue
        if path.is_symlink():
            found[str(path)] = f"-> {path.readlink()}"
        elif path.is_file():
            found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[str(path)] = "no file"
    return found


def test_there_are_as_many_as_were_promised() -> None:
    assert len(ALL) >= 200
    assert len({case.what for case in ALL}) == len(ALL)
