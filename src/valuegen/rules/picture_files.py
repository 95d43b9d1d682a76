"""What is wrong with picture files: cut, far too large, photos that are not there; and what is left out for want of an
extra. A part of the rule `format`."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from valuegen.extras import how
from valuegen.finding import Mend, Place
from valuegen.model.entry import Entry
from valuegen.model.workspace import StaticFile
from valuegen.pictures import extra
from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.clean import clean
from valuegen.pictures.facts import Facts, facts_of, is_picture, most_pixels
from valuegen.plan.types import Plan
from valuegen.rules.found import Found
from valuegen.rules.links import beside
from valuegen.rules.nearest import meant
from valuegen.words import Message, msg

STATICS = "content/static/"


def pictures(plan: Plan) -> Iterator[Found]:
    """At each place that shows such a file; at the file itself where nothing shows it."""
    wrong = dict(_wrong_files(plan))
    told = set()
    for file, place in _shown(plan) if wrong else ():
        if file.path in wrong:
            told.add(file.path)
            yield Found(wrong[file.path][0], place, Mend(wrong[file.path][1]))
    for path, (message, mend) in wrong.items():
        if path not in told and path.startswith(STATICS):
            yield Found(message, Place(path), Mend(mend))
    yield from _photos(plan)


def without_extra(plan: Plan) -> Iterator[Found]:
    """That the extra is missing; a note, since the site is whole without it."""
    able = extra.able()
    if (able.forms and able.draws) or not plan.prose:
        return
    message = msg(
        "Pictures are published in one size, and none is drawn for shared links: the extra “images” is not installed."
    )
    mend = msg("Install it with `{command}`.", command=how("images"))
    yield Found(message, plan.workspace.settings.where("site"), Mend(mend), data={"extra": "images"}, cap="note")


def _wrong_files(plan: Plan) -> Iterator[tuple[str, tuple[Message, Message]]]:
    for file in (*plan.workspace.statics.values(), *plan.workspace.beside.values()):
        if not is_picture(file.start):
            continue
        try:
            facts = facts_of(file.data)
            if facts is not None and facts.is_huge:
                yield file.path, _too_large(file, facts)
            clean(file.data)
        except BrokenPicture:
            yield file.path, _cut(file)


def _too_large(file: StaticFile, facts: Facts) -> tuple[Message, Message]:
    most = most_pixels(facts.form) // 1_000_000
    return (
        msg(
            "The picture {path} has {n} million pixels ({width} × {height}): more than any screen can show.",
            path=file.path,
            n=facts.width * facts.height // 1_000_000,
            width=facts.width,
            height=facts.height,
        ),
        msg("Save it smaller: {most} million are the most, and 2000 pixels of width are plenty.", most=most),
    )


def _cut(file: StaticFile) -> tuple[Message, Message]:
    return (
        msg("The picture {path} is cut or damaged: it can't be read to its end.", path=file.path),
        msg("Copy it anew from where it came, or save it again in a program for pictures."),
    )


def _shown(plan: Plan) -> Iterator[tuple[StaticFile, Place]]:
    for entry in plan.workspace.entries:
        find = partial(_file, plan, entry)
        own = find(entry.image.src) if entry.image else None
        if own is not None:
            yield own, entry.where("image", "src")
        prose, written = plan.prose.get(entry.slug), entry.written
        for link in prose.links if prose is not None and written is not None else ():
            file = find(link.target) if link.kind == "image" else None
            if file is not None and written is not None:
                yield file, written.place(link.line, link.column)
    for person in plan.workspace.people.values():
        photo = plan.workspace.statics.get(_plain(person.photo or ""))
        if photo is not None:
            yield photo, person.where("photo")


def _file(plan: Plan, entry: Entry, target: str) -> StaticFile | None:
    """The file that a target means: beside the post first, then in `content/static/`."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    found = None if path.startswith("/") else plan.workspace.beside.get(beside(entry, path))
    return found or plan.workspace.statics.get(_plain(path))


def _plain(path: str) -> str:
    return unquote(path).lstrip("/")


def _photos(plan: Plan) -> Iterator[Found]:
    """Photos of people that are not there, or are no pictures."""
    statics = plan.workspace.statics
    for person in plan.workspace.people.values():
        if person.photo is None:
            continue
        place, file = person.where("photo"), statics.get(_plain(person.photo))
        if file is None:
            message = msg("There is no file “{photo}” in content/static/.", photo=person.photo)
            names = _names(plan)
            mend = meant(person.photo, names) if names else msg("Put it there, or take `photo` out.")
            yield Found(message, place, Mend(mend))
        elif not _is_picture(file):
            message = msg("“{photo}” is no picture.", photo=person.photo)
            yield Found(message, place, Mend(msg("Name a picture: JPEG, PNG, WebP, AVIF, GIF or SVG.")))


def _names(plan: Plan) -> list[str]:
    return [name for name, file in plan.workspace.statics.items() if _is_picture(file)]


def _is_picture(file: StaticFile) -> bool:
    return is_picture(file.start)
