"""What is private stays in planner/, and the planner asks nothing of anybody: read off every file of a built site.

The canary stands in every field about a client that a workspace has, and in what is not published yet.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench import Bench, MiniWorkspace

FILES = {
    "content/people.yaml": """
        irene: {name: Irene Vidal, role: principal, email: irene@levadura.example}
        tomas: {name: Tomás Gil, email: tomas@levadura.example}
        """,
    "content/segments.yaml": """
        panaderias: {name: Panaderías de barrio, owner: irene, channels: [blog, whatsapp, email]}
        """,
    "content/private/contacts.yaml": """
        - id: zutana
          name: Zutana Mengánez Canaria
          segments: [panaderias]
          stage: buyer
          channel: whatsapp
          phone: "+57 300 987 6543"
          email: zutana.canaria@horno.example
          about: Le duelen las manos canarias por la mañana temprano.
          cares_about: [canarios]
          dates: {birthday: 1980-12-05, "abrió su horno canario": 2019-12-20}
          pauses: [{from: 2027-05-01, to: 2027-05-09, why: Duelo canario}]
          agreed: {on: 2025-03-02, how: En la feria canaria}
          came_by: vecina canaria
        - {id: fulano, name: Fulano Canario, segments: [panaderias], email: fulano@canario.example, opted_out: true}
        - {id: mengano, name: Mengano Canario, segments: [panaderias], email: mengano@canario.example, channel: email}
        """,
    "content/private/needs.yaml": """
        - {id: masa-canaria, heard: 2026-11-25, from: zutana, where: visit, segment: panaderias,
           asked: Un curso canario, needs: Saber cuánta harina canaria tira sin otra planilla}
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-02, contact: zutana, by: irene, channel: visit, what: coffee, note: Molino canario}
        - {date: 2026-11-03, contact: zutana, what: sale, amount: 120 EUR, note: Venta canaria}
        - {date: 2026-11-04, contact: zutana, what: testimonial, quote: Un canario muy contento con la harina de hoy}
        - {date: 2026-11-28, contact: zutana, channel: whatsapp, what: reply, entry: harina, note: Preguntó canario}
        - {date: 2026-11-29, contact: mengano, what: lost, why: price, note: Muy canario}
        """,
    "content/calendar/2027.yaml": """
        - {date: 2026-12-03T09:30, title: Visita canaria, slug: visita-canaria, contacts: [zutana], kind: conversation,
           channels: [whatsapp], status: ready, ask: ¿Y el canario?, text: Hola canaria}
        - {date: 2026-12-10, title: Boletín canario, slug: boletin-canario, segments: [panaderias], kind: industry,
           channels: [newsletter, email, whatsapp], status: ready, ask: ¿Y el canario?, answers: [masa-canaria],
           text: Texto canario de un boletín}
        - {date: 2026-12-15, title: Post canario, slug: post-canario, segments: [panaderias], kind: reference,
           ask: ¿Qué?, text: Un texto canario que se publicará}
        - {date: 2026-11-20, title: Borrador canario, slug: borrador-canario, segments: [panaderias], kind: industry,
           status: draft, ask: ¿Qué?, text: Un borrador canario}
        """,
}
CANARIES = ("canari", "zutana", "mengán", "mengan", "fulano", "9876543", "987 6543")
# What a review may show of the calendar is there; of clients, nothing.
OF_CLIENTS = (
    "zutana",
    "mengán",
    "mengano",
    "fulano",
    "9876543",
    "987 6543",
    "molino",
    "harina canaria",
    "curso canario",
)
LOADING = frozenset(
    "src srcset data poster background action formaction manifest cite longdesc ping icon profile".split()
)
RELATIVE_ONLY = frozenset({"link", "use", "image", "script", "img", "area", "base"})


@pytest.fixture(scope="module")
def canaries(tmp_path_factory: pytest.TempPathFactory) -> tuple[MiniWorkspace, str]:
    """The site, and all that the build said."""
    work = Bench(tmp_path_factory.mktemp("private")).workspace(FILES)
    done = work.run("build", "--review", "review.html", NO_COLOR="1")
    assert done.exit == 0, done.err
    return work, done.out + done.err


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    work = Bench(tmp_path_factory.mktemp("example")).example()
    assert work.run("build", "--quiet").exit == 0
    return work


@pytest.fixture(params=["canaries", "example"])
def planner(request: pytest.FixtureRequest) -> Path:
    """The private tree of each."""
    found = request.getfixturevalue(request.param)
    work = found[0] if isinstance(found, tuple) else found
    return Path(work.root / "site/planner")


def readings(data: bytes) -> Iterator[str]:
    """A file as it stands, and with what hides words in it undone."""
    text = data.decode("utf-8", "replace").lower()
    yield text
    yield html.unescape(text)
    yield unquote(text)
    yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def held(data: bytes, words: tuple[str, ...]) -> set[str]:
    return {word for word in words for text in readings(data) if word in text}


# ---- nothing of a client outside planner/


def test_the_canaries_are_in_the_planner(canaries: tuple[MiniWorkspace, str]) -> None:
    """Or else the tests below would show nothing."""
    files = [path for path in (canaries[0].root / "site/planner").rglob("*") if path.is_file()]
    found = {word for path in files for word in held(path.read_bytes(), CANARIES)}
    assert found == set(CANARIES)
    tables = [path.name for path in files if path.suffix == ".csv"]
    assert {"2026-12-10-boletin-canario.newsletter.csv", "reminders.csv"} <= set(tables)
    kinds = {path.suffix for path in files}
    assert kinds == {".html", ".css", ".js", ".json", ".ics", ".csv", ".md"}


def test_nothing_of_them_is_anywhere_else_in_the_site(canaries: tuple[MiniWorkspace, str]) -> None:
    site = canaries[0].root / "site"
    for path in site.rglob("*"):
        place = path.relative_to(site)
        if not path.is_file() or place.parts[0] == "planner":
            continue
        if place.parts[0] == "public":
            assert not held(path.read_bytes() + str(place).encode(), CANARIES), place
        else:  # the marker: it names the files of both trees, whose names are ids
            assert not held(path.read_bytes(), ("mengán", "9876543", "987 6543", "molino", "@")), place


def test_the_review_says_nothing_of_them(canaries: tuple[MiniWorkspace, str]) -> None:
    review = canaries[0].read("review.html").encode()
    assert held(review, ("boletín canario",))
    assert not held(review, OF_CLIENTS)


def test_what_a_build_says_holds_no_word_of_theirs(canaries: tuple[MiniWorkspace, str]) -> None:
    """On a screen that others see, in the log of a CI: ids at most."""
    assert not held(
        canaries[1].encode(), ("mengán", "mengano canario", "9876543", "987 6543", "molino", "@horno", "curso")
    )


def test_who_opted_out_is_in_no_table_nor_reminder(canaries: tuple[MiniWorkspace, str]) -> None:
    top = canaries[0].root / "site/planner"
    files = [*top.rglob("*.csv"), *top.glob("reminders*"), *top.glob("outbox/*.html")]
    assert len(files) > 8
    for path in files:
        assert not held(path.read_bytes(), ("fulano",)), path.name


def test_a_table_of_recipients_has_the_people_who_receive_it_and_no_more_of_them(
    canaries: tuple[MiniWorkspace, str],
) -> None:
    table = canaries[0].read("site/planner/outbox/2026-12-10-boletin-canario.newsletter.csv")
    assert "Zutana Mengánez Canaria" in table
    for word in ("987 6543", "9876543", "manos", "Molino", "1980"):
        assert word not in table


# ---- the planner's pages


def pages(planner: Path) -> Iterator[tuple[PurePosixPath, LexborHTMLParser]]:
    found = sorted(planner.rglob("*.html"))
    assert len(found) > 25
    for path in found:
        yield PurePosixPath(path.relative_to(planner).as_posix()), LexborHTMLParser(path.read_text("utf-8"))


def meta(tree: LexborHTMLParser, name: str) -> str:
    found = tree.css(f'meta[name="{name}"], meta[http-equiv="{name}"]')
    assert len(found) == 1, name
    return found[0].attributes["content"] or ""


def test_every_page_is_kept_out_of_searches_and_tells_nobody_where_one_came_from(planner: Path) -> None:
    for page, tree in pages(planner):
        assert {"noindex", "nofollow"} <= set(re.split(r"[,\s]+", meta(tree, "robots"))), page
        assert meta(tree, "referrer") == "no-referrer", page
        assert not tree.css("[referrerpolicy]"), page


def test_every_page_has_a_policy_that_lets_nothing_out(planner: Path) -> None:
    for page, tree in pages(planner):
        policy = meta(tree, "Content-Security-Policy")
        rules = {name: set(values) for name, *values in (part.split() for part in policy.split(";") if part.strip())}
        assert rules["default-src"] == {"'none'"}, page
        assert rules["base-uri"] == {"'none'"}, page
        assert rules["form-action"] == {"'none'"}, page
        sources = {value for name, values in rules.items() for value in values}
        # an email as it will be seen has its styles with it, since mail programs take no others; and no script
        allowed = (
            {"'none'", "'self'", "data:"} if page.parts[:2] != ("outbox", "mail") else {"'none'", "'unsafe-inline'"}
        )
        assert sources <= allowed, page
        assert rules.get("script-src", {"'none'"}) <= {"'self'", "'none'"}, page
        first = tree.css_first("head")
        assert first is not None
        before = [node.tag for node in first.iter()][: [node.tag for node in first.iter()].index("meta") + 5]
        assert "script" not in before, page
        assert "link" not in before, page


def test_no_attribute_of_any_page_loads_from_anywhere_else(planner: Path) -> None:
    """Every attribute of every element is looked at: what loads names a file of the planner that is there."""
    for page, tree in pages(planner):
        for node in tree.css("*"):
            for name, value in node.attributes.items():
                _look(planner, page, node, name.lower(), value or "")


def _look(planner: Path, page: PurePosixPath, node: Any, name: str, value: str) -> None:
    at = (str(page), node.tag, name, value[:200])
    assert not name.startswith("on"), at
    assert name not in ("ping", "srcdoc", "formaction", "background", "manifest", "xml:base"), at
    if name == "style":
        assert page.parts[:2] == ("outbox", "mail"), at
        assert "url(" not in value.lower(), at
        assert "expression" not in value.lower(), at
    if name == "http-equiv":
        assert value == "Content-Security-Policy", at
    if name == "rel":
        kinds = {"stylesheet", "icon"} if node.tag == "link" else {"next", "prev", "noopener", "noreferrer"}
        assert set(value.split()) <= kinds, at
    is_link = name in ("href", "xlink:href")
    if name in LOADING or (is_link and node.tag in RELATIVE_ONLY):
        target = urlsplit(value)
        assert (target.scheme, target.netloc) == ("", ""), at
        assert (planner / normpath(page.parent / unquote(target.path))).is_file(), at
    elif is_link:
        assert node.tag == "a", at
        assert urlsplit(value).scheme in ("", "http", "https", "mailto", "tel", "sms"), at
        assert not value.startswith("//"), at


def test_nothing_is_embedded(planner: Path) -> None:
    for page, tree in pages(planner):
        assert not tree.css("iframe, frame, object, embed, form, base, portal, applet, audio, video, source, track"), (
            page
        )
        assert not tree.css("script:not([src])"), page


def test_styles_and_scripts_ask_for_nothing(planner: Path) -> None:
    styles, scripts = sorted(planner.rglob("*.css")), sorted(planner.rglob("*.js"))
    assert styles
    assert scripts
    for path in styles:
        text = path.read_text("utf-8").lower()
        assert "@import" not in text, path.name
        for address in re.findall(r"url\(\s*['\"]?([^'\")]*)", text):
            assert address.startswith("data:") or not urlsplit(address).netloc, (path.name, address)
            assert not address.startswith(("http", "//")), (path.name, address)
    ways = r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|Worker|RTCPeerConnection|eval)\b"
    for path in scripts:
        text = path.read_text("utf-8")
        if path.name == "search-data.js":  # data alone: the words in it are the workspace's own
            assert re.match(r"^[\w.\s=\"']+[\[{]", text), path.name
            continue
        assert not re.search(ways, text), path.name
        assert not re.search(r"\bimport\s*\(|new\s+Image\b|https?://(?!www\.w3\.org/)", text), path.name


def test_no_page_of_the_public_tree_knows_of_the_planner(canaries: tuple[MiniWorkspace, str]) -> None:
    for path in (canaries[0].root / "site/public").rglob("*.html"):
        for node in LexborHTMLParser(path.read_text("utf-8")).css("[href], [src]"):
            assert "planner" not in (node.attributes.get("href") or node.attributes.get("src") or ""), path.name
