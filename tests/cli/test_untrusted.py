"""`build --untrusted`: what a stranger proposes is built with nothing private, nothing of theirs run, within limits."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace, process_environment

CLIENTS = {
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Quintero, email: rosa@panes.example, segments: [panaderias]}
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-20, contact: rosa, what: reply, note: Canario privado}
        """,
}
DRAWING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a jar --><svg xmlns="http://www.w3.org/2000/svg"><defs>'
    '<linearGradient id="a"><stop offset="0"/></linearGradient></defs><g fill="url(#a)"><path d="M0 0"/></g></svg>'
)


def built(work: MiniWorkspace, *arguments: str) -> dict[str, str]:
    done = work.run("build", "--untrusted", *arguments)
    assert done.exit == 0, done.err
    return work.tree()


def test_no_file_about_clients_is_opened(bench: Bench) -> None:
    """Mistakes in them are never met: the site, and what is said, are those of a clone that has not got them."""
    without, private = bench.workspace(name="without"), bench.workspace(CLIENTS, name="private")
    broken = bench.workspace({"content/contacts.yaml": "- {id: [", "content/private/log.yml": "x"}, name="broken")
    said = without.run("build", "--untrusted")
    for work in (private, broken):
        done = work.run("build", "--untrusted")
        assert (done.exit, done.err) == (0, said.err)
        assert done.out.replace(str(work.root), "") == said.out.replace(str(without.root), "")
        assert work.tree() == without.tree()
    assert broken.run("check").exit == 1


def test_nobody_can_ask_by_a_change_who_is_a_client(bench: Bench) -> None:
    work = bench.workspace(CLIENTS)
    work.change("content/calendar/2026.yaml", "Pesa lo", "rosa@panes.example. Pesa lo")
    work.change("content/calendar/2026.yaml", "kind: industry", "kind: industry\n  contacts: [rosa, nadie]")
    assert "private-leak" in work.run("build").err or work.run("build").exit == 1
    one = work.run("build", "--untrusted")
    assert "rosa" not in one.err.replace("contacts: [rosa", "")
    work.change("content/private/contacts.yaml", "rosa@panes.example", "otra@panes.example")
    work.change("content/private/contacts.yaml", "id: rosa", "id: nadie")
    other = work.run("build", "--untrusted")
    assert (one.exit, one.err) == (other.exit, other.err)


def test_there_is_no_planner(bench: Bench) -> None:
    assert {path.split("/")[0] for path in built(bench.workspace(CLIENTS))} == {"public", ".valuegen-site"}


def test_no_theme_but_ours_is_run(bench: Bench) -> None:
    theme = {"themes/mine/base.html": "OWNED{{ 1/0 }}", "themes/mine/theme.yaml": "name: Mine\n"}
    work, plain = bench.workspace(theme), bench.workspace(name="plain")
    work.change("valuegen.yaml", "language: es", "language: es\n  theme: mine")
    assert built(work) == built(plain)


FINE = {
    "foto.jpg": b"x",
    "carta.PDF": b"x",
    "datos/tabla.csv": b"x",
    "bote.svg": DRAWING.encode(),
}
RUN = """
    evil.html evil.htm evil.xhtml evil.js evil.mjs evil.wasm evil.xml evil.css evil evil.php foto.jpg.html
    CNAME _redirects _headers _worker.js .htaccess .well-known/security.txt functions/_middleware.js
    """.split()
DRAWINGS_THAT_RUN = (
    DRAWING.replace("</svg>", "<script>alert(1)</script></svg>").encode(),
    DRAWING.replace("</svg>", "<ScRiPt\n>alert(1)</ScRiPt></svg>").encode(),
    DRAWING.replace("<g ", "<g onload=alert(1) ").encode(),
    DRAWING.replace("<g ", '<g/onclick\n="alert(1)" ').encode(),
    DRAWING.replace("url(#a)", "url(https://evil.example/x)").encode(),
    DRAWING.replace("<g ", '<a xlink:href="javascript:alert(1)"><g ').replace("</g>", "</g></a>").encode(),
    DRAWING.replace("</svg>", "<foreignObject/></svg>").encode(),
    DRAWING.replace("</svg>", '<animate attributeName="x"/></svg>').encode(),
    DRAWING.replace("</svg>", "<x:script>alert(1)</x:script></svg>").encode(),
    DRAWING.replace("</svg>", "<style>@import 'x'</style></svg>").encode(),
    DRAWING.replace("<!-- a jar -->", '<!DOCTYPE svg [<!ENTITY x "y">]>').encode(),
    DRAWING.replace("<!-- a jar -->", '<?xml-stylesheet href="x"?>').encode(),
    DRAWING.replace("<g ", "<g &#111;nload=x ").encode(),
    DRAWING.replace("UTF-8", "ISO-2022-JP").replace("<g ", "<g o\x1b(Bnload=x ").encode(),
    DRAWING.encode("utf-16"),
)


