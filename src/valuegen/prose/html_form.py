"""A body as HTML for other programs than a browser: an email, with every style at its element, and a printed sheet.

Mail programs drop style sheets, classes and ids, and some know no margins of a box: so styles stand at each element,
what has an edge or a ground is a table, and nothing is fetched: a picture is its text in brackets.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from valuegen.prose.inline_text import said_by, shown_address
from valuegen.prose.tree import Node

_LETTERS = "font-family:Georgia,'Times New Roman',serif"
_INK, _SOFT, _LINE, _ACCENT, _WASH = "#241d17", "#665749", "#ddd0ba", "#9a3412", "#f3e8d3"
_CELL = f"padding:4px 12px 4px 0;border-bottom:1px solid {_LINE};text-align:left;vertical-align:top"
MAIL: Mapping[str, str] = {
    "p": "margin:0 0 16px 0",
    "h2": "margin:28px 0 12px 0;font-size:22px;line-height:28px;font-weight:bold",
    "h3": "margin:24px 0 10px 0;font-size:19px;line-height:26px;font-weight:bold",
    "h4": "margin:20px 0 8px 0;font-size:17px;line-height:26px;font-weight:bold",
    "h5": "margin:20px 0 8px 0;font-size:17px;line-height:26px;font-style:italic",
    "h6": "margin:20px 0 8px 0;font-size:17px;line-height:26px;font-style:italic",
    "ul": "margin:0 0 16px 0;padding:0 0 0 24px",
    "ol": "margin:0 0 16px 0;padding:0 0 0 24px",
    "li": "margin:0 0 6px 0",
    "a": f"color:{_ACCENT};text-decoration:underline",
    "code": "font-family:Consolas,Menlo,monospace;font-size:15px",
    "pre": f"margin:0 0 16px 0;padding:12px;background-color:{_WASH};white-space:pre-wrap;word-break:break-word;"
    "font-family:Consolas,Menlo,monospace;font-size:15px;line-height:22px",
    "hr": f"margin:24px 0;border:0;border-top:1px solid {_LINE}",
    "table": "margin:0 0 16px 0;border-collapse:collapse;font-size:16px;line-height:24px",
    "th": f"{_CELL};font-weight:bold",
    "td": _CELL,
    "sup": "font-size:12px;line-height:1",
    "quote": f"padding:4px 0 4px 16px;border-left:3px solid {_ACCENT};color:{_SOFT}",
    "aside": f"padding:14px 16px;background-color:{_WASH}",
    "box": "margin:0 0 16px 0;width:100%",
}
BARE: Mapping[str, str] = {}
"""Without styles: a page brings its own."""
_CLOSED = (
    '<meta name="robots" content="noindex, nofollow">\n<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
)
_KEPT = frozenset({"em", "strong", "code", "ul", "li", "h2", "h3", "h4", "h5", "h6", "thead", "tbody", "tr", "table"})


def html_of_tree(tree: Node, styles: Mapping[str, str] = BARE) -> str:
    """The HTML of a body with these styles, by tag; no class, id, script or picture in it."""
    return "".join(_written(tree.children, styles)).strip()


def on_paper(node: Node) -> Node:
    """The same with each link's address written out behind its words: on paper nobody can follow it."""
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            children.append(child)
        elif child.tag == "a" and child.kind != "footnote-back":
            children += _spelled(child)
        else:
            children.append(on_paper(child))
    return Node(node.tag, node.attributes, tuple(children))


def _spelled(link: Node) -> tuple[Node | str, ...]:
    address = shown_address(link.attributes.get("href", ""))
    is_said = not address or address in "".join(said_by(link))
    return on_paper(link).children if is_said else (*on_paper(link).children, f" ({address})")


