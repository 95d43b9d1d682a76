"""The text of a post without what only its generator knows: shortcodes, Liquid, Pelican's placeholders, HTML."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from valuegen.bring.parts import At, Left
from valuegen.bring.refs import Linked, Lost, with_links
from valuegen.prose.entities import entities_undone
from valuegen.words import Message, msg

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TICKS = re.compile(r"`+")
_IMAGE = re.compile(r"<img\b([^<>]*)>", re.IGNORECASE)
_FIGURE = re.compile(r"\{\{[<%]\s*figure\s+([^{}]*)[%>]\}\}")
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LINK = re.compile(r"<a\b([^<>]*)>([^<]*)</a>", re.IGNORECASE)
_FAR = re.compile(r"!\[((?:[^\]\[\n\\]|\\.)*)\]\(<?((?:https?:)?//[^)\s>]+)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)")
_OPENED = re.compile(r"^[ \t]*(?:\{\{[<%]\s*highlight|\{%-?\s*highlight)\s+([\w+#-]+).*$", re.MULTILINE)
_CLOSED = re.compile(r"^[ \t]*(?:\{\{[<%]\s*/highlight\s*[%>]\}\}|\{%-?\s*endhighlight\s*-?%\})[ \t]*$", re.MULTILINE)
_NOTHING = re.compile(
    r"\{\{\s*site\.(?:baseurl|url)\s*\}\}|\{%-?\s*(?:end)?raw\s*-?%\}|\{(?:static|attach)\}|\|static\|"
)
_FILTERED = re.compile(
    r"""\{\{\s*["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.baseurl)\s*\}\}"""
)
_FILENAME = re.compile(r"(?:\{filename\}|\|filename\|)([^\s)>\"]+)")
_ATTRIBUTES = re.compile(r"^\{:[^}\n]*\}[ \t]*$\n?|(?<=\))\{:[^}\n]*\}", re.MULTILINE)
_SIMPLE = (
    (re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE), "\\\\\n"),
    (re.compile(r"</?(?:strong|b)>", re.IGNORECASE), "**"),
    (re.compile(r"</?(?:em|i)>", re.IGNORECASE), "*"),
    (re.compile(r"</?(?:p|center|span|u|small|figure)(?:\s[^<>]*)?>", re.IGNORECASE), ""),
)
_ODD = re.compile(r"\{\{[<%]\s*/?\s*([\w-]+)|\{%-?\s*([\w-]+)|\{\{-?\s*([\w.]+)")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)(?:\s[^<>\n]*)?/?>", re.IGNORECASE)


def cleaned(text: str, at: At, linked: Linked, home: str, looks: list[Left]) -> str:
    """A text as it is written here; what stays and will be shown as text is told, each where it stands first.

    `home`: the host of its blog.
    """
    written = text
    text = _CLOSED.sub("```", _OPENED.sub(lambda found: f"```{found[1].lower()}", text))
    made: list[str] = []
    lost: list[Lost] = []
    for is_code, piece in _pieces(text):
        made.append(piece if is_code else _prose(piece, linked, home, lost))
    whole = "".join(made)
    looks += dict.fromkeys(Left(place_in(written, one.written, at), one.why) for one in lost)
    looks += _shown(whole, written, at)
    return whole.strip("\n")


def _pieces(text: str) -> list[tuple[bool, str]]:
    """The text in turns of prose and of code in fences."""
    pieces: list[tuple[bool, list[str]]] = [(False, [])]
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        if fence:
            pieces[-1][1].append(line)
            if found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
                pieces.append((False, []))
        elif found:
            fence = found[1]
            pieces.append((True, [line]))
        else:
            pieces[-1][1].append(line)
    return [(is_code, "".join(lines)) for is_code, lines in pieces]


def _prose(text: str, linked: Linked, home: str, lost: list[Lost]) -> str:
    """Prose without foreign marks; code within a line stays as it is."""
    text, held = _without_code(text.replace("\ue000", ""))
    text = without_comments(text)
    text = _FIGURE.sub(_image, text)
    text = with_links(_NOTHING.sub("", text), linked, lost)
    text = _FILENAME.sub(lambda found: post.target if (post := linked(found[1])) else found[1], text)
    text = _ATTRIBUTES.sub("", _FILTERED.sub(r"\1", text))
    text = _IMAGE.sub(_image, text)
    text = _LINK.sub(_anchor, text)
    text = _FAR.sub(lambda found: _far(found, home), text)
    for form, instead in _SIMPLE:
        text = form.sub(instead, text)
    return re.sub("\ue000(\\d+)\ue001", lambda found: held[int(found[1])], text)


