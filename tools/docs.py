"""The pages of docs/ that are made of what stands elsewhere: write them, or say which are out of step.

    python tools/docs.py            docs/rules.md and docs/rules.es.md, from the rules' cards;
                                    docs/findings.md and docs/findings.es.md, from tests/messages/;
                                    docs/themes.md and docs/themes.es.md, from the types that templates see;
                                    docs/format.md and docs/format.es.md, from the model and the schemas' words;
                                    docs/man/valuegen.1 and docs/man/es/valuegen.1, from what --help says
    python tools/docs.py --check    which of them differ (then exit status 1)

They are committed, so that they can be read where the project is; a test holds them in step.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # run as a script, it finds what stands beside it as the tests do

from tools import gallery  # noqa: E402
from tools.doc_words import FINDINGS, LEVELS, RULES, TABLE  # noqa: E402
from tools.format_docs import format_page  # noqa: E402
from tools.man import man_page  # noqa: E402
from tools.theme_docs import themes_page  # noqa: E402
from valuegen.report.rule_markdown import markdown  # noqa: E402
from valuegen.rules import ALL  # noqa: E402
from valuegen.rules.card import card_of  # noqa: E402
from valuegen.rules.found import Rule  # noqa: E402
from valuegen.rules.themes import themed  # noqa: E402
from valuegen.rules.written import written_options  # noqa: E402
from valuegen.words import say  # noqa: E402

DOCS = ROOT / "docs"
LANGUAGES = {"en": "", "es": ".es"}
"""Language → what stands before `.md` in the names of its pages."""


def pages() -> Mapping[str, str]:
    """Every page by its name in docs/."""
    found = {}
    for language, ending in LANGUAGES.items():
        found[f"rules{ending}.md"] = rules_page(language)
        found[f"findings{ending}.md"] = findings_page(language)
        found[f"themes{ending}.md"] = themes_page(language)
        found[f"format{ending}.md"] = format_page(language)
    return found


def all_pages() -> Mapping[str, str]:
    """Those, and the pages of the manual, which are installed."""
    return {**pages(), "man/valuegen.1": man_page("en"), "man/es/valuegen.1": man_page("es")}


def rules_page(language: str) -> str:
    """What there is, in one table; then the page of each rule."""
    blocks = [RULES[language], LEVELS[language], *overview(language)]
    for theme, rules in themed(ALL):
        blocks.append(f"## {say(theme.title, language)}")
        for rule in rules:
            blocks += [f"### {rule.NAME}", markdown(rule, language, depth=4)]
    return "\n\n".join(blocks) + "\n"


def overview(language: str) -> Iterator[str]:
    """A table a theme."""
    head = TABLE[language]
    for theme, rules in themed(ALL):
        yield f"**{say(theme.title, language)}**"
        rows = [head, ["---"] * len(head), *(row(rule, language) for rule in rules)]
        yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def row(rule: Rule, language: str) -> list[str]:
    """A rule in the table: its name and signs, its level, its options, what it finds."""
    traits = rule.TRAITS
    has = {"\\*": traits.locked, "†": traits.keeps_level, "○": not traits.gentle}
    signs = "".join(sign for sign in has if has[sign])
    options = ", ".join(f"`{name}: {value}`" for name, value in written_options(traits.options()).items())
    title = say(card_of(rule).title, language).replace("|", "\\|")
    return [f"[{rule.NAME}](#{rule.NAME}) {signs}".rstrip(), traits.level, options, title]


def findings_page(language: str) -> str:
    """The gallery: rules by theme, then mistakes of form by the file they stand in."""
    blocks = [FINDINGS[language], *gallery.base(language)]
    for theme, rules in themed(ALL):
        cases = [(rule, case) for rule in rules for case in gallery.cases_of(rule.NAME)]
        if cases:
            blocks.append(f"## {say(theme.title, language)}")
        for rule, case in cases:
            rules_at = f"rules{LANGUAGES[language]}.md#{rule.NAME}"
            blocks += [f"### [{rule.NAME}]({rules_at})", *case.blocks(language)]
    for group, mistakes in gallery.mistakes(language):
        blocks.append(f"## {group}")
        for case in mistakes:
            blocks += [f"### {case.title(language)}", *case.blocks(language)]
    return "\n\n".join(blocks) + "\n"


def problems() -> list[str]:
    """The pages that differ from what they are made of."""
    wrong = []
    for name, text in all_pages().items():
        target = DOCS / name
        if not target.exists() or target.read_text("utf-8") != text:
            wrong.append(f"docs/{name}: is out of step (python tools/docs.py)")
    return wrong


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        found = problems()
        print("\n".join(found) or "The pages of docs/ are in step.")
        return 1 if found else 0
    for name, text in all_pages().items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
