"""What is made of a page without a template: `Page.form` → a function of its view. One explicit table."""

from collections.abc import Callable, Mapping
from typing import Any

from valuegen.render.calendar_file import calendar_file
from valuegen.render.data_file import data_file
from valuegen.render.drawing_forms import icon
from valuegen.render.feeds import atom, json_feed
from valuegen.render.forward import forward
from valuegen.render.pictures import as_published, resized
from valuegen.render.sitemap import sitemap, sitemap_index
from valuegen.render.tables import csv_file, json_file, markdown_file, recipients_file

Form = Callable[[Any], bytes]


def plain_bytes(view: bytes) -> bytes:
    """A file that is copied as it is."""
    return view


def plain_text(view: str) -> bytes:
    """A text, as UTF-8."""
    return view.encode("utf-8", "replace")


FORMS: Mapping[str, Form] = {
    "bytes": plain_bytes,
    "program": plain_bytes,
    "text": plain_text,
    "file": as_published,
    "stored": as_published,
    "picture": resized,
    "icon": icon,
    "atom": atom,
    "json-feed": json_feed,
    "sitemap": sitemap,
    "sitemap-index": sitemap_index,
    "forward": forward,
    "ics": calendar_file,
    "csv": csv_file,
    "recipients": recipients_file,
    "md": markdown_file,
    "json": json_file,
    "data": data_file,
}
