"""The docs as a site, built with valuegen itself: the texts of docs/ go to docs-site/LANGUAGE/, and both are built.

    python tools/docs_site.py           both sites, strict; a broken promise or link fails
    python tools/docs_site.py --texts   only the texts, to look at with `valuegen serve --workspace docs-site/en`

`docs-site/pages.toml` says which pages there are, in the order in which they are best read. What is made is
not committed.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
DOCS, SITE = ROOT / "docs", ROOT / "docs-site"
LANGUAGES = {"en": "", "es": ".es"}
NEWEST = date(2026, 11, 22)
"""The first page of the row is the newest; the last of them is the oldest."""
ASK = {"en": "What did you miss on this page?", "es": "¿Qué has echado de menos en esta página?"}
OTHER = {"en": "En español", "es": "In English"}
_LINK = re.compile(r"\]\(([^)\s#]*)(#[^)\s]*)?\)")
_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1 *$|`[^`\n]+`", re.M | re.S)
MOST = 220
"""So many signs of a page are shown in a list, in whole sentences; the first one in any case."""
_NO_SENTENCE = re.compile(r"#|```|    |\||>|[-*] |!|<|\s*$")
_TARGETED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SWITCH = re.compile(r"^\*?\[(?:En español|In English)[^\n]*\n+", re.M)
_COMMENT = re.compile(r"^<!--.*?-->\n", re.M | re.S)
_MERGE = re.compile(r"^[<=>]{7}", re.M)


@dataclass(frozen=True)
class Page:
    """A page of docs/: its file without ending, its language, its slug, whom it is for, its place in the row."""

    file: str
    language: str
    slug: str
    segment: str
    number: int

    @property
    def path(self) -> Path:
        return DOCS / f"{self.file}{LANGUAGES[self.language]}.md"


def pages() -> dict[tuple[str, str], Page]:
    """Every page, by language and file."""
    listed = tomllib.loads((SITE / "pages.toml").read_text(encoding="utf-8"))["page"]
    return {
        (language, one["file"]): Page(one["file"], language, one[language]["slug"], one[language]["segment"], number)
        for number, one in enumerate(listed)
        for language in LANGUAGES
        if language in one
    }


def post(page: Page, all: Mapping[tuple[str, str], Page]) -> str:
    """The page as a post: its heading is the title, its links lead inside the site."""
    text = _COMMENT.sub("", page.path.read_text(encoding="utf-8")).lstrip()
    heading, _, rest = text.partition("\n")
    rest = _SWITCH.sub("", rest, count=1).strip("\n")
    head = {
        "title": heading.removeprefix("# ").strip(),
        "date": (NEWEST - timedelta(days=page.number)).isoformat(),
        "slug": page.slug,
        "segments": [page.segment],
        "kind": "reference",
        "ask": ASK[page.language],
        "summary": summary(rest),
    }
    body = "".join(_linked(part, page, all) for part in _parts(rest))
    written = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{written}---\n{_switch(page, all)}{body}\n"


def summary(text: str) -> str:
    """The first sentences of a page, as plain text: what lists of pages show of it, without the link to its twin."""
    first = next(block for block in text.split("\n\n") if not _NO_SENTENCE.match(block))
    plain = " ".join(_TARGETED.sub(r"\1", first).replace("**", "").replace("`", "").split())
    sentences = [one for one in re.split(r"(?<=[.?!]) ", plain) if one]
    short = [
        one for number, one in enumerate(sentences) if number == 0 or len(" ".join(sentences[: number + 1])) <= 220
    ]
    return re.sub(r":$", ".", " ".join(short))


def _switch(page: Page, all: Mapping[tuple[str, str], Page]) -> str:
    other = "es" if page.language == "en" else "en"
    twin = all.get((other, page.file))
    if twin is None:
        return ""
    return f"[{OTHER[page.language]}](https://docs.valuegen.example/{other}/{twin.slug}/)\n\n"


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text, and the code in it."""
    at = 0
    for found in _CODE.finditer(text):
        yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    yield text[at:], False


def _linked(part: tuple[str, bool], page: Page, all: Mapping[tuple[str, str], Page]) -> str:
    text, is_code = part
    if is_code:
        return _MERGE.sub(r" \g<0>", text)  # shown, and no merge that was left unfinished
    return _LINK.sub(lambda found: _target(found, page, all), text)


def _target(found: re.Match[str], page: Page, all: Mapping[tuple[str, str], Page]) -> str:
    """A link to a page of the docs leads to its post, one to another file of the project to where that is kept."""
    target, anchor = found[1], found[2] or ""
    if not target or ":" in target or target.startswith("pictures/"):
        return found[0]
    file, language = target.removesuffix(".md"), "en"
    if file.endswith(".es"):
        file, language = file.removesuffix(".es"), "es"
    twin = all.get((language, file))
    if twin is None:
        whole = (page.path.parent / target).resolve()
        assert whole.exists(), f"{page.path.name}: {target}"
        return f"](https://valuegen.example/source/{whole.relative_to(ROOT).as_posix()}{anchor})"
    if language != page.language:
        return f"](https://docs.valuegen.example/{language}/{twin.slug}/{anchor})"
    return f"](entry:{twin.slug}{anchor})"


def write(site: Path = SITE) -> None:
    """Put the texts in their places."""
    all = pages()
    for language in LANGUAGES:
        folder = site / language / "content" / "posts"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(DOCS / "pictures", folder / "pictures")
        for page in all.values():
            if page.language == language:
                (folder / f"{page.slug}.md").write_text(post(page, all), encoding="utf-8")


def main() -> int:
    write()
    if "--texts" in sys.argv[1:]:
        return 0
    done = [
        subprocess.run(
            [sys.executable, "-m", "valuegen", "build", "--strict", "--workspace", str(SITE / language)],
            env={**os.environ, "LANGUAGE": language},
            check=False,
        ).returncode
        for language in LANGUAGES
    ]
    return max(done)


if __name__ == "__main__":
    sys.exit(main())
