"""What a preview shows: the pages of a build, and the last good ones while something is wrong."""

import os
import re
from collections.abc import Iterator

import pytest
from previewing import Seen, preview

from bench import Bench, MiniWorkspace
from valuegen.preview.inserted import inserted
from valuegen.preview.state import digest_of

CALENDAR = "content/calendar/2026.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/calendar/2027.yaml": """
            - {date: 2026-12-20, title: Lo que viene, slug: futuro, segments: [panaderias], kind: industry,
               status: ready, text: Mañana más., ask: ¿Y tú?}
            - {date: 2026-11-30, title: A medias, slug: borrador, segments: [panaderias], kind: industry,
               status: draft, text: Aún no., ask: ¿Y tú?}
            """,
            "content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n",
        }
    )


@pytest.fixture
def seen(work: MiniWorkspace) -> Iterator[Seen]:
    with preview(work.root) as found:
        yield found


def test_every_file_is_that_of_a_build_but_for_the_script(work: MiniWorkspace, seen: Seen) -> None:
    out = work.root / "out"
    assert work.run("build", "--drafts", "--future", "--out", str(out)).exit == 0
    cookie = seen.cookie()
    number = seen.serving.loop.state.number
    policy = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
    files = [path for path in out.rglob("*") if path.is_file() and path.parent != out]
    assert len(files) > 40
    for path in files:
        name = path.relative_to(out).as_posix()
        data = path.read_bytes()
        reply = seen.ask(f"/{name.removeprefix('public/')}", Cookie=cookie)
        if name.endswith(".html") and not name.endswith("404.html"):
            assert reply.body == inserted(policy.sub(b"", data, count=1), digest_of(data), number), name
        elif not name.endswith(".html"):
            assert reply.body == data, name
        assert reply.status == 200, name


def test_drafts_and_what_is_to_come_are_shown_and_can_be_left_out(work: MiniWorkspace) -> None:
    with preview(work.root) as seen:
        assert [seen.ask(f"/{slug}/").status for slug in ("harina", "futuro", "borrador")] == [200, 200, 200]
        assert seen.wish(drafts=False).status == 200
        assert [seen.ask(f"/{slug}/").status for slug in ("harina", "futuro", "borrador")] == [200, 200, 404]
        assert seen.wish(drafts=False, future=False).status == 200
        assert [seen.ask(f"/{slug}/").status for slug in ("harina", "futuro", "borrador")] == [200, 404, 404]
        assert seen.wish(drafts=False, future=False, as_of="2026-12-21").status == 200
        assert [seen.ask(f"/{slug}/").status for slug in ("harina", "futuro", "borrador")] == [200, 200, 404]
        assert seen.told()["wishes"] == {"as_of": "2026-12-21", "today": "2026-12-21", "drafts": False, "future": False}
    with preview(work.root, drafts=False, future=False) as seen:
        assert [seen.ask(f"/{slug}/").status for slug in ("harina", "futuro", "borrador")] == [200, 404, 404]


def test_a_save_is_seen_and_nothing_is_written_to_site(work: MiniWorkspace, seen: Seen) -> None:
    assert "Pesa lo que barres" in seen.ask("/harina/").text
    work.change(CALENDAR, "Pesa lo que barres", "Mide lo que tiras")
    seen.until(lambda: "Mide lo que tiras" in seen.ask("/harina/").text)
    assert not (work.root / "site").exists()


def test_a_mistake_leaves_the_last_good_site_and_says_where_it_is(work: MiniWorkspace, seen: Seen) -> None:
    good = seen.ask("/harina/").body
    work.change(CALENDAR, "kind: industry", "kind: industri")
    told = seen.until(lambda: (found := seen.told("/harina/"))["broken"] and found)
    assert told["isOld"]
    assert [one["place"] for one in told["broken"]] == [f"{CALENDAR}:5:9"]
    assert "industry" in told["broken"][0]["mend"]
    assert told["broken"][0]["source"].strip() == "kind: industri"
    assert digest_of(seen.ask("/harina/").body.split(b"<script")[0]) == digest_of(good.split(b"<script")[0])
    work.change(CALENDAR, "kind: industri", "kind: industry")
    seen.until(lambda: not seen.told("/harina/")["broken"])
    assert not seen.told("/harina/")["isOld"]


def test_a_broken_start_shows_what_is_wrong_and_then_the_site(bench: Bench) -> None:
    work = bench.workspace({CALENDAR: "- {date: 2026-12-01, title: Uno, kind: [\n"})
    with preview(work.root) as seen:
        assert "Todavía no hay nada que enseñar" in seen.ask("/").text
        assert seen.told()["broken"][0]["place"].startswith(f"{CALENDAR}:")
        work.write(
            CALENDAR,
            "- {date: 2026-12-01, title: Uno, slug: uno, segments: [panaderias], kind: industry, "
            "status: ready, ask: ¿Y tú?, text: Hola.}\n",
        )
        seen.until(lambda: seen.ask("/uno/").status == 200)


