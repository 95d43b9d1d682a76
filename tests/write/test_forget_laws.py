"""`forget`, on workspaces written in every way that they can be: what has to go goes, and nothing else, to the byte.

The random workspaces are made of pieces that know how they read without the client, so that what comes out is
compared with a whole text that was made in another way.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bench import SMALLEST, Bench
from valuegen.read.workspace import read_workspace
from valuegen.write.forget import forgetting
from valuegen.write.forget_check import is_same_but
from valuegen.write.several import written

ROSA = {
    "name": "Rosa Díaz",
    "segments": "[panaderias]",
    "phone": '"+57 300 111 2233"',
    "email": "rosa@horno.example",
    "about": "Decide con su hermana.",
}
OTHERS = ("ana", "luis")


@dataclass(frozen=True)
class Piece:
    """A stretch of a file as it stands, and without the client."""

    now: str
    then: str


def file_of(pieces: Sequence[Piece]) -> tuple[str, str]:
    return "".join(piece.now for piece in pieces), "".join(piece.then for piece in pieces)


def record(keys: dict[str, str], style: str, comment: str = "") -> str:
    """An item of a list: on one line, over two lines, or a key a line."""
    pairs = [f"{key}: {value}" for key, value in keys.items()]
    tail = f"   # {comment}" if comment else ""
    if style == "flow":
        return f"- {{{', '.join(pairs)}}}{tail}\n"
    if style == "wrapped":
        return f"- {{{pairs[0]},{tail}\n   {', '.join(pairs[1:])}}}\n"
    return f"- {pairs[0]}{tail}\n" + "".join(f"  {pair}\n" for pair in pairs[1:])


STYLES = st.sampled_from(["flow", "wrapped", "block"])
COMMENTS = st.sampled_from(["", "", "larga", "¿y esto, qué?", "🥖 - {a: [b]}, 'c' \u2028 d"])
BETWEEN = st.sampled_from(["", "", "\n", "# lo de otro día\n", "\n# [aparte] {y más}\n"])
ABOVE = st.sampled_from(["", "", "# Rosa, la del horno\n", "# llamar a rosa@horno.example\n"])


@st.composite
def items(draw: st.DrawFn, keys: dict[str, str], goes: bool) -> Piece:
    """An item that goes or stays, in some style, with what may stand before it."""
    before = draw(BETWEEN)
    text = record(keys, draw(STYLES), draw(COMMENTS))
    return Piece(before + draw(ABOVE) + text, before) if goes else Piece(before + text, before + text)


@st.composite
def entries(draw: st.DrawFn, number: int) -> Piece:
    """An entry that is for her alone, for her and others, or for nobody in particular; perhaps it answers her need."""
    alone = {
        "date": "2027-01-05",
        "title": f"Título {number}",
        "slug": f"e{number}",
        "kind": "industry",
        "channels": "call",
    }
    named = draw(st.lists(st.sampled_from([*OTHERS, "rosa"]), unique=True, max_size=3))
    if named == ["rosa"] and draw(st.booleans()):
        return draw(items({**alone, "contacts": "rosa" if draw(st.booleans()) else "[rosa]"}, goes=True))
    before, style, comment = draw(BETWEEN), draw(STYLES), draw(COMMENTS)
    now, then = dict(alone), dict(alone)
    rest = [name for name in named if name != "rosa"]
    if named:
        now["contacts"] = f"[{', '.join(named)}]"
    if rest:
        then["contacts"] = f"[{', '.join(rest)}]"
    if not rest:
        now["segments"] = then["segments"] = "[panaderias]"
    answered = draw(st.lists(st.sampled_from(["merma", "suya", "otra"]), unique=True, max_size=3))
    left = [need for need in answered if need != "suya"]
    if answered:
        now["answers"] = f"[{', '.join(answered)}]"
    if left:
        then["answers"] = f"[{', '.join(left)}]"
    now["status"] = then["status"] = "draft"
    return Piece(before + record(now, style, comment), before + record(then, style, comment))


@st.composite
def log_lines(draw: st.DrawFn) -> Piece:
    who = draw(st.sampled_from(["rosa", *OTHERS]))
    note = draw(st.sampled_from(["Otra cosa", '"🥖 # no, - ni [esto]: \u2028 sí"', "'lo ''suyo'', ayer'"]))
    return draw(items({"date": "2026-11-20", "contact": who, "what": "reply", "note": note}, who == "rosa"))


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, tuple[str, str]]:
    """Files: path → text, and what it has to become."""
    head = Piece("# PRIVADO: nuestros clientes\n", "# PRIVADO: nuestros clientes\n")
    people = [draw(items({"id": id, "name": id.title(), "segments": "[panaderias]"}, False)) for id in OTHERS]
    people.insert(draw(st.integers(0, 2)), draw(items({"id": "rosa", **ROSA}, True)))
    needs = {"merma": "ana", "suya": "rosa", "otra": "luis"}
    told = [
        draw(items({"id": id, "heard": "2026-11-01", "from": who, "needs": "Algo más"}, who == "rosa"))
        for id, who in needs.items()
    ]
    calendar = [draw(entries(number)) for number in range(draw(st.integers(0, 5)))]
    log = draw(st.lists(log_lines(), max_size=5))
    return {
        "content/private/contacts.yaml": file_of([head, *people]),
        "content/private/needs.yaml": file_of([head, *told]),
        "content/private/log.yaml": file_of([head, *log]),
        "content/calendar/2027.yaml": file_of(calendar),
    }


def put(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@settings(max_examples=60)
@given(workspaces(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_is_left_is_what_was_there_but_for_the_client(files, newline, mark) -> None:
    start = "\ufeff" if mark else ""
    now, then = (
        {path: (start + pair[number]).replace("\n", newline).encode() for path, pair in files.items()}
        for number in (0, 1)
    )
    with TemporaryDirectory() as folder:
        root = Path(folder)
        bench = Bench(root).workspace(name="work")
        put(bench.root, now)
        before = read_workspace(bench.root)
        assert before.is_whole, before.findings
        assert before.workspace
        found = forgetting(before.workspace, before.sources.texts, "rosa")
        with written(bench.root, found.changes):
            after = read_workspace(bench.root)
        assert {path: (bench.root / path).read_bytes().decode() for path in then} == {
            path: data.decode() for path, data in then.items()
        }
        assert after.is_whole, after.findings
        assert after.workspace
        assert is_same_but(before.workspace, after.workspace, found.gone)
        reported = {(one.file, one.line) for one in found.left}
        for path in (*SMALLEST, *then):
            for number, line in enumerate((bench.root / path).read_text("utf-8-sig").splitlines(), 1):
                if re.search(r"\brosa\b|rosa díaz|111 2233", line.casefold()):
                    assert (path, number) in reported
