"""docs/themes.md says what there is: every view with its sentence, plain data alone, and an example that works."""

import re
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType

import pytest

from bench import ROOT, Bench
from tools import docs
from tools.view_docs import silent, views
from valuegen.pages import drawn_views, frame_views, machine_views, option_views, part_views
from valuegen.pages import views as page_views
from valuegen.pages.shown_by import PAGES, SITE, SITES
from valuegen.pages.types import Html
from valuegen.words import catalogue

MODULES = (page_views, frame_views, part_views, option_views, drawn_views, machine_views)
PLAIN = {str, int, bool, float, date, Html, bytes, NoneType}
KINDS = {name: getattr(module, name) for name in views() for module in MODULES if hasattr(module, name)}


def test_every_class_and_every_field_has_a_sentence() -> None:
    assert silent() == []


def test_the_sentences_are_there_in_spanish() -> None:
    texts = [text for view in views().values() for text in (view.text, *(field.text for field in view.fields))]
    assert [text for text in texts if catalogue("es").gettext(text) == text] == []


def parts(kind: object) -> Iterator[object]:
    """What a type is made of, as far as it is plain: tuples of any length, and one of several."""
    origin = typing.get_origin(kind)
    if origin is tuple or origin is UnionType or origin is typing.Union:
        for part in typing.get_args(kind):
            if part is not ...:
                yield from parts(part)
    else:
        yield kind


@pytest.mark.parametrize("name", KINDS)
def test_what_templates_see_is_frozen_plain_data(name: str) -> None:
    kind = KINDS[name]
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        for part in parts(hints[field.name]):
            assert part in PLAIN or part in KINDS.values(), f"{name}.{field.name}: {part}"


def test_every_view_of_a_page_is_told_and_has_its_template() -> None:
    assert {view.__name__ for view in (*PAGES.values(), SITE, *SITES.values())} <= set(views())
    for template in PAGES:
        assert (ROOT / "themes" / "default" / template).is_file(), template


@pytest.mark.parametrize("name", ["themes.md", "themes.es.md"])
def test_the_page_names_every_field_and_its_links_lead_to_headings(name: str) -> None:
    text = (docs.DOCS / name).read_text("utf-8")
    for view in views().values():
        assert f"\n### {view.name}\n" in text
        for field in view.fields:
            assert f"\n| `{field.name}` | " in text, f"{view.name}.{field.name}"
    headings = {heading.lower() for heading in re.findall(r"^###? (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


def fences(name: str) -> list[str]:
    """The blocks of code of a page of docs/."""
    return re.findall(r"^```\w+\n(.*?)\n```$", (docs.DOCS / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["themes.md", "themes.es.md"])
def test_the_theme_in_ten_lines_works_as_it_is_written(bench: Bench, name: str) -> None:
    files = {}
    for block in fences(name):
        first = block.split("\n")[0]
        if "themes/" in first:
            files[first.strip("{}# ")] = block + "\n"
    assert sorted(files) == ["themes/taller/post.html", "themes/taller/theme.yaml"]
    assert sum(text.count("\n") for text in files.values()) <= 10
    work = bench.workspace({path: text.encode() for path, text in files.items()})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    built = work.run("build")
    assert built.exit == 0, built.err
    assert '<p class="motto">Hecho a mano, Irene Vidal</p>' in work.read("site/public/harina/index.html")
    (sheet,) = [path for path in work.tree("site/public/assets") if path.startswith("options.")]
    assert "--accent:#0b5c7a" in work.read(f"site/public/assets/{sheet}")


@pytest.mark.parametrize("name", ["themes.md", "themes.es.md"])
def test_the_other_examples_have_no_mistake(bench: Bench, name: str) -> None:
    settings, own = (block for block in fences(name) if "themes/taller" not in block.split("\n")[0])
    work = bench.workspace({"themes/taller/theme.yaml": own.encode()})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    assert work.findings("format") == []
    options = settings[settings.index("theme:\n") :]
    work.write("valuegen.yaml", work.read("valuegen.yaml") + options + "\n")
    assert work.findings("format") == []
