"""The code of the program's own templates, kept where Python keeps that of the program's modules.

Whoever can write there can write the program; nothing of a workspace, nor of a theme of somebody else's, comes near.
What the code was made of stands before it: made of anything else, or hurt, it is made anew. Where Python is told to
keep nothing (`-B`, `PYTHONDONTWRITEBYTECODE`), or may not write there, nothing is kept: that costs time alone.
"""

import importlib.util
import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from valuegen.tongue import LOCALE

FOLDER: Path | None = Path(importlib.util.cache_from_source(__file__)).parent
"""None: nothing is kept, and nothing that was kept is taken."""
_SIZE = 16
_MAKERS = ("compiled", "templates", "translated")
"""Our modules that have a hand in the code."""


class CodeKept(BytecodeCache):
    """Of the templates of a built-in theme, translated into one of the program's own languages."""

    def __init__(self, theme: str, language: str) -> None:
        self._theme, self._language = theme, language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """By which file it is kept: one for each template, so that older code makes way."""
        return f"{self._theme}.{self._language}.{name.replace('/', '.')}.code"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is whole and of just this."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = (FOLDER / bucket.key).read_bytes() if FOLDER else b""
            code = data[_SIZE:]
            if data and data[:_SIZE] == self._mark(bucket, code):
                bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, all at once, where that may be."""
        if FOLDER is None or sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        begun = FOLDER / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            try:
                begun.write_bytes(self._mark(bucket, code) + code)
                begun.replace(FOLDER / bucket.key)
            finally:
                begun.unlink(missing_ok=True)

    def _mark(self, bucket: Bucket, code: bytes) -> bytes:
        """A digest of the code, and of all that it is made of."""
        made_of = f"{bucket.key}\0{bucket.checksum}\0".encode()
        return blake2b(_makers(self._language) + made_of + code, digest_size=_SIZE).digest()


@cache
def _makers(language: str) -> bytes:
    """A digest of what makes code of a template: Python, Jinja, our own modules, the words of a language."""
    whole = blake2b(f"{sys.version}\0{jinja2.__version__}".encode(), digest_size=_SIZE)
    words = sorted(Path(LOCALE, language, "LC_MESSAGES").glob("*.mo"))
    for path in (*(Path(__file__).with_name(f"{name}.py") for name in _MAKERS), *words):
        whole.update(blake2b(path.read_bytes()).digest())
    return whole.digest()
