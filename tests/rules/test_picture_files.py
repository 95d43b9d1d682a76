"""What `format` says of picture files: cut, too large, photos that are not there, and the extra that is missing."""

from dataclasses import replace
from typing import Any

import pytest
from picture_samples import photo, saved
from PIL import Image
from shown import wider_plan
from small_plan import entry, found, told

from valuegen.pictures import extra
from valuegen.plan.types import Plan

RULE = "format"
WHOLE = saved(photo(), "JPEG")
CUT = WHOLE[: len(WHOLE) // 2]


def bomb() -> bytes:
    data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(data)


def places(plan: Plan) -> list[tuple[str, int, str]]:
    return [(each.place.file, each.place.line, each.level) for each in found(plan, RULE)]


def work(statics: dict[str, bytes], **values: Any) -> Plan:
    return wider_plan(entry("2026-11-20", **values), statics=statics)


def test_whole_pictures_are_fine() -> None:
    assert not found(work({"img/a.jpg": WHOLE, "a.txt": b"\xff", "b.svg": b"<svg/>"}, text="![a](/img/a.jpg)"), RULE)


def test_a_cut_one_is_told_where_it_is_shown() -> None:
    plan = work({"img/a.jpg": CUT}, text="Mira:\n\n![Harina](img/a.jpg)")
    (finding,) = found(plan, RULE)
    assert finding.level == "error"
    assert finding.place.line == 3
    assert told(finding, "es") == (
        "La imagen content/static/img/a.jpg está cortada o dañada: no se puede leer hasta el final. "
        "Cópiala otra vez de donde vino, o vuelve a guardarla con un programa de imágenes."
    )


def test_pictures_that_are_not_here_are_no_matter_of_it() -> None:
    text = "![Harina](img/a.jpg)\n\n![Sacos](img/b.jpg) ![Lejos](https://lejos.example/c.jpg)"
    about = [told(each) for each in found(work({"img/a.jpg": CUT}, text=text), RULE)]
    assert [words.partition(":")[0] for words in about if "cut" in words] == [
        "The picture content/static/img/a.jpg is cut or damaged"
    ]


def test_one_that_nobody_shows_is_told_at_its_file() -> None:
    assert places(work({"img/a.jpg": CUT})) == [("content/static/img/a.jpg", 1, "error")]


def test_one_beside_a_post_only_where_it_is_shown() -> None:
    assert not found(wider_plan(entry("2026-11-20"), beside={"a.jpg": CUT}), RULE)
    shown = wider_plan(entry("2026-11-20", image={"src": "a.jpg", "alt": "a"}), beside={"a.jpg": CUT})
    assert len(found(shown, RULE)) == 1


def test_far_too_many_pixels() -> None:
    (finding,) = found(work({"a.png": bomb()}), RULE)
    assert told(finding, "en").startswith("The picture content/static/a.png has 3,600 million pixels (60,000 × 60,000)")


def people(photo: str, **statics: bytes) -> Plan:
    team = {"irene": {"name": "Irene Vidal", "photo": photo}}
    return wider_plan(
        entry("2026-11-20"), people=team, statics={name.replace("_", "."): data for name, data in statics.items()}
    )


def test_a_photo_that_is_not_there_gives_the_nearest() -> None:
    assert not found(people("irene.jpg", irene_jpg=WHOLE), RULE)
    assert not found(people("/irene.jpg", irene_jpg=WHOLE), RULE)
    (finding,) = found(people("irenne.jpg", irene_jpg=WHOLE), RULE)
    assert told(finding) == "There is no file “irenne.jpg” in content/static/. Did you mean “irene.jpg”?"
    (finding,) = found(people("irene.jpg"), RULE)
    assert told(finding) == "There is no file “irene.jpg” in content/static/. Put it there, or take `photo` out."


def test_a_photo_that_is_no_picture() -> None:
    (finding,) = found(people("irene.txt", irene_txt=b"Irene"), RULE)
    assert told(finding).startswith("“irene.txt” is no picture.")


def test_without_the_extra_there_is_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = work({}, text="Hola")
    assert not found(plan, RULE)
    for less in (extra.UNABLE, replace(extra.able(), draws=False), replace(extra.able(), forms=())):
        monkeypatch.setattr(extra, "able", lambda less=less: less)
        (finding,) = found(plan, RULE)
        assert finding.level == "note"
        assert told(finding, "es").endswith('Instálalo con `pip install "valuegen[images]"`.')
    nothing = wider_plan(entry("2026-11-20", status="idea"))
    assert not found(nothing, RULE)