def _without_code(text: str) -> tuple[str, list[str]]:
    """The text with numbers in the place of code within its lines, and that code."""
    runs = list(_TICKS.finditer(text))
    later: dict[int, list[int]] = {}
    for number in range(len(runs) - 1, -1, -1):
        later.setdefault(len(runs[number][0]), []).append(number)
    made: list[str] = []
    held: list[str] = []
    at = number = 0
    while number < len(runs):
        same = later[len(runs[number][0])]
        while same and same[-1] <= number:
            same.pop()
        if same:
            made += [text[at : runs[number].start()], f"\ue000{len(held)}\ue001"]
            held.append(text[runs[number].start() : runs[same[-1]].end()])
            at, number = runs[same[-1]].end(), same[-1]
        number += 1
    return "".join((*made, text[at:])), held


def without_comments(text: str) -> str:
    """The text without the comments of HTML that end."""
    made, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        made.append(text[at:start])
        at = end + 3
    return "".join((*made, text[at:]))


def attributes(text: str) -> Mapping[str, str]:
    """The attributes of a tag, or of a shortcode."""
    found = _ATTRIBUTE.finditer(text)
    return {one[1].lower(): entities_undone(one[2] or one[3] or one[4] or "") for one in found}


def _image(found: re.Match[str]) -> str:
    said = attributes(found[1])
    alt = " ".join((said.get("alt") or said.get("caption") or said.get("title") or "").split())
    caption = " ".join((said.get("caption") or said.get("title") or "").split()).replace('"', "”")
    title = f' "{caption}"' if caption else ""
    return f"![{_escaped(alt)}]({_target(said.get('src', ''))}{title})" if said.get("src") else ""


def _far(found: re.Match[str], home: str) -> str:
    """A picture of the blog's own without its host; one of another site as a link: pages here ask nobody else."""
    own = path_of(found[2], home)
    return found[0].replace(found[2], own) if own else f"[{found[1] or found[2]}]({_target(found[2])})"


def host_of(address: str) -> str:
    """The host of a whole address, as hosts are compared; "" where it has none."""
    try:
        return _host(urlsplit(address).netloc)
    except ValueError:
        return ""


def _host(netloc: str) -> str:
    return netloc.removeprefix("www.").casefold()


def path_of(address: str, home: str) -> str | None:
    """The path of a whole address on a host, with what follows it; None for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not home or _host(parts.netloc) != home:
        return None
    return parts._replace(scheme="", netloc="").geturl()


def inner_of(target: str, home: str) -> str | None:
    """A link inside the old site, from its root or relative; None where it leads elsewhere, or within its own text."""
    inner = path_of(target, home)
    if inner is not None:
        return inner or "/"
    return None if re.match(r"[a-z][a-z0-9+.-]*:|[#?]|//", target, re.IGNORECASE) or not target else target


def _anchor(found: re.Match[str]) -> str:
    target = attributes(found[1]).get("href", "")
    return f"[{found[2]}]({_target(target)})" if target else found[2]


def _escaped(text: str) -> str:
    return text.replace("[", "\\[").replace("]", "\\]")


def _target(address: str) -> str:
    address = address.strip()
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _shown(text: str, written: str, at: At) -> Iterator[Left]:
    """What means nothing here and will be seen by readers: each name once."""
    told: set[str] = set()
    for is_code, piece in _pieces(text):
        for row in piece.split("\n") if not is_code else ():
            plain, _ = _without_code(row)
            for odd in _ODD.finditer(plain):
                name = next(filter(None, odd.groups()), "")
                if name.removeprefix("end") not in told:
                    told.add(name)
                    why = msg(
                        "“{name}” means something to the program of the old blog alone: here it shows as text.",
                        name=name,
                    )
                    yield Left(place_in(written, odd[0], at), why)
            for tag in _TAG.finditer(plain):
                name = tag[1].lower()
                if f"<{name}>" not in told:
                    told.add(f"<{name}>")
                    yield Left(place_in(written, tag[0], at), msg("HTML (<{name}>) shows as text here.", name=name))


def of_the_old(name: str) -> Message:
    """What to say of a shortcode and its like."""
    return msg("“{name}” means something to the program of the old blog alone: here it shows as text.", name=name)


def place_in(written: str, said: str, at: At) -> At:
    """The line on which something stands first in a text that begins at a place; that place where it does not."""
    before, found, _ = written.partition(said)
    return At(at.file, at.line + before.count("\n")) if found else at
