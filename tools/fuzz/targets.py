"""What is fuzzed: bytes → a reader of the program's, which must take anything. Run by `tools/fuzz/__main__.py`."""

import contextlib
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.fuzz.imports import WAYS, imports


def yaml(data: bytes) -> None:
    """A file of the workspace → nodes, findings; the quick way and libyaml's are compared by a test of their own."""
    from valuegen.read.yaml import parse

    parsed = parse(data.decode("utf-8", "replace"), "content/calendar/x.yaml")
    assert parsed.whole or parsed.findings


def front_matter(data: bytes) -> None:
    """The head of a Markdown file."""
    from valuegen.read.front_matter import split
    from valuegen.read.yaml import parse

    parted = split(data.decode("utf-8", "replace"))
    if parted.head is not None:
        parse(parted.head, "content/posts/x.md")


def markdown(data: bytes) -> None:
    """A body → HTML that is no larger than it may be, and all the places of what is told."""
    from valuegen.prose import parse

    text = data.decode("utf-8", "replace")
    prose = parse(text)
    assert len(prose.html.encode("utf-8", "replace")) <= max(1 << 20, 50 * len(data) + 4096)
    assert "<script" not in prose.html
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= trouble.line <= lines for trouble in prose.troubles)


def permalinks(data: bytes) -> None:
    """The form of an address, and an address that is made of it."""
    from valuegen.model.contact_ways import read_email, read_link, read_phone, read_site_url, read_url
    from valuegen.model.values import Wrong, read_rate, read_share, read_span

    text = data.decode("utf-8", "replace")
    readers: tuple[Callable[[str], object], ...] = (
        *(read_url, read_site_url, read_link, read_email, read_phone, read_span, read_rate, read_share),
    )
    for reader in readers:
        with contextlib.suppress(Wrong):
            reader(text)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "front_matter": front_matter,
    "markdown": markdown,
    "permalinks": permalinks,
    "imports": imports,
}


def changed(data: bytes, others: Sequence[bytes], dice: random.Random) -> bytes:
    """A text with some of its parts doubled, taken out, turned, or taken from another."""
    made = bytearray(data)
    for _ in range(dice.randrange(1, 6)):
        at, end = sorted((dice.randrange(len(made) + 1), dice.randrange(len(made) + 1)))
        other = dice.choice(others)
        start = dice.randrange(len(other) + 1)
        made[at : min(end, at + 20)] = dice.choice(
            [b"", bytes([dice.randrange(256)]), bytes(made[at:end]) * 2, other[start : start + dice.randrange(40)]]
        )
    return bytes(made[:4096])


def blindly(target: Callable[[bytes], None], corpus: Path, minutes: float) -> None:
    """The texts of a folder, changed without looking at what they do."""
    texts = [path.read_bytes() for path in sorted(corpus.iterdir())]
    dice, end, runs = random.Random(0), time.monotonic() + minutes * 60, 0
    while time.monotonic() < end:
        target(changed(dice.choice(texts), texts, dice))
        runs += 1
    print(f"{runs} texts")


def main(arguments: list[str]) -> None:
    """TARGET CORPUS --blindly MINUTES, or TARGET and what libFuzzer takes."""
    name, *rest = arguments
    if "--blindly" in rest:
        blindly(TARGETS[name], Path(rest[0]), float(rest[2]))
        return
    import atheris

    with atheris.instrument_imports(include=["valuegen"]):
        TARGETS[name](b"a: b\n")
        if name == "imports":  # each of its readers is loaded when it is first asked for
            for way in WAYS:
                TARGETS[name](f"{way}\n".encode())
    atheris.Setup([sys.argv[0], *rest], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
