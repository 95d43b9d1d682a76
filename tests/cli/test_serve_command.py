"""`valuegen serve`, as a process that somebody starts and interrupts."""

import ctypes
import platform
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from previewing import free_port, preview, until

from bench import Bench, MiniWorkspace, process_environment


@contextmanager
def started(work: MiniWorkspace, *arguments: str, language: str = "es") -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "valuegen", "serve", *arguments],
        cwd=work.root,
        env=process_environment(language),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return process.stdout.readline().rstrip("\n")


def status(address: str) -> int:
    with urllib.request.urlopen(address) as answer:
        found: int = answer.status
        return found


def test_it_says_where_it_is_and_ends_with_an_interruption(bench: Bench) -> None:
    work = bench.workspace()
    port = free_port()
    with started(work, "--port", str(port)) as process:
        assert line(process) == f"El sitio: http://127.0.0.1:{port}/"
        planner = line(process)
        assert planner.startswith(f"La agenda (privada): http://127.0.0.1:{port}/planner/?token=")
        assert status(f"http://127.0.0.1:{port}/harina/") == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        assert (process.returncode, out) == (0, "")
        assert err.splitlines() == [
            "Todas las promesas se cumplen.",
            "Guarda un archivo y las páginas te siguen. Con Ctrl+C se acaba.",
        ]
    assert not (work.root / "site").exists()


def test_a_stream_that_is_open_keeps_it_from_nothing(bench: Bench) -> None:
    work = bench.workspace()
    port = free_port()
    with started(work, "--port", str(port)) as process:
        line(process)
        with socket.create_connection(("127.0.0.1", port)) as stream:
            stream.sendall(f"GET /_valuegen/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            until(lambda: b"event: state" in stream.recv(65_536))
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="whom to tell is asked of glibc")
def test_an_interruption_that_another_thread_is_told_of_ends_it_too(bench: Bench) -> None:
    """As the system may, where the main one is being looked at by a debugger, or has a signal to see to already."""
    with started(bench.workspace(), "--port", str(free_port())) as process:
        assert process.stderr
        until(lambda: "Ctrl+C" in process.stderr.readline())
        others = {int(thread.name) for thread in Path(f"/proc/{process.pid}/task").iterdir()} - {process.pid}
        assert ctypes.CDLL(None).tgkill(process.pid, max(others), signal.SIGINT) == 0
        assert process.wait(20) == 0


def test_a_port_that_is_asked_for_has_to_be_free(bench: Bench) -> None:
    work = bench.workspace()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = work.run_process("serve", "--port", str(taken.getsockname()[1]))
    assert result.exit == 2
    assert "está ocupado. Di otro con --port, o ninguno." in result.err


def test_without_one_the_next_that_is_free_is_taken_and_said(bench: Bench) -> None:
    from valuegen.leaf import NoLeaves
    from valuegen.preview.serving import Asked, Voice, serving

    work = bench.workspace()
    asked = Asked(work.root, "es")
    with serving(asked, NoLeaves(), Voice(), {}) as first, serving(asked, NoLeaves(), Voice(), {}) as second:
        assert second.door.port > first.door.port
        assert status(second.site) == 200


def test_elsewhere_the_planner_is_left_out_and_it_is_said(bench: Bench) -> None:
    work = bench.workspace()
    port = free_port()
    with started(work, "--host", "0.0.0.0", "--port", str(port), language="en") as process:
        assert line(process) == f"The site: http://0.0.0.0:{port}/"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        assert out == ""
        assert err.startswith("Others may see this preview, so the planner is not in it")
    with started(work, "--host", "0.0.0.0", "--port", str(port), "--i-know-this-is-private") as process:
        line(process)
        assert "/planner/?token=" in line(process)


def test_a_host_that_is_none_of_ours(bench: Bench) -> None:
    result = bench.workspace().run_process("serve", "--host", "no-such-host.invalid", "--port", "8765")
    assert result.exit == 2
    assert "No se puede escuchar en «no-such-host.invalid»." in result.err


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts descriptors as Linux tells them")
def test_nothing_grows_with_edits(bench: Bench) -> None:
    work = bench.workspace()
    with preview(work.root) as seen:
        loop = seen.serving.loop

        def edits(count: int) -> None:
            for number in range(count):
                text = work.read("content/segments.yaml").splitlines()[:2]
                work.write("content/segments.yaml", "\n".join([*text, f"  about: Vez {number}."]) + "\n")
                loop.again()
                seen.ask("/harina/")

        edits(5)
        before = held()
        edits(40)
        until(lambda: all(now <= then for now, then in zip(held(), before, strict=True)))


def held() -> tuple[int, int]:
    """How many descriptors and threads there are."""
    return len(list(Path("/proc/self/fd").iterdir())), threading.active_count()


def test_a_save_that_makes_something_wrong_is_told_once_and_so_is_its_mend(bench: Bench) -> None:
    calendar, said = "content/calendar/2026.yaml", []
    work = bench.workspace()
    with started(work, "--port", str(free_port())) as process:
        assert process.stderr
        reader = threading.Thread(target=lambda: said.extend(iter(process.stderr.readline, "")), daemon=True)
        reader.start()
        until(lambda: any("Ctrl+C" in one for one in said))
        work.change(calendar, "segments: [panaderias]", "segments: [panderias]")
        until(lambda: any("Las páginas se quedan como estaban" in one for one in said))
        work.change(calendar, "title: ¿Cuánta harina", "title: ¿Cuántas harinas")  # no news of that
        work.change(calendar, "segments: [panderias]", "segments: [panaderias]")
        until(lambda: any("Eso ya está arreglado" in one for one in said))
        work.change(calendar, "ask: ¿Cuánta tiraste la semana pasada?", "minutes: 10")
        until(lambda: any("Por mirar" in one for one in said[1:]))
        process.send_signal(signal.SIGINT)
        reader.join(20)
    text = "".join(said)
    assert text.startswith("Todas las promesas se cumplen.\nGuarda un archivo")
    assert text.count(": error format: No hay ningún segmento «panderias». ¿Querías decir `panaderias`?\n") == 1
    assert "1 error en los archivos: cuando esté arreglado se comprueban las promesas.\nLas páginas se quedan" in text
    assert text.count("Eso ya está arreglado. Todas las promesas se cumplen.\n") == 1
    assert ": warning monologue: " in text
    assert text.endswith("No hay ninguna promesa rota. Por mirar: 1 aviso.\n")


def test_a_theme_with_scripts_of_its_own_is_told_that_they_wait(bench: Bench) -> None:
    work = bench.workspace()
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "  theme: mio\n")
    work.write("themes/mio/assets/mio.js", "export {};\n")
    said = "Los scripts de tu tema no se ejecutan aquí, junto a la agenda; en el sitio construido, sí."
    with started(work, "--port", str(free_port())) as process:
        assert process.stderr
        assert process.stderr.readline().rstrip() == said
    (work.root / "themes/mio/assets/mio.js").unlink()
    work.write("themes/mio/assets/mio.css", "p { color: #111 }\n")
    with started(work, "--port", str(free_port())) as process:
        assert process.stderr
        assert process.stderr.readline().rstrip() == "Todas las promesas se cumplen."
