"""Who is let in: raw requests, as programs, other pages and other machines would make them."""

from collections.abc import Iterator

import pytest
from previewing import Seen, preview

from bench import Bench
from valuegen.preview.door import Door, is_loopback
from valuegen.preview.editor import editor_of
from valuegen.preview.serving import Voice


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    bench = Bench(tmp_path_factory.mktemp("door"))
    contacts = "- {id: rosa, name: Rosa Díaz, segments: [panaderias], note: Canario}\n"
    with preview(
        bench.workspace({"content/private/contacts.yaml": contacts.replace(", note: Canario", "")}).root
    ) as it:
        yield it


def line(seen: Seen, target: str, method: str = "GET", host: str = "", more: str = "") -> str:
    """The status line of the answer to a request written by hand."""
    host = host or f"127.0.0.1:{seen.port}"
    text = f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n"
    return seen.raw(text.encode("latin-1")).partition(b"\r\n")[0].decode("latin-1")


@pytest.mark.parametrize(
    "target",
    [
        "/../valuegen.yaml",
        "/..%2fvaluegen.yaml",
        "/%2e%2e/valuegen.yaml",
        "/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/....//valuegen.yaml",
        "/harina/../../content/private/contacts.yaml",
        "/public/../content/private/contacts.yaml",
        "/..\\valuegen.yaml",
        "/..%5cvaluegen.yaml",
        "/%00",
        "/harina/%00index.html",
        "/harina%0d%0aSet-Cookie:x",
        "//evil.example/",
        "http://evil.example/",
        "http://127.0.0.1/harina/",
        "harina",
        "*",
        "/%ff%fe",
        "/%u002e%u002e/",
        "/" + "a" * 5_000,
        "/planner%2f..%2f..%2fvaluegen.yaml",
        "/content/private/contacts.yaml",
        "/valuegen.yaml",
        "/.valuegen/cache",
        "/_valuegen/../valuegen.yaml",
        "/_valuegen/answers.py",
        "/public/index.html",
    ],
)
def test_nothing_but_pages_is_served(seen: Seen, target: str) -> None:
    status = line(seen, target).split()[1]
    assert status in ("400", "404", "414")
    assert b"Rosa" not in seen.raw(
        f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{seen.port}\r\nConnection: close\r\n\r\n".encode()
    )


@pytest.mark.parametrize(
    "host",
    "evil.example evil.example:{port} 127.0.0.1 127.0.0.1:1 localhost.evil.example:{port} a@localhost:{port} [::1 "
    "x:{port}".split(),
)
def test_a_name_that_is_not_ours_is_refused(seen: Seen, host: str) -> None:
    assert line(seen, "/", host=host.format(port=seen.port)).split()[1] == "403"


@pytest.mark.parametrize(
    "host", "127.0.0.1:{port} localhost:{port} LOCALHOST:{port} [::1]:{port} 192.168.1.9:{port}".split()
)
def test_our_names_and_addresses_in_digits_are_ours(seen: Seen, host: str) -> None:
    assert line(seen, "/", host=host.format(port=seen.port)).split()[1] == "200"


