"""What can't be looked into is told, since nobody would know what is in it; what only looks so is not."""

import zlib
from collections.abc import Iterator

import pytest
from leak_samples import KINDS, NAME, fresh, kinds, noise, packed_with, printed, unread

from valuegen.leaks import parts
from valuegen.leaks.scan import Secrets, Whose, scan

PHOTO = b"/Subtype /Image /Filter [/DCTDecode"
PLAIN = packed_with(("a.txt", b"Hola que tal " * 9))


def locked() -> bytes:
    """An archive whose file has a password."""
    data = bytearray(PLAIN)
    data[6] |= 1
    data[data.find(b"PK\1\2") + 8] |= 1
    return bytes(data)


def foreign() -> bytes:
    """An archive packed as ours are not."""
    data = bytearray(PLAIN)
    data[8] = data[data.find(b"PK\1\2") + 10] = 97
    return bytes(data)


def nested(times: int) -> bytes:
    data = NAME.encode()
    for _ in range(times):
        data = packed_with(("d.zip", data))
    return data


UNREAD = {
    "PDF": (b"%PDF-1.7\n2 0 obj <<>> endobj trailer <</Root 1 0 R /Encrypt 2 0 R>>", {"locked"}),
    "archive": (locked(), {"locked"}),
    "archive in an archive": (packed_with(("a.zip", locked())), {"locked"}),
    "document": (bytes.fromhex("d0cf11e0a1b11ae1") + noise(99) + "EncryptedPackage".encode("utf-16-le"), {"locked"}),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\4" + noise(99), {"foreign"}),
    "RAR": (b"Rar!\x1a\x07\1\0" + noise(99), {"foreign"}),
    "another packing": (foreign(), {"foreign"}),
    "too deep": (nested(9), {"much"}),
    "deep": (nested(4), set()),
    "an archive": (PLAIN, set()),
    "a PDF that speaks of it": (printed(zlib.compress(b"(/Encrypt 1 0 R) Tj")), set()),
    "a picture": (b"\x89PNG\r\n\x1a\n" + noise(999), set()),
}


@pytest.mark.parametrize("name", UNREAD)
def test_it_is_told_why(name: str) -> None:
    data, wanted = UNREAD[name]
    assert unread(data) == wanted


def test_nothing_is_told_where_there_is_nobody_to_protect() -> None:
    nobody = Secrets({}, {}, frozenset(), {}, {}, frozenset())
    assert scan(nobody, "public/x", locked()) == ()


def pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + 700] for at in range(0, len(data), 700))


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_WINDOW", 4_000)
    monkeypatch.setattr(parts, "_OVERLAP", 300)
    monkeypatch.setattr(parts, "_WHOLE", 40_000)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("before", [0, 9_000])
def test_a_large_file_that_holds_others_is_looked_into(kind: str, before: int, small_parts: None) -> None:
    text = KINDS[kind]
    photo = printed(noise(before), PHOTO)
    paper = photo + printed(zlib.compress(f"({text}) Tj".encode("latin-1"))).removeprefix(b"%PDF-1.4\n")
    for data in (paper, packed_with(("1.jpg", noise(before)), ("a.xml", text.encode()), ("2.jpg", noise(9_000)))):
        assert kind in {leak.kind for leak in scan(fresh(), "public/x", lambda data=data: pieces(data))}


def test_one_that_is_larger_is_told(small_parts: None) -> None:
    data = packed_with(("1.jpg", noise(50_000)))
    assert [(one.kind, one.whose) for one in scan(fresh(), "public/x", lambda: pieces(data))] == [
        ("much", Whose("file", ""))
    ]
    plain = noise(50_000)
    assert scan(fresh(), "public/x", lambda: pieces(plain)) == ()


def test_many_photos_hide_no_text_behind_them() -> None:
    photos = printed(noise(3 << 20), PHOTO) * 7
    assert kinds(photos + printed(zlib.compress(f"({NAME}) Tj".encode("latin-1")))) == {"name"}


def test_what_is_half_empty_is_no_wide_text() -> None:
    """Read as UTF-16 it would be a million signs of every alphabet, in each of its readings."""
    data = noise(1 << 18) + bytes(3 << 18)
    assert kinds(data + b" rosa@horno.example") == {"email"}
