"""The cases of tests/messages/ as Markdown: the files of each, and what is said of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.doc_words import GROUPS, NO_FILE, NOT_TEXT
from valuegen.report.shown import shown
from valuegen.rules import ALL

FOLDER = Path(__file__).parent.parent / "tests" / "messages"
MOST_LINES = 40
_HEAD = re.compile(r"^(?P<file>.*?):\d+:\d+: \w+ (?P<rule>[\w-]+): (?P<sentence>.*?[.?!…])(?: |$)", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A folder of tests/messages/."""

    folder: Path

    @property
    def rule(self) -> str:
        """The rule that it shows: of `rule-NAME` or `rule-NAME-WHAT`; of all others it is the format."""
        names = sorted((rule.NAME for rule in ALL), key=len, reverse=True)
        return next((name for name in names if f"{self.folder.name}-".startswith(f"rule-{name}-")), "format")

    def said(self, language: str) -> str:
        """What `check` says of it."""
        return (self.folder / f"expected.{language}.txt").read_text("utf-8").rstrip("\n")

    def title(self, language: str) -> str:
        """The first sentence that is said, with the signs of Markdown kept from acting outside `code`."""
        found = _HEAD.search(self.said(language))
        parts = found["sentence"].split("`") if found else [self.folder.name]
        parts[::2] = [re.sub(r"([*_<\[])", r"\\\1", part) for part in parts[::2]]
        return "`".join(parts)

    @property
    def group(self) -> str:
        """Where its first mistake stands: a name of GROUPS."""
        found = _HEAD.search(self.said("en"))
        parts = found["file"].split("/") if found else []
        if "private" in parts or set(parts) & {"contacts.yaml", "needs.yaml", "log.yaml"}:
            return "private"
        if self.folder.name.startswith("theme-"):
            return "themes"
        return next((name for name in GROUPS if name in parts), "others")

    def blocks(self, language: str) -> Iterator[str]:
        """Its files, and what is said of them."""
        yield from files(self.folder, language)
        yield fenced(self.said(language), "text")


def all_cases() -> list[Case]:
    """Every case, by name."""
    return [Case(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir() and folder.name != "base"]


def cases_of(rule: str) -> list[Case]:
    """The cases of a rule; those of the format are `mistakes`."""
    return [case for case in all_cases() if case.rule == rule != "format"]


def mistakes(language: str) -> Iterator[tuple[str, list[Case]]]:
    """The mistakes of form, under the heading of their group."""
    cases = [case for case in all_cases() if case.rule == "format"]
    for name, heading in GROUPS.items():
        found = [case for case in cases if case.group == name]
        if found:
            yield heading[language], found


def base(language: str) -> Iterator[str]:
    """The workspace from which all others differ."""
    return files(FOLDER / "base", language)


def files(folder: Path, language: str) -> Iterator[str]:
    """Each file of a folder with its path as the first line."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield fenced(f"{name} → {path.readlink()}", "text")
        elif path.is_file() and not name.startswith("expected."):
            yield fenced(f"# {name}\n{content(path, language)}", "yaml" if name.endswith(".yaml") else "text")


def content(path: Path, language: str) -> str:
    """The text of a file, with an escape for what can't be seen; of a long one its first lines."""
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return NOT_TEXT[language]
    kept = [shown(line.removesuffix("\r")) for line in lines[:MOST_LINES]] + ["…"] * (len(lines) > MOST_LINES)
    return "\n".join(line[:200] + "…" * (len(line) > 200) for line in kept).rstrip("\n") or NO_FILE[language]


def fenced(text: str, language: str) -> str:
    """A block of code, whatever stands in it."""
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
