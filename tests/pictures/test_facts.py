"""What a picture file says of itself, read without any library."""

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_samples import drawing, film, photo, saved, telling
from PIL import Image, ImageOps

from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.clean import clean
from valuegen.pictures.facts import MOST_OF_WEBP, MOST_PIXELS, Facts, facts_of

FORMS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
SAMPLES = [telling(form, turn) for form in FORMS for turn in (1, 3, 6)]
SAMPLES += [film(form) for form in ("GIF", "WEBP", "PNG", "AVIF")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("turn", range(1, 9))
def test_width_and_height_are_those_that_are_shown(form: str, turn: int) -> None:
    data = telling(form, turn) if form != "GIF" else telling(form)
    with Image.open(io.BytesIO(data)) as opened:
        assert facts_of(data) == Facts(form.lower(), *ImageOps.exif_transpose(opened).size)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", [{"lossless": True}, {"lossless": False}, {"lossless": True, "exact": True}])
@pytest.mark.parametrize("image", [photo(31, 17), drawing(40, 21)])
def test_every_kind_of_webp(image: Image.Image, how: dict[str, bool]) -> None:
    facts = facts_of(saved(image, "WEBP", **how))
    assert facts is not None
    assert (facts.width, facts.height) == image.size


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "AVIF"])
def test_what_moves_is_left_alone(form: str) -> None:
    facts = facts_of(film(form))
    assert facts == Facts(form.lower(), 40, 30, moves=True)  # type: ignore[arg-type]
    assert not facts.is_still_raster


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('<svg width="640" height="360">', (640, 360)),
        ("<svg width='12.4px' height = '7'>", (12, 7)),
        ('<svg viewBox="0 0 48 24">', (48, 24)),
        ('<svg viewBox="0,0,48,24" width="100%" height="100%">', (48, 24)),
        ('<svg width="96" viewBox="0 0 48 24"/>', (96, 48)),
        ('<svg height="12" viewBox="0 0 48 24">', (24, 12)),
        ('<svg data-width="9" width="3" height="4" stroke-width="2">', (3, 4)),
        ('<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="3" height="4">', (3, 4)),
        ('<!-- <svg width="1" height="1"> --><svg title="a > b" width="3" height="4">', (3, 4)),
        ("<svg>", (0, 0)),
        ('<svg width="10em" height="2cm">', (0, 0)),
        ('<svg viewBox="0 0 0 0">', (0, 0)),
        ('<svg viewBox="nothing">', (0, 0)),
        ('<svg width="1e9" height="999999999">', (0, 0)),
    ],
)
def test_a_drawing_by_its_first_element(root: str, size: tuple[int, int]) -> None:
    assert facts_of(f"<?xml version='1.0'?>\n{root}<g/></svg>".encode()) == Facts("svg", *size)


def test_boxes_within_boxes_without_end() -> None:
    data = b""
    for _ in range(3_000):
        data = (len(data) + 8).to_bytes(4, "big") + b"ipco" + data
    start = b"\0\0\0\x10ftypavif\0\0\0\0"
    with pytest.raises(BrokenPicture):
        facts_of(start + data)


def test_other_files_are_no_pictures() -> None:
    assert [facts_of(data) for data in (b"", b"a,b\n1,2", b"%PDF-1.7", b"PK\3\4", b"RIFF\0\0\0\0WAVE")] == [None] * 5


def test_too_many_pixels_are_told_from_the_first_bytes() -> None:
    bomb = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    facts = facts_of(bytes(bomb))
    assert facts is not None
    assert facts.is_huge
    assert not Facts("jpeg", MOST_PIXELS, 1).is_huge
    assert not Facts("svg", 90_000, 90_000).is_huge


def test_a_webp_may_have_fewer_since_what_decodes_it_holds_it_four_times() -> None:
    assert Facts("webp", MOST_OF_WEBP, 1).is_huge is False
    assert Facts("webp", MOST_OF_WEBP + 1, 1).is_huge
    assert MOST_OF_WEBP * 4 <= MOST_PIXELS * 2


@pytest.mark.parametrize("data", SAMPLES)
def test_a_cut_file_is_broken_or_still_says_its_size(data: bytes) -> None:
    whole = facts_of(data)
    for end in range(16, len(data), max(1, len(data) // 90)):
        for read in (facts_of, clean):
            try:
                found = read(data[:end])
            except BrokenPicture:
                continue
            if read is facts_of:
                assert found is None or (found.width, found.height) == (whole.width, whole.height)  # type: ignore


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_garbled_bytes_are_no_crash(data: bytes, at: int, garbage: bytes) -> None:
    garbled = data[:at] + garbage + data[at + len(garbage) :]
    for read in (facts_of, clean):
        with suppress(BrokenPicture):
            read(garbled)
