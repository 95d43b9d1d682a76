"""The CI recipes: pinned, linted, without secrets, and run here as far as that goes without their machines."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from recipes import ACTION, CI, WORKFLOWS, Machine, read, used, without_installing

from bench import ROOT, Bench, MiniWorkspace, process_environment

COMMIT = "0123456789abcdef0123456789abcdef01234567"
CLIENTS = "- {id: rosa, name: Rosa Quintero, segments: [panaderias]}\n"
TOO_MUCH = "kind: industry", "kind: industri"
# What would stand in for a library where the folder that is checked were looked into for modules.
INTRUDERS = {f"{name}.py": "raise SystemExit('OWNED')\n" for name in ("venv", "pip", "valuegen", "json", "yaml")}


def tool(name: str) -> str:
    """A development tool of the lock."""
    found = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if found is None:
        pytest.skip(f"{name} is not installed (it is in requirements/dev.lock)")
    return found


def linted(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env=process_environment("en"))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def filled_in(tmp_path: Path) -> list[str]:
    """The action and the workflows, with the place and the commit that whoever copies them writes into them."""
    made = []
    for path in (ACTION, *WORKFLOWS):
        text = path.read_text("utf-8").replace("OWNER/valuegen@COMMIT", f"someone/valuegen@{COMMIT}")
        target = tmp_path / (path.name if path == ACTION else f".github/workflows/{path.name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        made.append(str(target))
    return made


def test_zizmor_finds_nothing(filled_in: list[str]) -> None:
    linted(tool("zizmor"), "--offline", "--persona", "pedantic", "--no-progress", *filled_in)


def test_they_fit_their_schemas() -> None:
    check = tool("check-jsonschema")
    for schema, paths in {
        "github-actions": [ACTION],
        "github-workflows": WORKFLOWS,
        "gitlab-ci": [CI / "gitlab.yml"],
    }.items():
        linted(check, "--builtin-schema", f"vendor.{schema}", *map(str, paths))


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_what_they_use_is_pinned_by_its_commit(path: Path) -> None:
    found = list(used(path))
    assert len(found) == len(re.findall(r"^[^#\n]*uses:", path.read_text("utf-8"), re.M))
    for name, comment in found:
        if name != "OWNER/valuegen@COMMIT":
            assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name)
            assert re.fullmatch(r"v\d+\.\d+\.\d+", comment)
    pins = {name.partition("@")[0]: name for other in (ACTION, *WORKFLOWS) for name, _ in used(other)}
    assert {name for name, _ in found} <= set(pins.values())  # one commit of each, wherever it is used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_little_and_knows_no_secret(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    assert "secrets" not in path.read_text("utf-8").replace("beside your secrets", "").replace("no secrets", "")
    for name, job in workflow["jobs"].items():
        assert int(job["timeout-minutes"]) <= 20
        assert job["permissions"] == (
            {"contents": "read"} if name != "deploy" else {"pages": "write", "id-token": "write"}
        )
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"] == {"persist-credentials": "false"}


def test_the_site_is_built_on_push_and_daily_and_public_alone_is_deployed() -> None:
    workflow = read(CI / "github-pages.yml")
    assert set(workflow["on"]) == {"push", "schedule", "workflow_dispatch"}
    ((schedule,),) = [workflow["on"]["schedule"]]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", schedule["cron"])
    upload = [step for step in workflow["jobs"]["build"]["steps"] if "upload" in step.get("uses", "")]
    assert [step["with"]["path"] for step in upload] == ["${{ steps.site.outputs.public }}"]


def test_the_lock_of_a_ci_is_part_of_the_other_and_has_all_hashes() -> None:
    pins = {}
    for name in ("site", "dev"):
        text = (ROOT / f"requirements/{name}.lock").read_text("utf-8").replace("\\\n", "")
        lines = [line for line in text.splitlines() if line]
        assert all("--hash=sha256:" in line for line in lines)
        pins[name] = {line.split()[0] for line in lines}
    assert pins["site"] < pins["dev"]
    assert not [pin for pin in pins["site"] if pin.startswith(("pytest", "selenium", "distributed"))]


def sample(bench: Bench, **files: str) -> MiniWorkspace:
    """A repository with a workspace, clients and files that would like to be run."""
    return bench.workspace({"content/private/contacts.yaml": CLIENTS, **INTRUDERS, **files})


def action(work: MiniWorkspace, temp: Path, event: str = "push", **inputs: str) -> "subprocess.CompletedProcess[str]":
    """The steps of the action, one after another, until one fails; GitHub's own are left out."""
    given = {name: one.get("default", "") for name, one in read(ACTION)["inputs"].items()} | inputs
    is_untrusted = event == "pull_request" or given["untrusted"] != "false"
    known = {f"inputs.{name}": value for name, value in given.items()}
    known |= {
        "github.action_path": str(ROOT),
        "github.event_name == 'pull_request' || inputs.untrusted != 'false'": str(is_untrusted).lower(),
    }
    conditions = {
        "github.event_name == 'pull_request_target' || github.event_name == 'workflow_run'": event
        in ("pull_request_target", "workflow_run"),
        "inputs.command != 'check'": given["command"] != "check",
    }
    machine = Machine(temp, known)
    if not os.environ.get("VALUEGEN_INSTALLS"):
        without_installing(machine)
    done = None
    for step in read(ACTION)["runs"]["steps"]:
        if "run" not in step or not conditions[step["if"]] if "if" in step else "run" not in step:
            continue
        env = {name: machine.expanded(value) for name, value in step.get("env", {}).items()}
        env |= {"GITHUB_EVENT_NAME": event, "GITHUB_OUTPUT": str(temp / "output")}
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]  # what somebody wrote never becomes part of a script
        done = machine.run(step["run"], work.root, GITHUB_STEP_SUMMARY=str(temp / "summary.md"), **env)
        assert "OWNED" not in done.stdout + done.stderr
        if done.returncode:
            break
    assert done is not None
    return done


