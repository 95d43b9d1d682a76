"""The template that translators begin with: `src/valuegen/locale/public.pot`, all that the public pages say.

`python tools/catalogues.py` writes it with the rest; a test holds it in step.
"""

import io
from collections.abc import Iterable

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

NAME = "public.pot"
PLACES = (
    "themes/",
    "src/valuegen/pages/",
    "src/valuegen/prose/labels.py",
    "src/valuegen/plan/addresses.py",
    "src/valuegen/render/",
)
NOT_PUBLIC = (
    *("src/valuegen/pages/" + name for name in ("planner/", "review", "balance_words", "reminder", "recipients")),
    *("src/valuegen/render/" + name for name in ("tables", "calendar_file", "templates", "theme", "assets", "foreign")),
)
HEAD = """\
# Everything that the public pages say. Copy it to locale/LANG.po (ca.po, pt-BR.po), and write the
# translations between the quotes after msgstr. What stands in braces, or between %( and )s, stays as it is.
# Sentences with the context "address" become a part of an address: lower-case letters, digits, hyphens.\
"""


def is_public(place: str) -> bool:
    """Whether a sentence that stands there is said in the public pages."""
    if place.startswith("themes/"):
        return not any(part.startswith(("planner", "review")) for part in place.split("/")[2:3])
    return place.startswith(PLACES) and not place.startswith(NOT_PUBLIC)


def template(said: Iterable[tuple[tuple[str | None, tuple[str, ...]], str]]) -> bytes:
    """The .pot file of all that is said and where: of what is public, by place, without dates or versions."""
    made = Catalog(charset="utf-8", fuzzy=False)
    found = {(place.rpartition(":")[0], context or "", ids) for (context, ids), place in said if is_public(place)}
    for place, context, ids in sorted(found):
        made.add(ids if len(ids) > 1 else ids[0], locations=[(place, 1)], context=context or None)
    target = io.BytesIO()
    write_po(target, made, width=110, omit_header=True, include_lineno=False)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return f"{HEAD}\n{head}".encode() + target.getvalue()