def test_a_page_that_moved_leads_to_where_it_went(work: MiniWorkspace, seen: Seen) -> None:
    work.change(CALENDAR, "slug: harina", "slug: harina-nueva")
    seen.until(lambda: seen.ask("/harina-nueva/").status == 200)
    reply = seen.ask("/harina/")
    assert (reply.status, reply.headers["location"]) == (302, "/harina-nueva/")
    assert seen.told("/harina/")["moved"] == "/harina-nueva/"
    work.change(CALENDAR, "slug: harina-nueva", "slug: otra")
    seen.until(lambda: seen.ask("/otra/").status == 200)
    assert seen.ask("/harina/").headers["location"] == "/otra/"
    work.change(CALENDAR, "slug: otra", "slug: harina")
    seen.until(lambda: seen.ask("/harina/").status == 200)


def test_a_template_that_fails_leaves_the_page_as_it_was(work: MiniWorkspace) -> None:
    work.write("valuegen.yaml", (work.root / "valuegen.yaml").read_text() + "  theme: mio\n")
    work.write("themes/mio/post.html", '{% extends "base.html" %}\n{% block content %}<p>uno</p>{% endblock %}\n')
    with preview(work.root) as seen:
        assert "<p>uno</p>" in seen.ask("/harina/").text
        work.write("themes/mio/post.html", '{% extends "base.html" %}\n{% block content %}{{ 1 / 0 }}{% endblock %}\n')
        told = seen.until(lambda: (found := seen.told("/harina/"))["broken"] and found)
        assert told["broken"][0]["place"] == "themes/mio/post.html:2:1"
        assert "<p>uno</p>" in seen.ask("/harina/").text
        work.write("themes/mio/post.html", '{% extends "base.html" %}\n{% block content %}<p>dos</p>{% endblock %}\n')
        seen.until(lambda: "<p>dos</p>" in seen.ask("/harina/").text)
        assert not seen.told("/harina/")["broken"]


def test_findings_of_the_page_in_view_are_told_beside_it_and_others_counted(bench: Bench) -> None:
    work = bench.workspace()
    work.change(CALENDAR, "ask: ¿Cuánta tiraste la semana pasada?", "topics: [x]")
    with preview(work.root) as seen:
        here = seen.told("/harina/")
        assert "monologue" in [one["rule"] for one in here["here"]]
        assert seen.told("/")["here"] == []
        assert seen.told("/")["counts"]


def test_what_concerns_clients_is_told_to_the_planner_alone(bench: Bench) -> None:
    log = "- {date: 2026-11-02, contact: rosa, channel: whatsapp, what: reply, note: Canario secreto}\n"
    contacts = "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n"
    work = bench.workspace({"content/private/contacts.yaml": contacts, "content/private/log.yaml": log})
    with preview(work.root) as seen:
        everybody, mine = seen.ask("/_valuegen/page?at=/&digest="), seen.told(Cookie=seen.cookie())
        assert "rosa" not in everybody.text
        assert mine["counts"] != everybody.json["counts"]
        assert mine["planner"] == "/planner/"
        assert everybody.json["planner"] == ""


def test_a_style_sheet_changes_without_its_pages(work: MiniWorkspace) -> None:
    work.write("valuegen.yaml", (work.root / "valuegen.yaml").read_text() + "  theme: mio\n")
    work.write("themes/mio/assets/mio.css", "p { color: #111 }\n")
    with preview(work.root) as seen:
        digest = re.search(r'data-digest="(\w+)"', seen.ask("/harina/").text)
        assert digest
        before = seen.told()["styles"]["mio.css"]
        work.write("themes/mio/assets/mio.css", "p { color: #222 }\n")
        seen.until(lambda: seen.told()["styles"]["mio.css"] != before)
        assert not seen.ask(f"/_valuegen/page?at=/harina/&digest={digest[1]}").json["changed"]
        assert "#222" in seen.ask(seen.told()["styles"]["mio.css"]).text


def test_links_made_meanwhile_show_nothing(bench: Bench) -> None:
    """In `site/`, of which a preview shows nothing, and in `content/`, where they are told."""
    (bench.folder / "fuera.txt").write_text("secreto", "utf-8")
    work = bench.workspace({"content/static/hoja.txt": "hola"})
    with preview(work.root) as seen:
        for folder in ("site/public", "site/public/assets"):
            (work.root / folder).mkdir(parents=True, exist_ok=True)
            (work.root / folder / "fuera.txt").symlink_to(bench.folder / "fuera.txt")
        (work.root / "content/static/hoja.txt").unlink()
        (work.root / "content/static/hoja.txt").symlink_to(bench.folder / "fuera.txt")
        (work.root / "content/static/carpeta").symlink_to(bench.folder)
        seen.until(lambda: len(seen.told()["broken"]) == 2)
        for path in ("/hoja.txt", "/fuera.txt", "/assets/fuera.txt", "/carpeta/fuera.txt", "/site/public/fuera.txt"):
            assert "secreto" not in seen.ask(path).text
        if hasattr(os, "mkfifo"):
            os.mkfifo(work.root / "content/static/tubo")
            seen.until(lambda: len(seen.told()["broken"]) == 3)