def test_the_action_installs_by_hashes_alone_builds_and_says_what_to_deploy(bench: Bench, tmp_path: Path) -> None:
    work, temp = sample(bench), tmp_path / "runner"
    done = action(work, temp)
    assert done.returncode == 0, done.stderr
    assert {path.split("/")[0] for path in work.tree()} == {"public", "planner", ".valuegen-site"}
    assert (temp / "output").read_text() == "public=./site/public\n"
    assert (temp / "summary.md").read_text("utf-8").startswith("### valuegen")
    if not os.environ.get("VALUEGEN_INSTALLS"):
        environment, libraries, program = (temp / "asked").read_text().splitlines()
        assert environment == f"-I -m venv {temp}/valuegen"
        assert libraries.startswith("-I -m pip ")
        assert libraries.endswith(f"--require-hashes --only-binary :all: -r {ROOT}/requirements/site.lock")
        assert program.endswith(f"install --no-index --no-deps --no-build-isolation {ROOT}")


def test_a_pull_request_is_built_as_a_strangers(bench: Bench, tmp_path: Path) -> None:
    work = sample(bench)
    assert action(work, tmp_path / "runner", "pull_request").returncode == 0
    assert {path.split("/")[0] for path in work.tree()} == {"public", ".valuegen-site"}


@pytest.mark.parametrize("event", ["pull_request_target", "workflow_run"])
def test_the_action_refuses_to_run_strangers_beside_secrets(bench: Bench, tmp_path: Path, event: str) -> None:
    work = sample(bench)
    done = action(work, tmp_path / "runner", event)
    assert done.returncode == 1
    assert f"::error title=valuegen::On {event} a stranger's change would run" in done.stdout
    assert work.tree() == {}


def test_a_broken_promise_fails_with_annotations_and_a_table(bench: Bench, tmp_path: Path) -> None:
    work = sample(bench)
    work.change("content/calendar/2026.yaml", *TOO_MUCH)
    done = action(work, tmp_path / "runner", workspace=".")
    assert done.returncode == 1
    assert "::error file=content/calendar/2026.yaml,line=5,col=9,title=error format::" in done.stdout
    assert "| 🛑 | content\\/calendar\\/2026\\.yaml\\:5 |" in (tmp_path / "runner/summary.md").read_text("utf-8")
    assert work.tree() == {}


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


def committed(folder: Path) -> str:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "all")
    return git(folder, "rev-parse", "HEAD")


