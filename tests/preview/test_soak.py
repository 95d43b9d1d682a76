"""Nothing grows with the edits, nobody keeps others from being served. The long form is `tools/soak.py`."""

import gc
import platform
import socket
import threading
from pathlib import Path

import pytest
from previewing import Seen, preview, until

from bench import Bench
from tools.soak import EACH, grown, kept_waiting, served, soaked, stormed
from valuegen.preview import loop, server

in_process = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="what a process holds is read in /proc")


@in_process
def test_nothing_grows_with_the_edits() -> None:
    with served() as seen:
        assert grown(soaked(seen, range(9 * EACH))) == []


@in_process
def test_more_events_than_the_system_can_tell_of(tmp_path: Path) -> None:
    """Nothing is lost, nobody is kept waiting; and nothing is said of it."""
    with (tmp_path / "said").open("w+") as said:
        with served(said) as seen:
            stormed(seen, 4_000, is_asleep=True)
            kept_waiting(seen)
        said.seek(0)
        lines = said.read().splitlines()
    assert [line for line in lines if "otify" in line or "watchdog" in line] == []


def test_what_is_in_cycles_is_collected_every_now_and_then(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python alone does so next to never where much is held for long."""
    monkeypatch.setattr(loop, "UNTIDY", 3)
    whole: list[object] = []

    def noted(phase: str, about: dict[str, int]) -> None:
        if phase == "start" and about["generation"] == 2 and threading.current_thread() is not threading.main_thread():
            whole.append(about)

    with preview(bench.workspace().root) as seen:
        gc.callbacks.append(noted)
        try:
            for _ in range(2 * loop.UNTIDY + 1):
                seen.serving.loop.again()
        finally:
            gc.callbacks.remove(noted)
    assert whole


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="of glibc alone")
def test_threads_that_come_and_go_leave_no_heaps_behind() -> None:
    with served() as seen:
        kept_waiting(seen)
        assert _heaps(seen.pid) == 0


def _heaps(pid: int) -> int:
    """How many heaps glibc has given to threads: each begins at a multiple of 64 MiB, which are set apart for it."""
    areas = [line.split() for line in Path(f"/proc/{pid}/maps").read_text().splitlines()]
    bounds = [[int(end, 16) for end in area[0].split("-")] for area in areas]
    whole = 64 << 20
    return sum(
        area[1] == "rw-p"
        and after[1] == "---p"
        and begin % whole == 0
        and (begin, end) == (after_end - whole, after_begin)
        for area, after, (begin, end), (after_begin, after_end) in zip(
            areas, areas[1:], bounds, bounds[1:], strict=False
        )
    )


def test_slow_readers_keep_nobody_from_being_served(bench: Bench) -> None:
    with preview(bench.workspace().root) as seen:
        slow = [_half_a_request(seen) for _ in range(200)]
        try:
            assert seen.ask("/harina/").status == 200
        finally:
            for each in slow:
                each.close()


def test_whoever_is_slowest_makes_room(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many come, letter by letter, or take nothing of what is answered: who looks at a page sees it at once."""
    monkeypatch.setattr(server, "MOST", 6)
    with preview(bench.workspace({"content/static/large.txt": "a" * 8_000_000}).root) as seen:
        held = []
        for turn in range(5):
            held += [_half_a_request(seen) for _ in range(2 * server.MOST)]
            held += [_asked(seen, "/large.txt") for _ in range(server.MOST)]
            assert seen.ask("/harina/").status == 200, turn
        for each in held:
            each.close()


def test_streams_make_no_room(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are open for long because that is what they are for."""
    monkeypatch.setattr(server, "MOST", 6)
    with preview(bench.workspace().root) as seen:
        stream = _asked(seen, "/_valuegen/events")
        assert stream.recv(15).startswith(b"HTTP/1.1 200")
        slow = [_half_a_request(seen) for _ in range(4 * server.MOST)]
        assert seen.ask("/harina/").status == 200
        seen.wish(drafts=False)
        said = b""
        while said.count(b"event: state") < 2:
            part = stream.recv(65_536)
            assert part, said
            said += part
        for each in (stream, *slow):
            each.close()


def test_who_sends_nothing_is_let_go(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server._Handler, "timeout", 0.2)
    with preview(bench.workspace().root) as seen:
        silent = [_half_a_request(seen) for _ in range(5)]
        for each in silent:
            each.settimeout(20)
            assert each.recv(1) == b""
            each.close()


def test_more_than_there_is_room_for_are_sent_away_and_then_served(bench: Bench) -> None:
    with preview(bench.workspace().root) as seen:
        held = [_half_a_request(seen) for _ in range(server.MOST + 20)]
        for each in held:
            each.close()
        until(lambda: _status(seen) == 200)


def test_it_ends_at_once_with_streams_open(bench: Bench) -> None:
    threads = threading.active_count()
    with preview(bench.workspace().root) as seen:
        streams = [socket.create_connection(("127.0.0.1", seen.port), timeout=20) for _ in range(20)]
        for each in streams:
            each.sendall(f"GET /_valuegen/events HTTP/1.1\r\nHost: 127.0.0.1:{seen.port}\r\n\r\n".encode())
            assert each.recv(1) == b"H"
    for each in streams:
        while each.recv(65_536):
            pass
        each.close()
    until(lambda: threading.active_count() <= threads)


def _asked(seen: Seen, path: str) -> socket.socket:
    stream = socket.create_connection(("127.0.0.1", seen.port), timeout=20)
    stream.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{seen.port}\r\n\r\n".encode())
    return stream


def _half_a_request(seen: Seen) -> socket.socket:
    stream = socket.create_connection(("127.0.0.1", seen.port), timeout=20)
    stream.sendall(b"GET / HTTP/1.1\r\nHost:")
    return stream


def _status(seen: Seen) -> int:
    try:
        return seen.ask("/harina/").status
    except OSError:
        return 0
