"""Files that are copied as they are: more than memory should hold stay on the disk, and nothing else changes."""

import os

import pytest

from valuegen.leaks import parts
from valuegen.model import workspace as model
from valuegen.read import stored
from valuegen.read.workspace import read_workspace

PLAIN = "Hoy el horno se enciende más tarde.\n" * 60
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)
FILES = {
    "content/static/hoja.txt": PLAIN,
    "content/static/vacio.txt": b"",
    "content/static/punto.png": PNG,
    "content/static/film.mp4": bytes(range(256)) * 40,
    "content/posts/plano.pdf": b"%PDF-1.4 " + bytes(5000),
}
CLIENTS = {
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Téllez Marín, email: rosa@pan.example, segments: [panaderias],
           agreed: {on: 2026-01-10, how: email}}
        """
}


@pytest.fixture
def nothing_is_held(monkeypatch):
    """Every file is too much, and large from 2,000 bytes on."""
    monkeypatch.setattr(stored, "HELD", 0)
    monkeypatch.setattr(stored, "_PIECE", 700)
    monkeypatch.setattr(model, "LARGE", 2000)


def test_the_site_is_the_same(bench, nothing_is_held, monkeypatch):
    far = bench.workspace(FILES, "far")
    assert far.run("build", "--no-cache").exit == 0
    monkeypatch.undo()
    held = bench.workspace(FILES, "held")
    assert held.run("build", "--no-cache").exit == 0
    assert far.tree() == held.tree()
    assert (far.root / "site/public/film.mp4").read_bytes() == FILES["content/static/film.mp4"]


def test_what_is_on_the_disk_is_read_when_it_is_asked_for(bench, nothing_is_held):
    work = bench.workspace(FILES)
    statics = read_workspace(work.root).workspace.statics
    assert statics["hoja.txt"].data == PLAIN.encode()
    assert statics["hoja.txt"].large is not None
    assert b"".join(statics["film.mp4"].large.pieces()) == FILES["content/static/film.mp4"]
    assert statics["vacio.txt"].data == b""
    assert (statics["punto.png"].start, statics["punto.png"].large) == (PNG, None)


def test_a_file_that_changed_since_is_another(bench, nothing_is_held):
    work = bench.workspace(FILES)
    statics = read_workspace(work.root).workspace.statics
    work.write("content/static/film.mp4", bytes(256 * 40))
    with pytest.raises(OSError, match=r"film\.mp4"):
        statics["film.mp4"].held.read()
    with pytest.raises(OSError, match=r"film\.mp4"):
        list(statics["film.mp4"].held.pieces())
    (work.root / "content/static/hoja.txt").unlink()
    with pytest.raises(OSError, match=r"hoja\.txt"):
        statics["hoja.txt"].held.start(10)


@pytest.mark.parametrize("at", [0, 990, 1990, 2500, 3990])
def test_what_is_private_is_found_in_a_large_file_wherever_it_stands(bench, nothing_is_held, monkeypatch, at):
    monkeypatch.setattr(parts, "_WINDOW", 1000)
    monkeypatch.setattr(parts, "_OVERLAP", 300)
    text = bytearray((PLAIN * 4).encode())
    text[at : at + 20] = b" rosa@pan.example   "
    work = bench.workspace({**FILES, **CLIENTS, "content/static/hoja.txt": bytes(text)})
    done = work.run("build")
    assert done.exit == 1
    assert "content/static/hoja.txt" in done.err
    assert not (work.root / "site").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_is_told_and_never_opened(bench, nothing_is_held):
    work = bench.workspace(FILES)
    os.mkfifo(work.root / "content/static/tubo")
    done = work.run("check")
    assert done.exit == 1
    assert "content/static/tubo:1:1: error format: Esto no es un archivo corriente." in done.out


def test_a_folder_that_can_not_be_looked_at_is_not_taken_for_absent(bench, monkeypatch):
    """Else nobody would be asked whether a client wants what is published."""
    work = bench.workspace(CLIENTS)
    real = os.lstat

    def refusing(path, **how):
        if "content/private/" in str(path):
            raise PermissionError(13, "Permission denied", path)
        return real(path, **how)

    monkeypatch.setattr(os, "lstat", refusing)
    done = work.run("build")
    assert done.exit == 1
    assert done.err.count("error format") == 1
    assert "content/private:1:1: error format: No hay permiso para ver lo que hay en esta carpeta." in done.err
