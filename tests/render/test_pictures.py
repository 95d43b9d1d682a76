"""Pictures in other sizes and forms: the size that was asked for, no metadata, the same bytes, broken ones told."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from picture_samples import TOLD, drawing, photo, saved, telling
from PIL import Image, ImageCms

from valuegen.pictures.facts import Form, facts_of
from valuegen.pictures.recipes import Recipe, Source, scaled, source_of, widths_of
from valuegen.render.picture_error import PictureError
from valuegen.render.pictures import resized
from valuegen.words import say

FORMS: tuple[Form, ...] = ("jpeg", "png", "webp", "avif")


def source(data: bytes) -> Source:
    facts = facts_of(data)
    assert facts is not None
    return source_of("content/static/img/foto.jpg", data, facts)


def opened(data: bytes) -> Image.Image:
    made = Image.open(io.BytesIO(data))
    made.load()
    return made


@pytest.mark.parametrize("form", FORMS)
def test_as_large_as_asked_for_and_silent(form: Form) -> None:
    made = resized(source(telling("JPEG", 6)).recipe(form, 100, 150))
    image = opened(made)
    assert (image.format, image.size) == (form.upper(), (100, 150))
    assert not dict(image.getexif())
    assert not {"icc_profile", "exif", "xmp", "comment"} & set(image.info)
    assert TOLD.encode() not in made


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("image", [photo(640, 400), drawing(640, 400)])
def test_the_same_bytes_each_time_and_in_any_thread(form: Form, image: Image.Image) -> None:
    recipe = source(saved(image, "PNG")).recipe(form, 320, 200)
    with ThreadPoolExecutor(3) as threads:
        assert len({*threads.map(resized, [recipe] * 4)}) == 1


def test_it_is_turned_as_it_was_shown() -> None:
    upright = photo(300, 200)
    lying = saved(upright.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=_turned(6), quality=95)
    made = opened(resized(source(lying).recipe("png", 300, 200)))
    difference = Image.frombytes("RGB", made.size, made.tobytes())
    spread = max(abs(a - b) for a, b in zip(difference.tobytes(), upright.tobytes(), strict=True))
    assert spread < 24


@pytest.mark.parametrize("crops", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_a_vast_one_that_is_made_smaller_first_looks_the_same(
    mode: str, crops: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lying = saved(photo(1200, 900).convert(mode), "PNG", exif=_turned(6))
    recipe = source(lying).recipe("png", 75, 75 if crops else 100, crops)
    usual = opened(resized(recipe)).convert("RGBA")
    monkeypatch.setattr("valuegen.render.pictures.VAST", 1_000)
    vast = opened(resized(recipe)).convert("RGBA")
    assert vast.size == usual.size
    assert max(abs(a - b) for a, b in zip(vast.tobytes(), usual.tobytes(), strict=True)) < 8


def _turned(turn: int) -> Image.Exif:
    block = Image.Exif()
    block[0x0112] = turn
    return block


def test_a_drawing_loses_nothing_in_webp_and_stays_clear() -> None:
    made = opened(resized(source(saved(drawing(), "PNG")).recipe("webp", 300, 200)))
    assert made.mode == "RGBA"
    assert [made.getpixel(place) for place in ((0, 0), (50, 50))] == [(0, 0, 0, 0), (200, 30, 30, 255)]


def test_colours_of_another_profile_are_those_that_were_meant() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    grey = saved(Image.new("RGB", (20, 20), (120, 60, 30)), "PNG", icc_profile=wide.tobytes())
    nonsense = saved(Image.new("RGB", (20, 20), (120, 60, 30)), "PNG", icc_profile=b"nonsense")
    for data in (grey, nonsense):  # one that does not fit, one that is none: as if there were no profile
        assert opened(resized(source(data).recipe("png", 20, 20))).getpixel((3, 3)) == (120, 60, 30)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_every_kind_of_pixels(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = (
        photo().convert("L").point(lambda value: value * 256, "I").convert("I;16")
        if mode == "I;16"
        else photo().convert(mode)
    )
    made = opened(resized(source(saved(image, form)).recipe("jpeg", 150, 100)))
    assert made.mode == "RGB"
    middle = made.getpixel((75, 50))
    expected = photo().convert("L" if mode in ("1", "L", "LA", "I;16") else "RGB").convert("RGB").getpixel((150, 100))
    assert all(abs(one - two) < 48 for one, two in zip(middle, expected, strict=True)) or mode == "1"  # type: ignore


def test_a_square_is_cut_from_the_upper_middle() -> None:
    image = Image.new("RGB", (200, 400), "red")
    image.paste("blue", (0, 250, 200, 400))
    recipe = source(saved(image, "PNG")).square("png")
    made = opened(resized(recipe))
    assert made.size == (192, 192)
    assert made.getpixel((96, 2)) == (255, 0, 0)
    assert made.getpixel((96, 188)) == (0, 0, 255)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_one_that_is_damaged_inside_is_told_at_its_file(form: str) -> None:
    whole = source(saved(photo(), form))
    recipe = Recipe(whole.path, whole.digest, "webp", 30, 20, crops=False, data=whole.data[: len(whole.data) * 2 // 3])
    with pytest.raises(PictureError) as caught:
        resized(recipe)
    assert caught.value.place.file == "content/static/img/foto.jpg"
    assert say(caught.value.message, "es").startswith("«content/static/img/foto.jpg» está")


def test_widths() -> None:
    assert widths_of(300) == (300,)
    assert widths_of(490) == (490,)
    assert widths_of(700) == (480, 700)
    assert widths_of(820) == (480, 820)
    assert widths_of(1600) == widths_of(9000) == (480, 800, 1200, 1600)
    assert all(max(widths_of(width)) <= width for width in range(1, 2500))


def test_names_follow_what_they_are_made_of() -> None:
    one = source(saved(photo(), "JPEG"))
    other = source(saved(photo(), "JPEG", quality=50))
    recipes = [*one.in_widths("avif"), *one.in_widths("webp"), one.square("webp"), *other.in_widths("avif")]
    assert len({recipe.key for recipe in recipes}) == len({recipe.path("foto") for recipe in recipes}) == len(recipes)
    assert scaled(one.facts, 150) == 100
