"""`build` with pictures: what is published, what is kept, what is told of a broken one, a theme's own drawing."""

from pathlib import Path

import pytest
from picture_samples import TOLD, photo, saved, telling

from bench import Bench, MiniWorkspace
from valuegen.pictures import extra
from valuegen.pictures.facts import facts_of
from valuegen.render import drawing_forms, forms

BODY = "content/calendar/2026.yaml"
LINE = "Pesa lo que barres durante una semana y apúntalo en una libreta."


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    made = bench.workspace({"content/static/img/sacos.jpg": telling("JPEG", 6, photo(900, 600))})
    return made.change(BODY, LINE, f"{LINE} ![Sacos de harina](img/sacos.jpg)")


def published(work: MiniWorkspace, suffix: str) -> list[Path]:
    return sorted((work.root / "site/public").rglob(f"*{suffix}"))


def test_what_is_published_says_nothing_and_is_as_large_as_the_page_says(work: MiniWorkspace) -> None:
    assert work.run("build").exit == 0
    files = [path for suffix in (".jpg", ".avif", ".webp", ".png") for path in published(work, suffix)]
    assert len(files) == 1 + 2 + 2 + 2 + 3  # itself, two widths in two forms, two shared pages, three icons
    for path in files:
        assert facts_of(path.read_bytes()) is not None
        assert TOLD.encode() not in path.read_bytes()
    assert TOLD.encode() in (work.root / "content/static/img/sacos.jpg").read_bytes()
    page = work.read("site/public/harina/index.html")
    assert 'width="600" height="900" fetchpriority="high" alt="Sacos de harina"' in page


def test_what_was_made_is_kept(work: MiniWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert work.run("build").exit == 0
    before = work.tree()

    def never(*_: object) -> bytes:
        raise AssertionError("made again")

    changed = {form: never if form in ("picture", "icon") else made for form, made in forms.FORMS.items()}
    monkeypatch.setattr("valuegen.render.html.FORMS", changed)
    monkeypatch.setattr(drawing_forms, "drawn", never)
    work.change(BODY, "una libreta", "un cuaderno")
    assert work.run("build").exit == 0
    after = work.tree()
    assert {path for path in after if path.endswith((".avif", ".webp", ".png"))} <= set(before)
    assert "un cuaderno" in work.read("site/public/harina/index.html")


def test_with_the_cache_or_without_in_one_process_or_several_it_is_the_same(work: MiniWorkspace) -> None:
    assert work.run("build", "--jobs", "1").exit == 0
    first = work.tree("site/public/assets/pictures") | work.tree("site/public/assets/social")
    assert work.run("build", "--no-cache", "--jobs", "2", "--out", "other").exit == 0
    assert work.tree("other/public/assets/pictures") | work.tree("other/public/assets/social") == first


def test_one_that_is_damaged_inside_is_told_at_its_file(work: MiniWorkspace) -> None:
    data = bytearray(saved(photo(300, 200), "PNG"))
    data[80:90] = b"\xff" * 10
    work.write("content/static/img/roto.png", bytes(data)).change(BODY, "img/sacos.jpg", "img/roto.png")
    result = work.run("build")
    assert result.exit == 1
    assert "content/static/img/roto.png:1:1: error format: «content/static/img/roto.png» está cortada" in result.err
    assert not (work.root / "site").exists() or not published(work, ".html")


def test_without_the_extra_it_builds_and_says_so(work: MiniWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "images" not in work.run("check", "--verbose").err
    monkeypatch.setattr(extra, "able", lambda: extra.UNABLE)
    assert 'pip install "valuegen[images]"' in work.run("check", "--verbose").err
    result = work.run("build")
    assert result.exit == 0
    assert not published(work, ".avif") + published(work, ".png")
    assert TOLD.encode() not in published(work, ".jpg")[0].read_bytes()


OWN = """
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="red"/>
<image href="/etc/hostname" width="9" height="9"/><text>{{ page.title }}</text></svg>
"""


def test_a_theme_may_draw_its_own(work: MiniWorkspace) -> None:
    assert work.run("build").exit == 0
    (usual,) = [path for path in published(work, ".png") if path.name.startswith("harina")]
    work.change("valuegen.yaml", "language: es", "language: es\n  theme: mine").write("themes/mine/social.svg", OWN)
    result = work.run("build")
    assert result.exit == 0, result.err
    (own,) = [path for path in published(work, ".png") if path.name.startswith("harina")]
    assert own.name != usual.name
    assert facts_of(own.read_bytes()) is not None
    work.write("themes/mine/social.svg", "<svg>{{ page.titel }}</svg>")
    assert "themes/mine/social.svg:1" in work.run("build").err


def test_a_site_may_do_without_them(work: MiniWorkspace) -> None:
    text = work.read("valuegen.yaml") + "theme: {social_pictures: no}\n"
    assert work.write("valuegen.yaml", text.encode()).run("build").exit == 0
    assert all(path.name.startswith("icon-") for path in published(work, ".png"))
    assert "og:image" not in work.read("site/public/harina/index.html")