def test_no_host_and_two_hosts_are_refused(seen: Seen) -> None:
    assert seen.raw(b"GET / HTTP/1.0\r\n\r\n").split()[1] == b"403"
    assert line(seen, "/", more="Host: evil.example\r\n").split()[1] == "400"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "none", "Sec_Fetch_Mode": "navigate"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}, 200),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, 200),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"}, 403),
        ({"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_pages_of_others_get_nothing(seen: Seen, headers: dict[str, str], status: int) -> None:
    assert seen.ask("/", **headers).status == status


def test_answers_are_kept_nowhere_and_framed_by_nobody(seen: Seen) -> None:
    for path in ("/", "/harina/", "/_valuegen/preview.js", "/no-hay/", "/_valuegen/page?at=/"):
        headers = seen.ask(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert not any(name.startswith("access-control") for name in headers)


def test_the_planner_needs_the_token_of_this_run(seen: Seen) -> None:
    token = seen.serving.door.token
    assert seen.ask("/planner/").status == 403
    assert seen.ask("/planner/?token=x").status == 403
    assert seen.ask("/planner/", Cookie=f"valuegen-{seen.port}=x").status == 403
    assert seen.ask("/planner/", Cookie=f"valuegen-1={token}").status == 403
    assert seen.ask("/planner/reminders.json").status == 403
    assert "Rosa" not in seen.ask("/planner/").text
    reply = seen.ask(f"/planner/?token={token}")
    assert (reply.status, reply.headers["location"]) == (303, "/planner/")
    assert "HttpOnly" in reply.headers["set-cookie"]
    assert "SameSite=Strict" in reply.headers["set-cookie"]
    assert seen.ask("/planner/", Cookie=seen.cookie()).status == 200
    assert seen.ask("/planner/", Cookie=f"other=1; {seen.cookie()}").status == 200


def test_a_wish_is_taken_from_our_own_pages_alone(seen: Seen) -> None:
    origin, body = f"http://127.0.0.1:{seen.port}", '{"as_of": "", "drafts": true, "future": true}'
    ways = [
        ({"Content_Type": "application/json"}, 403),
        ({"Content_Type": "application/json", "Origin": "http://evil.example"}, 403),
        ({"Content_Type": "application/json", "Origin": f"http://localhost:{seen.port}"}, 403),
        ({"Content_Type": "text/plain", "Origin": origin}, 415),
        ({"Content_Type": "application/json", "Origin": origin, "Sec_Fetch_Site": "cross-site"}, 403),
        ({"Content_Type": "application/json", "Origin": origin, "Sec_Fetch_Site": "same-origin"}, 200),
    ]
    for headers, status in ways:
        assert seen.ask("/_valuegen/wishes", "POST", body, **headers).status == status, headers
    for wrong in (
        "",
        "[]",
        "{}",
        '{"as_of": "3001-01-01", "drafts": true, "future": true}',
        "[" * 4_000,
        '{"as_of": 1}',
    ):
        reply = seen.ask("/_valuegen/wishes", "POST", wrong, Content_Type="application/json", Origin=origin)
        assert reply.status == 400, wrong
    assert seen.ask("/", "POST", body, Content_Type="application/json", Origin=origin).status == 405
    assert (
        seen.ask("/_valuegen/wishes", "POST", "x" * 9_000, Content_Type="application/json", Origin=origin).status == 413
    )


def test_nothing_of_a_page_stays_behind_in_the_browser(seen: Seen) -> None:
    """A service worker would go on after this run, and see each later request to this place."""
    for path in ("/_valuegen/worker.js", "/"):
        assert seen.ask(path, Service_Worker="script").status == 403


@pytest.mark.parametrize("has_planner", [True, False])
def test_the_script_of_a_strangers_theme_does_not_run_beside_the_planner(bench: Bench, has_planner: bool) -> None:
    """It would have the planner's origin, so that it could read there what clients told."""
    files = {"themes/mio/assets/mine.js": "1", "themes/mio/assets/m/Other.MJS": "1", "content/static/own.js": "1"}
    work = bench.workspace(files)
    work.change("valuegen.yaml", "site:", "site:\n  theme: mio")
    with preview(work.root, has_planner=has_planner) as it:
        theme = it.serving.loop.state.theme
        assert theme
        types = {name: it.ask(f"/{theme.assets[name].path}").headers["content-type"] for name in theme.assets}
        strange = "text/plain" if has_planner else "text/javascript"
        assert types["mine.js"] == types["m/Other.MJS"] == f"{strange}; charset=utf-8"
        assert types["search.js"] == it.ask("/own.js").headers["content-type"] == "text/javascript; charset=utf-8"
        assert types["site.css"].startswith("text/css")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(seen: Seen, method: str) -> None:
    assert line(seen, "/", method).split()[1] in ("405", "501")


def test_head_is_get_without_the_page(seen: Seen) -> None:
    got, asked = seen.ask("/harina/"), seen.ask("/harina/", "HEAD")
    assert (asked.status, asked.body) == (200, b"")
    assert asked.headers["content-length"] == str(len(got.body))


def test_a_folder_without_its_slash_leads_to_it_and_what_is_not_there_says_so(seen: Seen) -> None:
    assert (seen.ask("/harina").status, seen.ask("/harina").headers["location"]) == (301, "/harina/")
    lost = seen.ask("/no-hay/")
    assert lost.status == 404
    assert "<main" in lost.text


def test_garbage_does_not_end_it(seen: Seen) -> None:
    for garbage in (
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    ):
        seen.raw(garbage)
    seen.raw(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n")
    seen.raw(b"POST /_valuegen/wishes HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
    assert seen.ask("/").status == 200


def test_elsewhere_there_is_no_planner(bench: Bench) -> None:
    with preview(bench.workspace().root, has_planner=False) as it:
        reply = it.ask(f"/planner/?token={it.serving.door.token}")
        assert reply.status == 403
        assert "desde otras máquinas" in reply.text
        assert it.serving.planner == ""


def test_what_is_heard_here_alone() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "localhost", "::1", "127.8.8.8")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.1.2", "example.org", "127.0.0.1.example.org")))
    assert not Door("127.0.0.1", 8000).knows("localhost.example.org:8000")


@pytest.mark.parametrize(
    ("template", "is_taken"),
    [
        ("vscode://file/{path}:{line}:{column}", True),
        ("subl://open?url=file://{path}&line={line}", True),
        ("javascript:alert('{path}')", False),
        ("JavaScript:alert('{path}')", False),
        ("data:text/html,{path}", False),
        ("code -g {path}:{line}", False),
        ("vscode://file/", False),
        ("", False),
    ],
)
def test_an_editor_is_an_address_never_a_command(template: str, is_taken: bool) -> None:
    assert bool(editor_of({"VALUEGEN_EDITOR": template})) is is_taken


def test_a_place_opens_in_the_editor(bench: Bench) -> None:
    work = bench.workspace(name="con espacio")
    work.change("content/calendar/2026.yaml", "kind: industry", "kind: industri")
    environment = {"VALUEGEN_EDITOR": "vscode://file/{path}:{line}:{column}"}
    with preview(work.root, environment=environment) as it:
        (told,) = it.told()["broken"]
        path = str((work.root / "content/calendar/2026.yaml").resolve()).replace(" ", "%20")
        assert told["href"] == f"vscode://file{path}:5:9"


def test_a_fault_of_our_own_is_told_and_it_goes_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    with preview(bench.workspace().root, voice=Voice(failed=lambda: told.append("told"))) as it:
        with monkeypatch.context() as broken:
            broken.setattr("valuegen.preview.state.Memory.page", lambda *_: 1 / 0)
            reply = it.ask("/harina/")
        assert (reply.status, told) == (500, ["told"])
        assert "ha tenido un fallo suyo" in reply.text
        assert it.ask("/harina/").status == 200
