"""The table of a step's page on GitHub: what is found in it, and that no text of anybody's becomes anything else."""

from pathlib import Path

from markdown_it import MarkdownIt
from outcome_samples import FILE, NASTY, finding_of, one_of_each_level, outcome_with
from selectolax.lexbor import LexborHTMLParser as Html

from bench import Bench
from valuegen.report.step_summary import LONGEST, MOST, report
from valuegen.words import msg


def page(text: str) -> Html:
    """As GitHub shows it: its Markdown has tables and HTML."""
    return Html(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def test_a_row_a_finding_the_gravest_first() -> None:
    found = page(report(outcome_with(*one_of_each_level()), [msg("{n} more.", n=2)]))
    assert (
        found.css_first("h3").text()
        == "valuegen, a 1 de diciembre de 2026: 1 error, 1 aviso, 1 cosa pendiente y 1 nota"
    )
    rows = [[cell.text() for cell in row.css("td")] for row in found.css("tbody tr")]
    assert rows[0] == ["🛑", f"{FILE}:4", "pitch-share", "Qué pasa. Haz esto."]
    assert [row[2] for row in rows] == ["pitch-share", "too-quiet", "overdue", "too-often"]
    assert [item.text() for item in found.css("li")] == ["2 more."]


def test_nothing_found_says_that_all_is_well() -> None:
    assert report(outcome_with()) == "### valuegen\\, a 1 de diciembre de 2026\\: todas las promesas se cumplen\n"


def test_no_text_becomes_anything_else() -> None:
    for text in (
        NASTY,
        "<script>alert(1)</script>",
        "| a | b |",
        "\\| a",
        "[x](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>",
        "`code` **strong** @someone #12 ~~x~~ &amp; &#60;",
        "```",
        "::error::x",
        "<!--",
    ):
        found = page(report(outcome_with(finding_of(text=text, file=f"content/{text[:20]}.yaml"))))
        assert len(found.css("tbody tr")) == 1
        assert len(found.css("td")) == 4
        assert not found.css("script, img, strong, code, del, a[href^=javascript]")
        assert found.css("td")[3].text().split() == outcome_with().said(msg("{text}", text=text)).split()


def test_it_stays_within_what_github_takes() -> None:
    many = report(outcome_with(*(finding_of(text="ñ" * 5_000) for _ in range(MOST + 5))))
    assert len(many.encode()) < 1 << 20
    assert f"{'ñ' * LONGEST}…" in many
    assert "y 5 hallazgos más" in many


def test_check_adds_it_to_the_file_that_github_names(bench: Bench, tmp_path: Path) -> None:
    work, place = bench.workspace(), tmp_path / "summary.md"
    place.write_text("before\n")
    plain = work.run("check", "--format", "github")
    done = work.run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(place))
    assert (done.exit, done.out, done.err) == (0, plain.out, plain.err)
    assert place.read_text("utf-8").startswith("before\n### valuegen")
    assert "Panaderías de barrio" in place.read_text("utf-8")
    before = place.read_bytes()
    work.run("check", "--format", "json", GITHUB_STEP_SUMMARY=str(place))
    assert place.read_bytes() == before


def test_where_it_cannot_be_written_the_check_goes_on(bench: Bench, tmp_path: Path) -> None:
    done = bench.workspace().run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path))
    assert done.exit == 0
    assert "No se ha podido escribir el resumen del paso" in done.err
