"""A base file of several workspaces: merged key by key, within one git repository."""

from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace, plain
from valuegen.finding import Place
from valuegen.read.workspace import Reading, read_workspace
from valuegen.words import say

BASE = """
    site:
      title: La casa
      tagline: De todas
      url: https://casa.example
      timezone: Europe/Madrid
    products: {curso: {name: Curso, type: goods}, libro: {name: Libro}}
    closed: [{from: 12-24, to: 01-02}]
    rules: {pitch-share: {max: 20%, window: 90 days}, jargon: off}
    people:
      eva: {name: Eva Sol, email: eva@casa.example}
      luis: {name: Luis}
    channels: {taller: {reach: group, minutes: 50}}
    """


def house(bench: Bench, files: dict[str, str]) -> MiniWorkspace:
    (bench.folder / ".git").mkdir()
    (bench.folder / "base.yaml").write_text(plain(BASE), "utf-8")
    return bench.workspace(files)


def read(work: MiniWorkspace) -> Reading:
    return read_workspace(work.root)


def test_it_is_merged_key_by_key(bench: Bench) -> None:
    work = house(bench, {
        "valuegen.yaml": "extends: ../base.yaml\nsite: {title: Taller}\nproducts: {curso: {name: Otro}}\n"
        "closed: []\nrules: {pitch-share: {max: 10%}}\n",
        "content/people.yaml": "luis: {phone: +34 600}\nana: {name: Ana}\n",
        "content/channels.yaml": "taller: {minutes: 40}\n",
    })  # fmt: skip
    reading = read(work)
    assert reading.findings == ()
    assert reading.workspace
    settings = reading.workspace.settings
    assert (settings.site.title, settings.site.tagline, settings.site.timezone) == (
        "Taller",
        "De todas",
        "Europe/Madrid",
    )
    assert [one.name for one in settings.products] == ["Otro", "Libro"]
    assert [one.type for one in settings.products] == ["goods", "service"]
    assert settings.closed == ()
    assert settings.rules["pitch-share"].options == {"max": "10%", "window": "90 days"}
    assert settings.rules["jargon"].level == "off"
    assert list(reading.workspace.people) == ["eva", "luis", "ana"]
    assert (reading.workspace.people["luis"].name, reading.workspace.people["luis"].phone) == ("Luis", "+34 600")
    taller = reading.workspace.channels["taller"]
    assert (taller.reach, taller.minutes) == ("group", 40)


def test_places_point_into_the_base(bench: Bench) -> None:
    work = house(bench, {"valuegen.yaml": "extends: ../base.yaml\nsite: {title: Taller}\n"})
    reading = read(work)
    assert reading.workspace
    where = reading.workspace.settings.where("site", "url")
    assert (where.file, where.line, where.column) == ("../base.yaml", 4, 8)
    assert reading.sources.line("../base.yaml", 4) == "  url: https://casa.example"


def test_mistakes_in_the_base_are_told_there(bench: Bench) -> None:
    work = house(bench, {"valuegen.yaml": "extends: ../base.yaml\n"})
    base = bench.folder / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("Europe/Madrid", "Europa/Madrid") + "sitio: x\n", "utf-8")
    found = {(one.place.file, one.place.line) for one in read(work).findings}
    assert found == {("../base.yaml", 5), ("../base.yaml", 13)}


def test_a_chain_and_a_circle(bench: Bench) -> None:
    work = house(bench, {"valuegen.yaml": "extends: conf/a.yaml\n", "conf/a.yaml": "extends: ../../base.yaml\n"})
    assert read(work).findings == ()
    work.write("conf/a.yaml", "extends: ../valuegen.yaml\n")
    found = [one.message.id for one in read(work).findings]
    assert "This file extends itself." in found


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("{a: b}", "`extends` names one file."),
        ("[a.yaml, b.yaml]", "`extends` names one file."),
        ("/base.yaml", "`extends` names a file by its path from this one, with “/”."),
        ("..\\\\base.yaml", "`extends` names a file by its path from this one, with “/”."),
        ("' '", "`extends` names a file by its path from this one, with “/”."),
        ("../base.txt", "`extends` names a file that ends in .yaml."),
    ],
)
def test_it_names_one_file_by_its_path(bench: Bench, base: str, told: str) -> None:
    found = read(house(bench, {"valuegen.yaml": f"extends: {base}\n"})).findings
    mends = [(say(one.message, "en"), one.mend and say(one.mend.text, "en")) for one in found]
    assert mends[0] == (told, "Write, for example: extends: ../base.yaml")
    assert found[0].place == Place("valuegen.yaml", 1, 10)


def test_a_list_of_one_base_is_one(bench: Bench) -> None:
    assert read(house(bench, {"valuegen.yaml": "extends: [../base.yaml]\n"})).findings == ()


def test_not_out_of_the_repository(bench: Bench) -> None:
    work = bench.workspace()
    (work.root / ".git").mkdir()
    outside = bench.folder / "base.yaml"
    outside.write_text("site: {title: T, url: https://x.example}\n", "utf-8")
    work.write("valuegen.yaml", "extends: ../base.yaml\n")
    found = read(work).findings
    assert [one.message.id for one in found][:1] == ["This leads out of the workspace."]
    (work.root / "inside.yaml").symlink_to(outside)
    work.write("valuegen.yaml", "extends: inside.yaml\n")
    assert [one.message.id for one in read(work).findings][:1] == ["This leads out of the workspace."]


def test_git_root_is_the_nearest(bench: Bench) -> None:
    from valuegen.read.root import git_root

    inner = bench.folder / "a" / "b"
    inner.mkdir(parents=True)
    (bench.folder / ".git").mkdir()
    assert git_root(inner) == Path(bench.folder).resolve()
    (bench.folder / "a" / ".git").write_text("gitdir: x", "utf-8")
    assert git_root(inner) == (bench.folder / "a").resolve()
