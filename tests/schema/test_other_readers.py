"""The schemas, and the files that they are for, as check-jsonschema reads them: an implementation that is not ours."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace, process_environment

DAY = ("--as-of", "2026-11-22")


def check(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run it in a workspace, far from any network."""
    found = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or shutil.which("check-jsonschema")
    if found is None:
        pytest.skip("check-jsonschema is not installed (it is in requirements/dev.lock)")
    command = [found, "--no-cache", "--color", "never", *arguments]
    return subprocess.run(command, cwd=root, env=process_environment("en"), capture_output=True, encoding="utf-8")


@pytest.fixture(scope="module", params=["example", "es", "en"])
def work(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    """The example, and a new workspace in each language, with their schemas."""
    bench = Bench(tmp_path_factory.mktemp("schemas"))
    if request.param == "example":
        made = bench.example()
        assert made.run("schema", "--all").exit == 0
        return made
    place = MiniWorkspace(bench.folder)
    assert place.run("new", "w", "--language", request.param, "--timezone", "America/Lima", *DAY).exit == 0
    return MiniWorkspace(bench.folder / "w")


def test_each_is_a_schema_and_every_file_fits_it(work: MiniWorkspace) -> None:
    schemas = sorted(path.relative_to(work.root).as_posix() for path in work.root.rglob(".schemas/*.json"))
    assert len(schemas) == 9
    meta = check(work.root, "--check-metaschema", *schemas)
    assert meta.returncode == 0, meta.stdout + meta.stderr
    held = 0
    for schema in schemas:
        folder, name = Path(schema).parent.parent, Path(schema).stem
        folder = folder / "content" if folder == Path() and name != "valuegen" else folder
        found = [*sorted((work.root / folder / name).glob("*.yaml")), work.root / folder / f"{name}.yaml"]
        files = [str(path) for path in found if path.is_file()]
        if files:
            held += len(files)
            fits = check(work.root, "--schemafile", schema, "--disable-formats", "*", *files)
            assert fits.returncode == 0, fits.stdout + fits.stderr
    assert held >= 7


def test_it_finds_what_is_wrong(bench: Bench) -> None:
    work = bench.workspace()
    work.run("schema", "--all")
    work.change("content/calendar/2026.yaml", "kind: industry", "kind: industri")
    found = check(work.root, "--schemafile", ".schemas/calendar.json", "content/calendar/2026.yaml")
    assert found.returncode == 1
    assert "industri" in found.stdout