def test_gitlab_checks_a_merge_request_and_deploys_public_alone(bench: Bench, tmp_path: Path) -> None:
    source, opt = tmp_path / "source", tmp_path / "opt"
    (source / "requirements").mkdir(parents=True)
    shutil.copy(ROOT / "requirements/site.lock", source / "requirements")
    recipe, machine = read(CI / "gitlab.yml"), Machine(tmp_path / "runner", {})
    asked = without_installing(machine)
    machine.program("apt-get", "")
    env = {"VALUEGEN_SOURCE": source.as_uri(), "VALUEGEN_COMMIT": committed(source), "CI_COMMIT_BRANCH": "main"}
    for job, left in {"check": {"site", "gl-code-quality-report.json"}, "pages": {"site", "public"}}.items():
        work = bench.workspace({"content/private/contacts.yaml": CLIENTS, **INTRUDERS}, name=job)
        before = {path.name for path in work.root.iterdir()}
        lines = [*recipe[".valuegen"]["before_script"], *recipe[job]["script"]]
        script = "\n".join(lines).replace("/opt/", f"{opt}/{job}/")
        done = machine.run(script, work.root, CI_PROJECT_DIR=str(work.root), **env)
        assert done.returncode == 0, done.stderr
        assert "OWNED" not in done.stdout + done.stderr
        assert {path.name for path in work.root.iterdir()} - before - {".valuegen"} == left
    assert (bench.folder / "pages/public/index.html").is_file()
    assert not any((bench.folder / "check/site/planner").iterdir())
    assert recipe["pages"]["artifacts"]["paths"] == ["public"]
    assert asked.read_text().count("--require-hashes --only-binary :all: -r requirements/site.lock") == 2


def test_pre_commit_keeps_a_broken_promise_out(bench: Bench, tmp_path: Path) -> None:
    pre_commit, hook = tool("pre-commit"), "valuegen-check-installed"
    if os.environ.get("VALUEGEN_INSTALLS"):
        source, hook = ROOT, "valuegen-check"
        revision = git(ROOT, "rev-parse", "HEAD")
    else:
        source = tmp_path / "source"
        source.mkdir()
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
        revision = committed(source)
    work = bench.workspace({"notes.txt": "x"})
    work.write(".pre-commit-config.yaml", f"repos: [{{repo: {source}, rev: {revision}, hooks: [{{id: {hook}}}]}}]\n")
    committed(work.root)
    machine = Machine(tmp_path / "runner", {})
    without_installing(machine)

    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        script = f'"{pre_commit}" run --color never {" ".join(arguments)}'
        return machine.run(script, work.root, PRE_COMMIT_HOME=str(tmp_path / "home"))

    fine = run("--all-files")
    assert fine.returncode == 0, fine.stdout + fine.stderr
    assert "Passed" in fine.stdout
    assert "Skipped" in run("--files", "notes.txt").stdout
    work.change("content/calendar/2026.yaml", *TOO_MUCH)
    broken = run("--files", "content/calendar/2026.yaml")
    assert broken.returncode == 1
    assert "content/calendar/2026.yaml:5:9: error format:" in broken.stdout


def test_the_container_is_made_of_what_is_here(tmp_path: Path) -> None:
    """What it copies is enough to make the same program, and the program starts."""
    text = (ROOT / "Containerfile").read_text("utf-8").replace("\\\n", "")
    copied = [line.split()[1:] for line in text.splitlines() if line.startswith("COPY ") and "--from" not in line]
    place, sent = tmp_path / "source", (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for *sources, target in copied:
        assert {f"!{name}" for name in sources} <= set(sent)
        for name in sources:
            to = place / target / name if target.endswith("/") else place / target
            to.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, to, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, to)
    installs = re.findall(r"-m pip (install .*)", text)
    assert [("--require-hashes" in line, "--no-index --no-deps" in line) for line in installs] == [
        (True, False),
        (False, True),
    ]
    wheels = tmp_path / "wheels"
    linted(sys.executable, "-I", "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels), cwd=place)
    (wheel,) = wheels.iterdir()
    script = "import sys; sys.path.insert(0, sys.argv.pop(1)); from valuegen.__main__ import run; run()"
    assert "valuegen 0" in linted(sys.executable, "-I", "-c", script, str(wheel), "--version")
    themes = {path.relative_to(ROOT).as_posix() for path in (ROOT / "themes").rglob("*") if path.is_file()}
    assert {f"valuegen/{name}" for name in themes} <= set(ZipFile(wheel).namelist())
    assert 'ENTRYPOINT ["valuegen"]' in text
    assert re.search(r"^USER (?!root)", text, re.M)
