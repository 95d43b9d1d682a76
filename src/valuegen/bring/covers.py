"""The picture of a post, wherever its theme keeps it in the head of a post."""

from collections.abc import Iterator, Mapping

from valuegen.bring.parts import Value

NAMES = (
    "image",
    "cover",
    "featured_image",
    "featuredimage",
    "feature_image",
    "featureimage",
    "featured",
    "cover_image",
    "coverimage",
    "thumbnail",
    "banner",
    "images",
    "hero",
    "hero_image",
    "header_image",
    "og_image",
    "photo",
)
_SOURCES = ("image", "src", "path", "url", "file", "filename", "relative", "teaser", "overlay_image")
_AROUND = ("header", "params", "extra")
_SHOWN = ("cover", "feature", "featured", "featured-image", "thumbnail", "header", "hero")


def cover_of(raw: Mapping[str, Value]) -> tuple[str, str, str]:
    """The key under which the picture of a post stands ("" where it has none), its address, and its text."""
    for key, value in _places(raw):
        source, alt = _picture(value)
        if source and ("." in source or "/" in source):
            return key, source, alt or next((str(raw[one]) for one in ("image_alt", "alt") if _is_text(raw, one)), "")
    return "", "", ""


def _places(raw: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    yield from ((name, raw[name]) for name in NAMES if name in raw)
    for around in _AROUND:
        inner = raw.get(around)
        if isinstance(inner, Mapping):
            yield around, inner
            yield from ((around, inner[name]) for name in NAMES if name in inner)
    resources = raw.get("resources")
    for one in resources if isinstance(resources, tuple) else ():
        if isinstance(one, Mapping) and str(one.get("name", "")).casefold() in _SHOWN:
            yield "resources", one


def _picture(value: Value) -> tuple[str, str]:
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, str):
        return first.strip(), ""
    if not isinstance(first, Mapping):
        return "", ""
    source = next((str(first[key]) for key in _SOURCES if _is_text(first, key)), "")
    return source.strip(), next((str(first[key]) for key in ("alt", "caption") if _is_text(first, key)), "")


def _is_text(raw: Mapping[str, Value], key: str) -> bool:
    value = raw.get(key)
    return isinstance(value, str) and bool(value.strip())