@dataclass(frozen=True, slots=True)
class Mail:
    """An email: what `html_of_tree` gave, and what is around it. `preview`: the line that inboxes show."""

    inner: str
    subject: str
    preview: str
    language: str

    @property
    def document(self) -> str:
        """The whole of it, as it is sent: a column of at most 600 pixels."""
        return self._document("", self._body)

    @property
    def page(self) -> str:
        """The same as a page of the planner, to look at: it is not to be found, and fetches nothing.

        The subject stands above it, where a mail program shows it; it is not selected with the rest.
        """
        style = f"margin:0 auto;max-width:560px;padding:24px 20px 0 20px;{_LETTERS};font-size:20px;line-height:28px"
        style += f";color:{_SOFT};-webkit-user-select:none;user-select:none"
        subject = f'<h1 style="{style}">{escape(self.subject, quote=False)}</h1>'
        return self._document(_CLOSED, f'<div role="main">\n{subject}\n{self._body}</div>\n')

    def _document(self, metas: str, body: str) -> str:
        return (
            f'<!doctype html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{metas}'
            f"<title>{escape(self.subject, quote=False)}</title>\n</head>\n"
            f'<body style="margin:0;padding:0;background-color:#ffffff">\n{body}</body>\n</html>\n'
        )

    @property
    def _body(self) -> str:
        hidden = "display:none;max-height:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#ffffff"
        column = f"padding:24px 20px;{_LETTERS};font-size:17px;line-height:27px;color:{_INK};text-align:left"
        table = '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="{}">'
        said = escape(self.preview, quote=False)
        return (
            (f'<div style="{hidden}">{said}</div>\n' if said else "")
            + f'{table.format("width:100%;background-color:#ffffff")}\n<tr><td align="center" style="padding:0">\n'
            f"{table.format('width:100%;max-width:600px')}\n"
            f'<tr><td style="{column}">\n{self.inner}\n</td></tr>\n</table>\n</td></tr>\n</table>\n'
        )


def _written(nodes: Iterable[Node | str], styles: Mapping[str, str]) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, str):
            yield escape(node, quote=False)
        else:
            yield _element(node, styles)


def _element(node: Node, styles: Mapping[str, str]) -> str:
    inner = "".join(_written(node.children, styles))
    match node.tag:
        case "p" if node.kind == "label":
            return f"<p{_style(styles, 'p')}><strong>{inner}</strong></p>"
        case "p":
            return f"<p{_style(styles, 'p')}>{inner}</p>"
        case "br":
            return "<br>"
        case "figure":
            return f"<p{_style(styles, 'p')}>{inner}</p>"
        case "figcaption":
            return f"<br>{inner}"
        case "hr":
            return f"<hr{_style(styles, 'hr')}>"
        case "img":
            return f"<em>[{escape(node.attributes['alt'], quote=False)}]</em>" if node.attributes.get("alt") else ""
        case "a":
            return _link(node, inner, styles)
        case "sup":
            return "" if not inner else f"<sup{_style(styles, 'sup')}>[{''.join(said_by(node))}]</sup>"
        case "pre":
            return f"<pre{_style(styles, 'pre')}>{escape(''.join(said_by(node)), quote=False)}</pre>"
        case "ol":
            start = node.attributes.get("start")
            first = f' start="{int(start)}"' if start else ""
            return f"<ol{first}{_style(styles, 'ol')}>{inner}</ol>"
        case "th" | "td":
            scope = ' scope="col"' if node.tag == "th" else ""
            return f"<{node.tag}{scope}{_style(styles, node.tag, node.kind)}>{inner}</{node.tag}>"
        case "blockquote":
            return _boxed(inner, "quote", styles) if styles else f"<blockquote>{inner}</blockquote>"
        case "aside":
            return _boxed(inner, "aside", styles) if styles else f"<div>{inner}</div>"
        case "section":
            return f"<hr{_style(styles, 'hr')}>{inner}"
    return f"<{node.tag}{_style(styles, node.tag)}>{inner}</{node.tag}>" if node.tag in _KEPT else inner


def _link(node: Node, inner: str, styles: Mapping[str, str]) -> str:
    href = node.attributes.get("href", "")
    if node.kind == "footnote-back":
        return ""
    if not href or href.startswith("#"):
        return inner
    return f'<a href="{escape(href)}"{_style(styles, "a")}>{inner}</a>'


def _boxed(inner: str, name: str, styles: Mapping[str, str]) -> str:
    # Word, which draws the mails of Outlook, gives edges and grounds to cells alone.
    return (
        '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"'
        f"{_style(styles, 'box')}><tr><td{_style(styles, name)}>{inner}</td></tr></table>"
    )


def _style(styles: Mapping[str, str], name: str, align: str = "") -> str:
    style = styles.get(name, "")
    if style and align in ("right", "center"):
        style = style.replace("text-align:left", f"text-align:{align}")
    return f' style="{style}"' if style else ""
