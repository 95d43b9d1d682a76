"""What is private, by every way out: whatever the way, nothing of it is published, and what is said names an id alone.

That it is found in every coding and in every sort of file is told by tests/leaks; that no page of a good workspace has
it, by tests/test_planner_private.py. Here somebody tries to get it out.
"""

import base64
import html
import re
import struct
import unicodedata
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from picture_samples import drawing, saved

from bench import Bench, MiniWorkspace
from tests.hostile.case_files import Case, laid_out

NAME, EMAIL, PHONE = "Rosa Quiñones Baute", "rosa.quinones@horno.example", "+57 312 555 0148"
ABOUT, NOTE = "Decide con su hermana y prefiere", "Cambió de molino por el ruido"
ASKED, QUOTE = "Saber cuánta harina tira sin llevar", "Le mandé la tabla de hidratación"
KINDS = {"name": NAME, "email": EMAIL, "phone": PHONE, "about": ABOUT, "note": NOTE, "need": ASKED, "log": QUOTE}
POST = """- date: 2026-11-28
  title: {title}
  slug: {slug}
  segments: [panaderias]
  kind: industry
  topics: [{topic}]
  status: done
  ask: {ask}
  summary: {summary}
  image: {{src: img/saco.svg, alt: {alt}, credit: {credit}}}
  text: |
    {text}
"""
PLAIN = dict.fromkeys(("title", "topic", "ask", "summary", "alt", "credit", "text"), "Hola")
CODED = {
    "as it is": lambda text: text,
    "capitals": str.upper,
    "without accents": lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode(),
    "soft hyphens": lambda text: "\u00ad".join(text),
    "zero widths": lambda text: "\u200b".join(text),
    "entities": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "percent": lambda text: f"[a](https://x.example/{quote(text, safe='')})",
    "base64": lambda text: base64.b64encode(f"aquí: {text}".encode()).decode(),
    "hexadecimal": lambda text: text.encode().hex(),
    "emphasis": lambda text: f"{text[:3]}**{text[3:6]}**{text[6:]}",
    "code": lambda text: f"`{text}`",
    "a comment": lambda text: f"<!-- {text} -->",
    "an address": lambda text: f"[a](https://wa.me/?text={quote(text)})",
    "a link's title": lambda text: f'[a](https://x.example "{text}")',
    "a footnote": lambda text: f"Hola[^a]\n\n    [^a]: {text}",
    "a table": lambda text: "| " + " | ".join(text.split()) + " |\n    " + "|---" * len(text.split()) + "|",
}


def post(**values: str) -> str:
    return POST.format(**{**PLAIN, "slug": "prueba", **values})


def tried(bench: Bench, files: dict[str, str | bytes]) -> MiniWorkspace:
    work = laid_out(bench, Case("", ""))
    for path, data in files.items():
        work.write(path, data.encode() if isinstance(data, str) else data)
    return work


def refused(work: MiniWorkspace) -> None:
    """Nothing is published, the rule says why, and no word of it is in what is said."""
    done = work.run("build", "--review", "review.html", NO_COLOR="1")
    assert done.exit == 1, done.err
    assert "private-leak" in done.err
    assert not (work.root / "site").exists()
    forms = [work.run("check", "--format", form).out for form in ("github", "gitlab", "sarif", "junit", "json")]
    for one in work.findings("private-leak"):
        assert one["contact"] in ("rosa", "ana") or one["need"], one
        assert not held(str(one).encode()), one
    for text in forms:
        assert not held("\n".join(re.findall(r"private-leak[^\n]*", text)).encode())


def held(data: bytes) -> list[str]:
    """What of the private words is in some bytes, codings undone."""
    text = data.decode("utf-8", "replace").casefold()
    readings = [text, html.unescape(text), unquote(text), text.replace("\u00ad", "")]
    return [word for word in KINDS.values() for one in readings if word.casefold() in one]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`make test` hides one kind of thing in each place, `make hostile` all."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", KINDS if metafunc.config.getoption("--all") else ["name"])