def test_no_file_of_theirs_is_run_by_a_browser_or_a_host(bench: Bench) -> None:
    drawn = {f"evil-{number}.svg": data for number, data in enumerate(DRAWINGS_THAT_RUN)}
    theirs = {**FINE, **dict.fromkeys(RUN, b"x"), **drawn}
    work = bench.workspace({f"content/static/{name}": data for name, data in theirs.items()})
    done = work.run("build", "--untrusted")
    assert done.exit == 0, done.err
    assert f"{len(theirs) - len(FINE)} archivos quedan fuera del sitio" in done.err
    public = {name: work.root / "site/public" / name for name in theirs}
    published = {name for name, path in public.items() if path.is_file() and path.read_bytes() == theirs[name]}
    assert published == set(FINE)
    assert work.run("build").exit == 0
    assert all(path.is_file() for path in public.values())


def test_nor_one_that_lies_beside_a_post(bench: Bench) -> None:
    head = "title: Uno\ndate: 2026-12-01\nsegments: [panaderias]\nkind: industry\nstatus: ready\nask: ¿Eh?\n"
    post = f"---\n{head}---\nMira [esto](evil.html) y [esto](datos.csv).\n"
    work = bench.workspace(
        {"content/posts/uno.md": post, "content/posts/evil.html": "<script>", "content/posts/datos.csv": "a"}
    )
    assert "public/evil.html" not in (tree := built(work))
    assert "public/datos.csv" in tree


def test_nothing_kept_is_believed_or_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    work = bench.workspace()
    with monkeypatch.context() as broken:
        broken.setattr("valuegen.publish.cache.Cache.__enter__", lambda *_: pytest.fail("the cache was opened"))
        broken.setattr("valuegen.cli.last_build.last.load", lambda *_: pytest.fail("the last build was asked for"))
        built(work)
    assert [path.name for path in (work.root / ".valuegen/cache").iterdir()] == ["site.seen"]  # marks of what it wrote


@pytest.mark.parametrize("name", ["site", ".valuegen"])
def test_a_link_in_the_place_of_our_folders_leads_nowhere(bench: Bench, tmp_path: Path, name: str) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "precious").write_text("x")
    work = bench.workspace()
    (work.root / name).symlink_to(mine)
    done = work.run("build", "--untrusted")
    assert done.exit == 1
    assert "Traceback" not in done.err
    assert [path.name for path in mine.iterdir()] == ["precious"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site:", "out: /tmp/elsewhere\nsite:"),
        ("site:", "executor: dask://evil.example:1\nsite:"),
        ("site:", "jobs: 4000\nsite:"),
        ("site:", "cache: /tmp/cache\nsite:"),
        ("site:", "extends: ../../../etc/passwd\nsite:"),
        ("site:", "extends: /etc/passwd\nsite:"),
        ("site:", "markdown: {engine: /tmp/engine.so}\nsite:"),
        ("language: es", "language: es\n  theme: ../../evil"),
        ("language: es", "language: es\n  permalinks: {post: '/planner/{slug}/'}"),
        ("language: es", "language: es\n  permalinks: {post: '/../../{slug}/'}"),
        ("language: es", "language: es\n  permalinks: {post: '/assets/{slug}/'}"),
        ("language: es", "language: es\n  url: javascript:alert(1)"),
    ],
)
def test_no_setting_leads_out_of_the_site(bench: Bench, old: str, new: str) -> None:
    work = bench.workspace()
    work.change("valuegen.yaml", old, new)
    done = work.run("build", "--untrusted")
    assert done.exit == 1
    assert "valuegen.yaml:" in done.err
    assert work.tree() == {}


