"""The index of the search, by pagefind (the extra `search`): a program of its own, spoken to over its pipes.

What it is given is the whole of what it indexes, so the same records give the same files, under names made of what
is in them. Two things of it are not used: its filters, which it writes in an order that changes from run to run
(`segments.json` says what belongs to which segment), and its Python face, which waits a tenth of a second for each
answer.
"""

import base64
import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from valuegen.extras import SEARCH, version_of
from valuegen.leaf import Leaves
from valuegen.pages.search import Index, Record

KIND = "search"
_SCRIPT, _READER, _ENTRY = "pagefind.js", "wasm.", "pagefind-entry.json"
_SEGMENTS, _FRAGMENT, _MAGIC = "segments.json", ".pf_fragment", b"pagefind_dcd"
_PARTS = (".pf_meta", ".pf_index", _FRAGMENT)
LARGEST = 1 << 30


class SearchError(Exception):
    """Pagefind ended, or answered what it never should."""


def is_there() -> bool:
    """Whether the extra is installed."""
    return bool(version_of(SEARCH))


def is_of_program(name: str) -> bool:
    """Whether a file of an index is pagefind's own, the same whatever is indexed."""
    return name == _SCRIPT or name.startswith(_READER)


def index_files(index: Index, leaves: Leaves) -> Mapping[str, bytes]:
    """The files of an index by their names, in order: kept from an earlier build, else made. Raises `SearchError`."""
    key = _key(index)
    kept = leaves.get(KIND, key)
    if kept is not None:
        return _unpacked(kept)
    made = _made(index)
    leaves.put(KIND, key, _packed(made))
    return made


def _key(index: Index) -> bytes:
    own = Path(__file__).read_bytes()
    return blake2b(repr((own, index)).encode("utf-8", "replace"), digest_size=20).digest()


def _made(index: Index) -> dict[str, bytes]:
    try:
        with _pagefind() as pipes:
            return _asked(index, pipes)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise SearchError(str(error)) from error


def _asked(index: Index, pipes: "_Pipes") -> dict[str, bytes]:
    number = pipes.ask("NewIndex", config={})["index_id"]
    for record in index.records:
        pipes.ask("AddRecord", index_id=number, language=index.language, **_record(record))
    given = pipes.ask("GetFiles", index_id=number)["files"]
    files = {file["path"]: base64.b64decode(file["content"]) for file in given}
    spoken = json.loads(files[_ENTRY])["languages"].values()
    wanted = {_SCRIPT, _ENTRY, *(f"{_READER}{one['wasm'] or 'unknown'}.pagefind" for one in spoken)}
    kept = {name: data for name, data in files.items() if name in wanted or name.endswith(_PARTS)}
    kept[_SEGMENTS] = _segments(index, kept)
    return dict(sorted(kept.items()))


def _segments(index: Index, files: Mapping[str, bytes]) -> bytes:
    """Of each segment the fragments of its posts, by the names that the search gives them: JSON."""
    segments = {record.file: record.segments for record in index.records}
    found: dict[str, list[str]] = {}
    for name, data in sorted(files.items()):
        if name.endswith(_FRAGMENT):
            file = json.loads(gzip.decompress(data).removeprefix(_MAGIC))["meta"]["file"]
            for id in segments[file]:
                found.setdefault(id, []).append(name.rpartition("/")[2].removesuffix(_FRAGMENT))
    return json.dumps(found, sort_keys=True, separators=(",", ":")).encode()


def _record(record: Record) -> dict[str, Any]:
    return {
        "url": record.file,
        "content": record.text,
        "meta": {**dict(record.shown), "file": record.file},
        "filters": {},
        "sort": {},
    }


class _Pipes:
    """Questions and answers: JSON in base64, a comma after each."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions, self._answers = questions, answers
        self._number = 0

    def ask(self, kind: str, **payload: Any) -> dict[str, Any]:
        """What it answers. Raises EOFError, ValueError."""
        self._number += 1
        asked = {"message_id": self._number, "payload": {"type": kind, **payload}}
        self._questions.write(base64.b64encode(json.dumps(asked).encode()) + b",")
        self._questions.flush()
        answer: dict[str, Any] = json.loads(base64.b64decode(self._next()))["payload"]
        if answer["type"] == "Error":
            raise ValueError(answer["message"])
        return answer

    def _next(self) -> bytes:
        parts: list[bytes] = []
        size = 0
        while not parts or not parts[-1].endswith(b","):
            part = self._answers.read1(1 << 20)  # type: ignore[attr-defined]
            size += len(part)
            if not part or size > LARGEST:
                raise EOFError
            parts.append(part)
        return b"".join(parts)[:-1]


@contextmanager
def _pagefind() -> Iterator[_Pipes]:
    from pagefind_bin import get_executable

    with subprocess.Popen(
        [get_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield _Pipes(process.stdin, process.stdout)
        finally:
            process.kill()


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Names and lengths in a line of JSON, then all the bytes."""
    head = json.dumps([[name, len(data)] for name, data in files.items()])
    return b"\n".join([head.encode(), b"".join(files.values())])


def _unpacked(data: bytes) -> dict[str, bytes]:
    head, _, rest = data.partition(b"\n")
    files, at = {}, 0
    for name, length in json.loads(head):
        files[name] = rest[at : at + length]
        at += length
    return files
