"""Requests as no browser makes them: whatever comes in, an answer of ours goes out or none, and the next is served."""

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from previewing import Seen, preview, until

from bench import Bench
from valuegen.preview import server
from valuegen.preview.answers import Request

CLIENTS = "- {id: rosa, name: Rosa Díaz, email: rosa@panes.example, segments: [panaderias]}\n"
OURS = {"server": "valuegen", "x-content-type-options": "nosniff", "cache-control": "no-store"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    files = {"content/private/contacts.yaml": CLIENTS, "content/static/año/index.html": "<p>Un año</p>"}
    with preview(Bench(tmp_path_factory.mktemp("requests")).workspace(files).root) as it:
        yield it


def said(seen: Seen, text: str, host: str = "") -> bytes:
    """All that is answered to a request, whose lines are given; `HOST` in it is our name."""
    lines = text.strip("\n").replace("HOST", host or f"127.0.0.1:{seen.port}").split("\n")
    return seen.raw("\r\n".join([*lines, "", ""]).encode("latin-1"))


def statuses(answer: bytes) -> list[int]:
    return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) [A-Z]", answer)]


def headers(answer: bytes) -> dict[str, str]:
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in head)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("GET / HTTP/1.1\nHost: HOST\nConnection: close", 200),
        ("GET / HTTP/1.0\nHost: HOST", 200),
        ("GET http://HOST/ HTTP/1.1\nHost: HOST\nConnection: close", 400),
        ("GET http://evil.example/ HTTP/1.1\nHost: HOST\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nHost: HOST\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: HOST\nConnection: close", 403),
        ("GET / HTTP/1.1\nX-Host: HOST\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost : HOST\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nno colon\nOrigin: http://evil.example\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nOrigin: http://HOST\nOrigin: http://evil.example\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nSec-Fetch-Site: cross-site\nSec-Fetch-Site: none\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nOrigin: https://HOST\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost: HOST\nOrigin: http://HOST.evil.example\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost: HOST\nSec-Fetch-Site: Same-Origin\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost: HOST\nTransfer-Encoding: chunked\nConnection: close\n\n5\nhello\n0\n", 413),
        ("GET / HTTP/1.1\nHost: HOST\nTransfer-Encoding:\nTransfer-Encoding: chunked\nConnection: close\n\n0\n", 413),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: 2\nTransfer-Encoding: chunked\n\n0\n\nGET /x HTTP/1.1", 413),
        ("GET / HTTP/1.1\nHost: HOST\nTransfer-Encoding : chunked\nConnection: close\n\n0\n", 400),
        ("GET / HTTP/1.1\nHost: HOST, evil.example\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost: 127.0.0.1\n\t:1\nConnection: close", 403),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: +5\nConnection: close", 413),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: -1\nConnection: close", 413),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: 1e3\nConnection: close", 413),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: 99999999999999999999\nConnection: close", 413),
        ("GET / HTTP/1.1\nHost: HOST\nContent-Length: 0\nContent-Length: 5\nConnection: close", 400),
        ("GET / HTTP/1.1\nHost: HOST\nUpgrade: websocket\nConnection: close, Upgrade\nSec-WebSocket-Key: eA==", 200),
        ("GET /harina/ HTTP/1.1\nHost: HOST\nRange: bytes=0-4\nConnection: close", 200),
        ("GET / HTTP/2.0\nHost: HOST", 505),
        ("GET / HTTP/x\nHost: HOST", 400),
        ("get / HTTP/1.1\nHost: HOST\nConnection: close", 501),
        ("TRACE / HTTP/1.1\nHost: HOST\nCookie: secret\nConnection: close", 405),
        ("CONNECT HOST HTTP/1.1\nHost: HOST\nConnection: close", 405),
        ("OPTIONS * HTTP/1.1\nHost: HOST\nConnection: close", 405),
        ("PRI * HTTP/2.0", 505),
    ],
)
def test_each_has_one_answer_of_ours(seen: Seen, text: str, status: int) -> None:
    answer = said(seen, text)
    assert statuses(answer) == [status]
    assert headers(answer).items() >= OURS.items()
    assert b"secret" not in answer
    assert b"Access-Control" not in answer


def test_the_old_protocol_without_headers_is_not_spoken(seen: Seen) -> None:
    for text in ("GET /harina/", "GET /harina/\nHost: HOST"):
        assert b"harina" not in said(seen, text)


@pytest.mark.parametrize(
    "more", ["X: " + "a" * 70_000, *("\n".join(f"X-{n}: a" for n in range(count)) for count in (101, 5_000))]
)
def test_headers_have_an_end(seen: Seen, more: str) -> None:
    with suppress(ConnectionError):  # it is closed before we have said all
        assert statuses(said(seen, f"GET / HTTP/1.1\nHost: HOST\n{more}")) in ([], [431])
    assert seen.ask("/").status == 200


def test_many_large_headers_are_not_kept(seen: Seen) -> None:
    more = "\n".join(f"X-{n}: {'a' * 60_000}" for n in range(90))
    with suppress(ConnectionError):
        assert statuses(said(seen, f"GET / HTTP/1.1\nHost: HOST\nConnection: close\n{more}")) == []
    assert seen.ask("/").status == 200


def test_one_after_another_on_one_connection_each_is_judged(seen: Seen) -> None:
    fine, last = "GET /harina/ HTTP/1.1\nHost: HOST\n", "GET / HTTP/1.1\nHost: HOST\nConnection: close"
    assert statuses(said(seen, f"{fine}\n{fine}\n{last}")) == [200, 200, 200]
    evil = "GET /harina/ HTTP/1.1\nHost: evil.example\n"
    assert statuses(said(seen, f"{fine}\n{evil}\n{last}")) == [200, 403]  # and that was the end of it
    body = "GET /harina/ HTTP/1.1\nHost: HOST\nContent-Length: 5\n\nhello"
    assert statuses(said(seen, f"{body}{last}")) == [200, 200]