@pytest.mark.parametrize("path", ["content/static/a.txt", "content/posts/a.md", "content/calendar/2028.yaml"])
def test_a_link_in_the_content_leads_nowhere(bench: Bench, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("- {Canario: 1}\n")
    work = bench.workspace({"content/static/x.txt": "x", "content/posts/x.md": None})
    (work.root / path).parent.mkdir(exist_ok=True)
    (work.root / path).symlink_to(tmp_path / "secret")
    done = work.run("build", "--untrusted")
    assert done.exit == 1
    assert "Canario" not in done.err + done.out


@pytest.mark.parametrize("secret", [".git/config", ".env", ".github/x.yaml", "site/planner/plan.json"])
def test_nothing_leads_to_what_lies_beside_the_content(bench: Bench, secret: str) -> None:
    """A token in .git/config, .env, the planner: neither published, nor shown as the line with the mistake."""
    ways = ["content/static/a.txt", "content/posts/a.md", "content/calendar/2028.yaml", "base.yaml", secret]
    for number, way in enumerate(ways):
        work = bench.workspace({secret: "- {Canario: [\n"}, name=f"work{number}")
        if way != secret:
            (work.root / way).parent.mkdir(exist_ok=True)
            (work.root / way).symlink_to(work.root / secret)
        if not way.startswith("content/"):
            work.change("valuegen.yaml", "site:", f"extends: {way}\nsite:")
        done = work.run("build", "--untrusted", "--out", "out")
        assert done.exit == 1, way
        assert "Canario" not in done.err + done.out
        assert work.tree("out") == {}


def bounded(work: MiniWorkspace, limit: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """With another limit, as a process of its own: limits of the system stand for a whole process."""
    script = f"from valuegen.cli import bounds; bounds.{limit}; from valuegen.__main__ import run; run()"
    return subprocess.run(
        [sys.executable, "-c", script, "build", "--untrusted", *arguments],
        cwd=work.root,
        env=process_environment("en"),
        capture_output=True,
        encoding="utf-8",
    )


def heavy(bench: Bench, text: str, count: int) -> MiniWorkspace:
    head = "title: Uno\ndate: 2026-12-01\nsegments: [panaderias]\nkind: industry\nstatus: ready\nask: ¿Eh?\n"
    posts = {f"content/posts/p{n}.md": f"---\nslug: p{n}\n{head}---\n{text}\n" for n in range(count)}
    work = bench.workspace(posts)
    work.change("valuegen.yaml", "site:", "rules: {too-often: off}\nsite:")
    return work


def test_work_has_a_limit(bench: Bench) -> None:
    done = bounded(heavy(bench, "*a_ " * 100_000, 8), "SECONDS = 0", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert done.stderr.endswith("more than 0 seconds of work: look at what it adds. The site is as it was.\n")
    assert "Traceback" not in done.stderr


def test_memory_has_a_limit(bench: Bench) -> None:
    done = bounded(heavy(bench, "[a](b) " * 70_000, 1), "MEMORY = 170 << 20", "--jobs", "1")
    assert done.returncode == 1, done.stderr
    assert done.stderr.endswith("more than 170 MiB of memory: look at what it adds. The site is as it was.\n")


def test_the_site_has_a_limit(bench: Bench) -> None:
    """All of it together, whichever fork wrote it; and what a fork refuses is said as it is."""
    work = heavy(bench, "Un texto.\n\n" * 100, 60)
    done = bounded(work, "OUTPUT = 500_000", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert done.stderr.endswith("takes more than 0 MiB: look at what it adds. It is as it was.\n")
    assert work.tree() == {}


def test_limits_end_with_the_build(bench: Bench) -> None:
    resource = pytest.importorskip("resource")
    before = [resource.getrlimit(name) for name in (resource.RLIMIT_CPU, resource.RLIMIT_AS)]
    built(bench.workspace())
    assert [resource.getrlimit(name) for name in (resource.RLIMIT_CPU, resource.RLIMIT_AS)] == before


def test_it_builds_without_any_network(bench: Bench) -> None:
    unshare = shutil.which("unshare")
    alone = [unshare or "", "--map-root-user", "--net"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("No namespace without a network can be made here (Linux: unshare --map-root-user --net)")
    work = bench.workspace({**CLIENTS, "content/static/bote.svg": DRAWING})
    inside = "import os, sys, socket; assert len(socket.if_nameindex()) == 1; os.execv(sys.argv[1], sys.argv[1:])"
    done = subprocess.run(
        [*alone, sys.executable, "-c", inside, sys.executable, "-m", "valuegen", "build"],
        cwd=work.root,
        env=process_environment("en", HTTPS_PROXY="http://127.0.0.1:9"),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "public/index.html" in work.tree()