@pytest.mark.parametrize("coding", CODED)
def test_in_a_body(coding: str, kind: str, bench: Bench) -> None:
    if coding == "without accents" and KINDS[kind] == PHONE:
        return
    refused(tried(bench, {"content/calendar/x.yaml": post(text=CODED[coding](KINDS[kind]))}))


@pytest.mark.parametrize("field", ["title", "topic", "ask", "summary", "alt", "credit"])
def test_in_a_field(field: str, kind: str, bench: Bench) -> None:
    refused(tried(bench, {"content/calendar/x.yaml": post(**{field: f'"Hola, {KINDS[kind]}"'})}))


def zipped(text: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", f"<p>{text}</p>")
    return out.getvalue()


PICTURE = saved(drawing(20, 20), "PNG")
STATICS = {
    "text.txt": lambda text: text.encode(),
    "wide.txt": lambda text: text.encode("utf-16"),
    "drawing.svg": lambda text: f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{text}</desc></svg>'.encode(),
    "picture.png": lambda text: PICTURE[:33] + chunk(b"tEXt", b"Comment\0" + text.encode("latin-1")) + PICTURE[33:],
    "paper.docx": zipped,
    "data.json": lambda text: str({"a": text}).replace("'", '"').encode(),
    "_redirects": lambda text: f"/a /b?x={quote(text)} 301\n".encode(),
    "_headers": lambda text: f"/*\n  X-Client: {quote(text)}\n".encode(),
    ".well-known/security.txt": lambda text: f"Contact: {text}".encode(),
    "cache/leaves-x.sqlite": lambda text: b"SQLite format 3\0" + text.encode(),
}


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("name", STATICS)
def test_in_a_file_that_is_copied(name: str, bench: Bench) -> None:
    """It is refused; or, as metadata of a picture, taken out."""
    for number, kind in enumerate(("phone", "about")):
        inner = Bench(bench.folder / str(number))
        inner.folder.mkdir()
        work = tried(inner, {f"content/static/{name}": STATICS[name](KINDS[kind])})
        done = work.run("build", "--quiet", NO_COLOR="1")
        public = [path for path in (work.root / "site/public").rglob("*") if path.is_file()]
        assert done.exit == 1 or not [path for path in public if held(path.read_bytes())], (name, kind)
        assert not held(done.err.encode()), done.err


def test_in_names_of_files_and_addresses(bench: Bench) -> None:
    slug = "rosa-quinones-baute"
    for number, files in enumerate((
        {"content/calendar/x.yaml": post(slug=slug)},
        {f"content/static/{slug}.txt": "a"},
        {f"content/static/{slug}/a.txt": "a"},
        {"content/calendar/x.yaml": post().replace("  status", f"  aliases: [{slug}]\n  status")},
    )):  # fmt: skip
        inner = Bench(bench.folder / str(number))
        inner.folder.mkdir()
        refused(tried(inner, files))


def test_drafts_and_what_is_to_come_are_nowhere(bench: Bench) -> None:
    secret = "Una frase que nadie debe leer todavía"
    later = post(slug="luego", text=secret, title=f'"{secret}"').replace("2026-11-28", "2026-12-28")
    draft = post(slug="borrador", text=secret, summary=f'"{secret}"').replace("done", "draft")
    work = tried(bench, {"content/calendar/x.yaml": later.replace("done", "ready") + draft})
    assert work.run("build").exit == 0
    for path in (work.root / "site/public").rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes(), path
        assert path.name not in ("luego", "borrador")


def test_comments_and_unknown_keys_are_nowhere(bench: Bench) -> None:
    secret = "Comentario de quien escribe"
    files = {
        "content/calendar/x.yaml": f"# {secret}\n" + post(),
        "content/posts/x.md": f"---\ntitle: Otra\ndate: 2026-11-20\nzzinterno: {secret}  # {secret}\n---\n¿Sí?\n",
        "content/segments.yaml": f"# {secret}\n"
        + (Path(__file__).parent / "base/content/segments.yaml").read_text("utf-8"),
    }
    work = tried(bench, files)
    done = work.run("build")
    assert done.exit == 0, done.err
    for path in (work.root / "site").rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes(), path
