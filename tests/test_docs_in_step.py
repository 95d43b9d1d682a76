"""The pages of docs/ that are made of the cards and of the gallery say what those say now."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tools import docs, gallery
from valuegen.rules import ALL

PAGES = tuple(f"{name}{ending}.md" for name in ("rules", "findings", "themes", "format") for ending in ("", ".es"))


def test_they_are_in_step() -> None:
    assert docs.problems() == []


def test_they_are_these() -> None:
    assert sorted(docs.pages()) == sorted(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    text = (docs.DOCS / name).read_text("utf-8")
    for target in links(text):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        assert not file or (docs.DOCS / file).is_file(), target
        assert not anchor or f"\n### {anchor}\n" in (docs.DOCS / (file or name)).read_text("utf-8").lower(), target


def links(text: str) -> list[str]:
    parts = [token for block in MarkdownIt().enable("table").parse(text) for token in block.children or ()]
    found = [str(token.attrs["href"]) for token in parts if token.type == "link_open"]
    assert found
    return found


@pytest.mark.parametrize("ending", ["", ".es"])
def test_the_rules_have_a_line_in_the_table_and_a_page(ending: str) -> None:
    text = (docs.DOCS / f"rules{ending}.md").read_text("utf-8")
    for rule in ALL:
        assert len(re.findall(rf"^\| \[{rule.NAME}\]\(#{rule.NAME}\)", text, re.MULTILINE)) == 1
        assert text.count(f"\n### {rule.NAME}\n") == 1


@pytest.mark.parametrize(("language", "ending"), [("en", ""), ("es", ".es")])
def test_the_gallery_has_every_message(language: str, ending: str) -> None:
    text = (docs.DOCS / f"findings{ending}.md").read_text("utf-8")
    for case in gallery.all_cases():
        assert case.said(language) in text
        heading = f"### [{case.rule}](" if case.rule != "format" else f"### {case.title(language)}\n"
        assert heading in text


@pytest.mark.parametrize("text", ["a", "```\nb\n```", "`````", "```` ` ``"])
def test_a_fence_holds_whatever_stands_in_it(text: str) -> None:
    (block,) = MarkdownIt().parse(gallery.fenced(text, "text"))
    assert (block.type, block.content) == ("fence", f"{text}\n")


def test_a_page_that_differs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docs, "DOCS", tmp_path)
    assert len(docs.problems()) == len(PAGES) + 2  # and the manual's, in two languages
    assert docs.main([]) == 0
    assert docs.problems() == []
    (tmp_path / "rules.md").write_text("other", "utf-8")
    assert docs.problems() == ["docs/rules.md: is out of step (python tools/docs.py)"]
    assert docs.main(["--check"]) == 1
