"""The docs as a site: every page of docs/ is in it, it builds strictly, and each command that the docs show is one."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest
import yaml

from bench import MiniWorkspace
from tools import docs_site
from valuegen.cli import main

DOCS = docs_site.DOCS
NOT_FOR_READERS = {"decisions", "format-additions"}
"""For those who work on valuegen."""


def test_every_page_is_in_it() -> None:
    listed = docs_site.pages()
    for path in DOCS.glob("*.md"):
        language, name = ("es", path.name[: -len(".es.md")]) if path.name.endswith(".es.md") else ("en", path.stem)
        assert name in NOT_FOR_READERS or (language, name) in listed, path.name
    assert all(page.path.is_file() for page in listed.values())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("docs") / "docs-site"
    shutil.copytree(docs_site.SITE, made, ignore=shutil.ignore_patterns("posts", "site", ".valuegen"))
    subprocess.run(["git", "init", "-q", str(made)], check=True)
    docs_site.write(made)
    return made


@pytest.mark.parametrize("language", sorted(docs_site.LANGUAGES))
def test_it_builds_strictly(site: Path, language: str) -> None:
    work = MiniWorkspace(site / language)
    built = work.run("build", "--strict", language=language)
    assert built.exit == 0, built.err
    addresses = {page.slug for page in docs_site.pages().values() if page.language == language}
    assert all((work.root / "site" / "public" / slug / "index.html").is_file() for slug in addresses)


def commands() -> list[tuple[str, str]]:
    """Each command line that a page shows, with the page."""
    found = []
    for path in sorted(DOCS.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for block in re.findall(r"^ *```(?:sh|bash|console)\n(.*?)^ *```$", text, re.M | re.S):
            found += re.findall(r"^ *(?:\$ )?valuegen (.+?)(?:  +#.*)?$", block.replace("\\\n", " "), re.M)
        found += [line for line in re.findall(r"`valuegen ([^`\n]+)`", text) if "{" not in line]
        found = [line if isinstance(line, tuple) else (path.name, line) for line in found]
    return found


@pytest.mark.parametrize(("page", "line"), commands())
def test_each_command_is_one(page: str, line: str) -> None:
    """It is there, and knows the options that it is shown with."""
    command: click.Command | None = main
    words = shlex.split(re.split(r" [|>&;] ?", line)[0])
    while isinstance(command, click.Group) and words:
        while words and words[0].startswith("-"):
            words = words[1:]
        name = words.pop(0) if words else ""
        if not name or not re.fullmatch(r"[a-z]+", name):
            return  # COMMAND, ORDEN: what stands for any
        command = command.get_command(click.Context(main), name)
        assert command is not None, f"{page}: {line}"
    assert command
    known = {option for parameter in command.params for option in parameter.opts}
    used = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert used <= known | {"-h", "--help"}, f"{page}: {line}"


def test_lists_show_the_first_sentences_of_a_page_and_no_link_to_its_twin() -> None:
    for page in docs_site.pages().values():
        head = docs_site.post(page, docs_site.pages()).split("---\n")[1]
        said = yaml.safe_load(head)["summary"]
        assert 20 < len(said) < 400, page
        assert not re.search(r"En español|In English|[`\]*]|:$", said), (page.file, said)
