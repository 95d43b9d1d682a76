"""Compile the gettext catalogues: every `.po` under `src/valuegen/locale` to the `.mo` beside it.

Both are committed, so that an installed program needs no compiler; a test holds them in step.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "src" / "valuegen" / "locale"


def main() -> None:
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as stream:
            catalog = read_po(stream, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)


if __name__ == "__main__":
    main()
