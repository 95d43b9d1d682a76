"""What is published of a picture: every pixel, and nothing of place, time, camera and person."""

import io

import pytest
from picture_samples import TOLD, drawing, exif, film, photo, pixels, saved, telling
from PIL import Image, ImageCms

from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.clean import clean, has_metadata
from valuegen.pictures.facts import facts_of

FORMS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("turn", [1, 6])
def test_nothing_is_told_and_every_pixel_stays(form: str, turn: int) -> None:
    data = telling(form, turn)
    made = clean(data)
    with Image.open(io.BytesIO(made)) as opened:
        opened.load()
        assert dict(opened.getexif()) == ({0x0112: turn} if turn != 1 and form != "GIF" else {})
        assert not {"comment", "xmp", "Author", "XML:com.adobe.xmp"} & set(opened.info)
    assert TOLD.encode() not in made
    assert b"Camera" not in made
    assert pixels(made) == pixels(data)
    assert clean(made) == made
    assert has_metadata(data)


def test_the_place_was_there_before() -> None:
    with Image.open(io.BytesIO(telling("JPEG"))) as opened:
        assert opened.getexif().get_ifd(0x8825)[2] == (4.0, 35.0, 56.0)
    with Image.open(io.BytesIO(clean(telling("JPEG")))) as opened:
        assert not opened.getexif().get_ifd(0x8825)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_profile_of_the_colours_stays(form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = clean(saved(photo(), form, icc_profile=profile))
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.info["icc_profile"] == profile


@pytest.mark.parametrize("turn", [1, 6])
def test_an_avif_is_silent_in_place(turn: int) -> None:
    data = saved(photo(), "AVIF", exif=exif(turn), xmp=TOLD.encode())
    made = clean(data)
    assert TOLD.encode() in data
    assert len(made) == len(data)
    assert clean(made) == made
    assert not any(told in made for told in (TOLD.encode(), b"Camera", b"Rosa"))
    with Image.open(io.BytesIO(made)) as silent, Image.open(io.BytesIO(data)) as before:
        assert silent.convert("RGB").tobytes() == before.convert("RGB").tobytes()
    assert facts_of(made) == facts_of(data)


def test_a_picture_hung_behind_a_picture_goes() -> None:
    """Telephones hang a film, a larger picture or a depth map there, each with its own place."""
    behind = telling("JPEG", image=photo(20, 20))
    assert clean(telling("JPEG") + behind) == clean(telling("JPEG"))
    assert clean(telling("PNG") + behind) == clean(telling("PNG"))
    assert clean(telling("WEBP") + behind) == clean(telling("WEBP"))


def test_thumbnails_go() -> None:
    plain = saved(photo(), "JPEG")
    assert plain[2:4] == b"\xff\xe0"
    length = int.from_bytes(plain[4:6], "big")
    jfif = plain[6 : 4 + length]
    thumb = jfif[:-2] + b"\2\2" + bytes(12)
    extension = b"\xff\xe0" + (2 + 5 + 9).to_bytes(2, "big") + b"JFXX\0" + bytes(9)
    with_one = plain[:4] + (len(thumb) + 2).to_bytes(2, "big") + thumb + extension + plain[4 + length :]
    assert pixels(with_one) == pixels(plain)
    assert clean(with_one) == clean(plain)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_films_stay_films(form: str) -> None:
    with Image.open(io.BytesIO(clean(film(form)))) as opened:
        assert opened.n_frames == 3  # type: ignore[attr-defined]
        assert opened.info["loop"] == 0


def test_what_is_seen_through_stays() -> None:
    for form in ("PNG", "WEBP"):
        data = saved(drawing(), form, exif=b"")
        assert pixels(clean(data)) == pixels(data)


def test_cmyk_keeps_its_colours() -> None:
    data = saved(photo().convert("CMYK"), "JPEG")
    assert pixels(clean(data)) == pixels(data)


def test_other_files_are_as_they_are() -> None:
    for data in (b"", b"<svg/>", b"%PDF-1.7"):
        assert clean(data) == data
        assert not has_metadata(data)


@pytest.mark.parametrize("form", FORMS)
def test_a_cut_one_is_told(form: str) -> None:
    with pytest.raises(BrokenPicture):
        clean(telling(form)[:-200])
