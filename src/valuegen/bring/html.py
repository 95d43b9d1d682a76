"""HTML as WordPress keeps it (blocks, or lines without paragraphs) → Markdown."""

import re
from typing import Any

from valuegen.bring.bodies import attributes, without_comments
from valuegen.bring.parts import At, Refused
from valuegen.prose.entities import entities_shortened
from valuegen.prose.targets import refusal
from valuegen.words import msg

LONGEST = 1 << 20
_GONE = ("script", "style", "form", "noscript", "object")
_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|pre|blockquote|table|figure|hr|iframe|section|article|address|dl)\b", re.IGNORECASE
)
_CAPTION = re.compile(
    r"\[caption[^\]\[]*\]\s*((?:<a\b[^<>]*>)?<img\b[^<>]*>(?:</a>)?)([^\[]*)\[/caption\]", re.IGNORECASE
)
_OPEN = re.compile(r"<(?![^<>]*>)")
"""A sign that begins no tag: the parser would look for its end again and again, through all of the text."""
_LEADS = re.compile(r"(?=\](?:[(\[]|:\s))|(?=\[\^)")
"""Where a text that shows brackets would become a link, or what one leads to."""
_OPENS = re.compile(r"^(\s*\d*)(?=(?:#{1,6}|[>+-]|(?<=\d)[.)])(?:\s|$)|-{2,}\s*$)")
"""Where a text would become a heading, a list, a quotation, a line."""
_EMBED = re.compile(r"\[embed[^\]\[]*\]([^\[\s]+)\[/embed\]", re.IGNORECASE)
_MORE = re.compile(r"^[ \t]*(?:\[/?(?:vc_|et_pb_|fusion_)[^\]\[\n]*\])[ \t]*$", re.MULTILINE)


def markdown_of(html: str, at: At) -> str:
    """The text of a post as Markdown. Raises `Refused`."""
    from bs4 import BeautifulSoup

    if len(html) > LONGEST:
        raise Refused(at, msg("This text is larger than {most} MiB.", most=LONGEST >> 20))
    try:
        plain = _OPEN.sub("&lt;", _in_paragraphs(_shortcodes(without_comments(entities_shortened(html)))))
        soup = BeautifulSoup(plain, "html.parser")
        for tag in soup.find_all(_GONE):
            tag.decompose()
        for frame in soup.find_all(("iframe", "embed", "video", "audio")):
            _as_link(soup, frame)
        for link in soup.find_all("a", href=True):
            _as_text(link)
        made = _converter().convert_soup(soup)
    except RecursionError:
        raise Refused(at, msg("Its HTML is nested too deep.")) from None
    return re.sub(r"\n{3,}", "\n\n", str(made)).strip()


def _converter() -> Any:
    from markdownify import MarkdownConverter

    class Converter(MarkdownConverter):
        """Markdown of this dialect: a text with three colons opens no passage."""

        def escape(self, text: str, parent_tags: object) -> str:
            """A text, its signs no Markdown."""
            plain = super().escape(text, parent_tags)  # type: ignore[misc]
            return _OPENS.sub(r"\1\\", _LEADS.sub(r"\\", str(plain).replace(":::", "\\:::")))

    return Converter(heading_style="ATX", bullets="-")


def _as_text(link: Any) -> None:
    """A link that may not be followed (`javascript:void(0)`: a button of its theme) is the text that it had."""
    target = str(link["href"]).strip()
    if target.startswith("//"):
        link["href"] = f"https:{target}"
    elif target and refusal(target, "link") is not None:
        link.unwrap()


def _as_link(soup: object, frame: object) -> None:
    """What is shown from elsewhere, as a link to it."""
    source = str(frame.get("src") or "")  # type: ignore[attr-defined]
    if source.startswith("//"):
        source = f"https:{source}"
    if not source.startswith(("http://", "https://")):
        frame.decompose()  # type: ignore[attr-defined]
        return
    link = soup.new_tag("a", href=source)  # type: ignore[attr-defined]
    link.string = source
    frame.replace_with(link)  # type: ignore[attr-defined]


def _shortcodes(html: str) -> str:
    html = _CAPTION.sub(lambda found: f"<p>{_with_title(found[1], found[2])}</p>", html)
    return _MORE.sub("", _EMBED.sub(r'<a href="\1">\1</a>', html))


def _with_title(image: str, caption: str) -> str:
    """A picture whose caption is its title, as a figure is written here."""
    plain = re.sub(r"<[^<>]*>", "", caption).strip().replace('"', "”")
    said = attributes(image)
    alt = said.get("alt", "").replace('"', "”")
    return f'<img src="{said.get("src", "")}" alt="{alt}" title="{plain}">' if plain else image


def _in_paragraphs(html: str) -> str:
    """Lines with a blank line between them are paragraphs, as WordPress shows them; code stays as it is."""
    if re.search(r"<p[\s>]", html):
        return html
    made: list[str] = []
    at, html = 0, html.replace("\r\n", "\n")
    while (start := html.find("<pre", at)) >= 0 and (end := html.find("</pre>", start)) >= 0:
        made += [_of_lines(html[at:start]), html[start : end + len("</pre>")]]
        at = end + len("</pre>")
    return "".join((*made, _of_lines(html[at:])))


def _of_lines(html: str) -> str:
    return "\n".join(map(_paragraph, re.split(r"\n[ \t]*\n", html)))


def _paragraph(text: str) -> str:
    if not text.strip() or _BLOCK.match(text):
        return text
    return f"<p>{'<br>'.join(text.strip().split(chr(10)))}</p>"