def test_a_word_in_the_address_is_taken_at_the_planner_alone(seen: Seen) -> None:
    token = seen.serving.door.token
    for path in ("/", "/harina/", "/_valuegen/page", "/plannerx/", "/no-hay/"):
        assert "set-cookie" not in seen.ask(f"{path}?token={token}").headers
    for wrong in (token[:-1], f"{token}x", token.upper(), f"{token}%00", "", "%F0%9F%8D%9E"):
        assert seen.ask(f"/planner/?token={wrong}").status == 403
    reply = seen.ask(f"/planner/%E6%97%A5%0d/?token={token}")
    assert reply.status == 400
    reply = seen.ask(f"/planner/%E6%97%A5/?token={token}")
    assert (reply.status, reply.headers["location"]) == (303, "/planner/%E6%97%A5/")


def test_other_cookies_of_this_machine_do_not_shut_the_planner(seen: Seen) -> None:
    """Every server at 127.0.0.1 has the same cookies, and writes into them what it likes."""
    for other in (
        'settings={"a": "b c"}',
        "x",
        "=",
        "a=b; path",
        'q="unclosed',
        f"valuegen-{seen.port}=old",
        "ñ=ñ",
        "",
    ):
        for cookie in (f"{other}; {seen.cookie()}", f"{seen.cookie()};{other}"):
            assert seen.ask("/planner/", Cookie=cookie).status == 200, cookie
        assert seen.ask("/planner/", Cookie=other).status == 403


def test_a_folder_in_any_alphabet_leads_to_its_page(seen: Seen) -> None:
    reply = seen.ask("/a%C3%B1o")
    assert (reply.status, reply.headers["location"]) == (301, "/a%C3%B1o/")
    assert seen.ask("/a%C3%B1o/").status == 200


PIECES = st.sampled_from(
    (
        ". .. ... / // \\ %2e %2E%2e %2f %5c %252e %00 %0a %c0%ae %ef%bc%8f ; ? # @ : * ~ ñ 日 CON index.html harina "
        "public planner PLANNER content private contacts.yaml valuegen.yaml .valuegen .git _valuegen page etc passwd"
    ).split()
)


@settings(max_examples=400)
@given(pieces=st.lists(PIECES, max_size=9), joined=st.sampled_from(["", "/"]), start=st.sampled_from(["/", ""]))
def test_only_what_was_built_is_answered(seen: Seen, pieces: list[str], joined: str, start: str) -> None:
    target = start + joined.join(pieces)
    serving = seen.serving
    built = {address.removeprefix("public") for address in serving.loop.state.pages if address.startswith("public/")}
    shown = built | {path.removesuffix("index.html") for path in built if path.endswith("/index.html")}
    answer = _answers(seen).answer(Request("GET", target, {"host": f"127.0.0.1:{seen.port}"}))
    assert answer.status in (200, 301, 400, 403, 404)
    if answer.status == 200 and not answer.streams and not target.startswith("/_valuegen/page"):
        assert unquote(urlsplit(target).path) in shown
    for secret in (b"rosa@panes.example", b"timezone:", serving.door.token.encode()):
        assert secret not in answer.body


def test_no_source_and_no_file_of_the_machine_has_an_address(seen: Seen) -> None:
    files = [path.relative_to(seen.root).as_posix() for path in seen.root.rglob("*") if path.is_file()]
    for name, before in product(files, ("/", "/public/../", "/%2e%2e/", "/assets/../../", "/_valuegen/")):
        if not name.startswith("content/static/"):
            reply = seen.ask(f"{before}{name}".replace("ñ", "%C3%B1"))
            assert reply.status in (400, 404), (before, name)
    assert seen.ask("/etc/passwd").status == 404


def _answers(seen: Seen):  # type: ignore[no-untyped-def]
    from valuegen.preview.answers import Answers

    return Answers(seen.serving.loop, seen.serving.door, seen.root, "es")


def test_who_says_it_letter_by_letter_is_let_go(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request has an end in time, however often something of it comes."""
    monkeypatch.setattr(server._Handler, "timeout", 0.5)
    with preview(bench.workspace().root) as seen, socket.create_connection(("127.0.0.1", seen.port), 20) as slow:

        def is_let_go() -> bool:
            try:
                slow.sendall(b"G")
                slow.settimeout(0.05)
                return slow.recv(1) == b""
            except TimeoutError:
                return False
            except OSError:
                return True

        until(is_let_go)
        assert seen.ask("/").status == 200


def test_streams_leave_places_for_pages(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "STREAMS", 3)
    with preview(bench.workspace().root) as seen:
        ask = f"GET /_valuegen/events HTTP/1.1\r\nHost: 127.0.0.1:{seen.port}\r\n\r\n".encode()
        open_ones = []
        for _ in range(3):
            stream = socket.create_connection(("127.0.0.1", seen.port), timeout=20)
            stream.sendall(ask)
            assert b"200" in stream.recv(15)
            open_ones.append(stream)
        assert statuses(seen.raw(ask)) == [503]
        assert seen.ask("/harina/").status == 200
        open_ones.pop().close()
        seen.wish(drafts=False)  # something to say, by which it is noticed that nobody listens
        for stream in open_ones:
            stream.close()
        until(lambda: statuses(_first(seen, ask)) == [200])


def _first(seen: Seen, ask: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", seen.port), timeout=20) as stream:
        stream.sendall(ask)
        return stream.recv(300)
