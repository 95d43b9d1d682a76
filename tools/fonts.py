"""The fonts of the built-in themes: made from the open fonts of the npm registry, so small that a page may carry them.

    python tools/fonts.py            fetches the packages below (npm pack) and writes every file anew
    python tools/fonts.py FOLDER     takes the packages from a folder where they lie (PACKAGE-VERSION.tgz)

What is written is committed. Each face keeps the Latin of Western European languages, its kerning and tabular lining
figures, its names, and what it says of its licence (SIL Open Font License 1.1, the text beside it; none of these
families reserves its name). The sheets `fonts-CHOICE.css` also have for each face a stand-in: the usual system font
stretched to the same width, so that nothing jumps when the face arrives.
"""

import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

THEMES = Path(__file__).parent.parent / "themes"
TEXT, BOLD = (400.0, 700.0), 700.0

LETTERS = frozenset(
    {*range(0x20, 0x7F)} | set(map(ord, "\xa0¡©ª«°±²³µ·º»½¿ÀÁÇÈÉÍÑÒÓÚÜßàáâãäçèéêíîïñòóôõöùúûü×÷–—‘’“”•…€−"))
)
"""ASCII, the letters of Spanish, Portuguese, French, Catalan, Italian, English and German, quotes, a few signs."""

MORE = (frozenset(range(0xBF, 0x100)) | frozenset(map(ord, "§«±¼½¾Œœ‚„•‹›"))) - LETTERS
"""The rest of Western Europe, rarer capitals and signs: in a file of its own, fetched only by pages that have them."""

KERNED = 0.99
"""What kerning leaves of the width of a text."""

RARE = frozenset(map(ord, "\xa0©ª°±²³µº½×÷•−€"))
"""What slanted text hardly has."""

OFTEN = "eeeeeeeeeaaaaaaaaooooooosssssnnnnnrrrrriiiiiildddddtttttcccuuummmppplllqbgvyhfjzáóí,.                  "
"""Letters and spaces about as often as Spanish and English have them: by these the width of a face is measured."""


@dataclass(frozen=True, slots=True)
class Face:
    """A file to be made: `axes` are what its axes are pinned to, or the span of weights that it keeps."""

    package: str
    source: str
    name: str
    family: str
    axes: dict[str, float | tuple[float, float]]
    is_italic: bool = False
    is_serif: bool = True
    theme: str = "default"


@dataclass(frozen=True, slots=True)
class StandIn:
    """A system font that stands in for a face: its names, and the mean width of `OFTEN` in it, in ems.

    The figures were taken from Liberation Serif and Sans, which are as wide as Times New Roman and Arial.
    """

    names: tuple[str, ...]
    bold: tuple[str, ...]
    widths: tuple[float, float]


PIAZZOLLA = "@fontsource-variable/piazzolla@5.3.0", "piazzolla-latin-opsz"
BRYGADA = "@fontsource-variable/brygada-1918@5.3.0", "brygada-1918-latin-wght"
FAMILJEN = "@fontsource-variable/familjen-grotesk@5.3.0", "familjen-grotesk-latin-wght"
ARCHIVO = "@fontsource-variable/archivo@5.3.0", "archivo-latin-wdth"

FACES = (
    Face(*PIAZZOLLA, "piazzolla", "Piazzolla", {"wght": TEXT, "opsz": 14}),
    Face(*PIAZZOLLA, "piazzolla-italic", "Piazzolla", {"wght": 400, "opsz": 14}, is_italic=True),
    Face(*BRYGADA, "brygada", "Brygada 1918", {"wght": TEXT}),
    Face(*BRYGADA, "brygada-italic", "Brygada 1918", {"wght": 400}, is_italic=True),
    Face(*FAMILJEN, "familjen", "Familjen Grotesk", {"wght": TEXT}, is_serif=False),
    Face(*FAMILJEN, "familjen-italic", "Familjen Grotesk", {"wght": 400}, is_italic=True, is_serif=False),
    Face(*ARCHIVO, "archivo", "Archivo", {"wght": BOLD, "wdth": 70}, is_serif=False, theme="tablon"),
)

SERIF = StandIn(
    ("Times New Roman", "Liberation Serif"),
    ("Times New Roman Bold", "Liberation Serif Bold"),
    (0.3958, 0.4212),
)
SANS = StandIn(
    ("Arial", "Liberation Sans"),
    ("Arial Bold", "Liberation Sans Bold"),
    (0.4388, 0.4726),
)


def main(folder: Path | None) -> None:
    """Writes the fonts, their licences, the style sheets and what social pictures are set in."""
    with tempfile.TemporaryDirectory() as made:
        packages = {face.package: _fetched(face.package, folder or Path(made)) for face in FACES}
        css: dict[str, list[str]] = {}
        for face in FACES:
            data, licence = (
                _read(packages[face.package], f"files/{_file(face)}"),
                _read(packages[face.package], "LICENSE"),
            )
            fonts = THEMES / face.theme / "assets" / "fonts"
            fonts.mkdir(parents=True, exist_ok=True)
            font = _cut(data, face, LETTERS - RARE if face.is_italic else LETTERS)
            _save(font, fonts / f"{face.name}.woff2", "woff2")
            _save(_cut(data, face, MORE | RARE if face.is_italic else MORE), fonts / f"{face.name}-more.woff2", "woff2")
            if not face.is_italic:
                (THEMES / face.theme / "fonts").mkdir(exist_ok=True)
                (THEMES / face.theme / "fonts" / f"{face.name}-OFL.txt").write_bytes(licence)
            css.setdefault(_sheet(face), []).extend(_rules(font, face))
            if not face.is_italic:
                _for_pictures(data, face)
        for sheet, rules in css.items():
            head = "/* Made by tools/fonts.py: the faces, and what stands in for each until it is there. */\n"
            (THEMES / sheet).write_text(head + "".join(rules))


def _sheet(face: Face) -> str:
    """Where its rules stand: a sheet for each choice of the option `fonts`, linked where that is the choice."""
    choice = CHOICES.get(face.name.removesuffix("-italic"), face.theme)
    return f"{face.theme}/assets/fonts-{choice}.css"


def _file(face: Face) -> str:
    return f"{face.source}-{'italic' if face.is_italic else 'normal'}.woff2"


def _fetched(package: str, folder: Path) -> Path:
    """The package as a file: as it lies in the folder, or from the registry."""
    name, _, version = package.removeprefix("@").rpartition("@")
    path = folder / f"{name.replace('/', '-')}-{version}.tgz"
    if not path.exists():
        subprocess.run(["npm", "pack", package], cwd=folder, check=True, capture_output=True)
    return path


def _read(package: Path, name: str) -> bytes:
    with tarfile.open(package) as archive:
        found = archive.extractfile(f"package/{name}")
        assert found is not None, name
        return found.read()


def _cut(
    data: bytes, face: Face, letters: frozenset[int], axes: dict[str, float | tuple[float, float]] | None = None
) -> TTFont:
    """The face with these letters and axes alone."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["lnum", "onum", "pnum", "tnum", *([] if face.is_italic else ["kern"])]
    options.layout_closure = False
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.drop_tables += ["DSIG", "meta", "STAT", "gasp"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters, glyphs=_figures(font) if ord("0") in letters else ())
    cutter.subset(font)
    pinned = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | (axes or face.axes)
    font = instancer.instantiateVariableFont(font, pinned)
    if "HVAR" in font:
        del font["HVAR"]  # the outlines say how wide letters get
    return font


def _figures(font: TTFont) -> set[str]:
    """The other forms of the ten figures (tabular, old-style), and of nothing else."""
    digits = {font.getBestCmap()[code] for code in range(0x30, 0x3A)}
    features = font["GSUB"].table.FeatureList.FeatureRecord if "GSUB" in font else []
    indices = [
        at
        for one in features
        if one.FeatureTag in ("lnum", "onum", "pnum", "tnum")
        for at in one.Feature.LookupListIndex
    ]
    found: set[str] = set()
    for at in indices:
        for table in font["GSUB"].table.LookupList.Lookup[at].SubTable:
            mapping = getattr(getattr(table, "ExtSubTable", table), "mapping", {})
            found |= {made for glyph, made in mapping.items() if glyph in digits | found}
    return found


def _save(font: TTFont, path: Path, flavor: str | None) -> None:
    font.flavor = flavor
    font.save(path, reorderTables=True)


CHOICES = {"piazzolla": "cuaderno", "brygada": "imprenta", "familjen": "llana"}
"""Which value of the option `fonts` a face belongs to: a social picture is set in the file that bears its name."""


def _for_pictures(data: bytes, face: Face) -> None:
    """The same letters at two weights, as pictures need them: TrueType, one weight a file."""
    folder = THEMES / face.theme / "social"
    folder.mkdir(exist_ok=True)
    is_title = face.name not in CHOICES  # of a theme whose headlines have letters of their own, whatever the choice
    for style, weight in (("Bold", 700.0),) if is_title else (("Regular", 400.0), ("Bold", 700.0)):
        font = _cut(data, face, LETTERS | MORE, face.axes | {"wght": weight})
        for record in font["name"].names:
            known = {
                1: face.family,
                2: style,
                4: f"{face.family} {style}",
                6: f"{face.family}-{style}".replace(" ", ""),
            }
            record.string = known.get(record.nameID, record.toUnicode())
        font["OS/2"].usWeightClass = int(weight)
        font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
        font["head"].macStyle = int(style == "Bold")
        _save(font, folder / ("title.ttf" if is_title else f"{CHOICES[face.name]}-{style.lower()}.ttf"), None)


def _rules(font: TTFont, face: Face) -> list[str]:
    """The rules of the face, and of what stands in for it."""
    stand_in = SERIF if face.is_serif else SANS
    weights = face.axes["wght"]
    style = " font-style: italic;" if face.is_italic else ""
    span = f"{weights[0]:.0f} {weights[1]:.0f}" if isinstance(weights, tuple) else f"{weights:.0f}"
    rule = (
        f'@font-face {{ font-family: "{face.family}";{style} font-weight: {span}; font-display: swap; '
        f'src: url("fonts/{face.name}.woff2"); }}\n'
    )
    rule += rule.replace(".woff2", "-more.woff2").replace(
        "; }\n", f"; unicode-range: {_ranges(MORE | RARE if face.is_italic else MORE)}; }}\n"
    )
    if face.is_italic:
        return [rule]  # until it is there, the upright stand-in is
    if face.axes["wght"] == BOLD:
        return [rule, _stand_in(font, face, stand_in.bold, stand_in.widths[1], "")]
    bold = instancer.instantiateVariableFont(font, {"wght": BOLD}, inplace=False)
    return [
        rule,
        _stand_in(font, face, stand_in.names, stand_in.widths[0], ""),
        _stand_in(bold, face, stand_in.bold, stand_in.widths[1], " font-weight: 600 700;"),
    ]


def _ranges(letters: frozenset[int]) -> str:
    """Letters as style sheets write them."""
    starts = [code for code in sorted(letters) if code - 1 not in letters]
    ends = [code for code in sorted(letters) if code + 1 not in letters]
    return ", ".join(
        f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}" for start, end in zip(starts, ends, strict=True)
    )


def _stand_in(font: TTFont, face: Face, names: tuple[str, ...], width: float, style: str) -> str:
    em, line = font["head"].unitsPerEm, font["hhea"]
    advance, letters = font["hmtx"].metrics, font.getBestCmap()
    wide = sum(advance[letters[ord(letter)]][0] for letter in OFTEN) / len(OFTEN) / em / width * KERNED
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        f'@font-face {{ font-family: "{face.family} almost";{style} src: {sources}; size-adjust: {wide:.1%}; '
        f"ascent-override: {line.ascent / em / wide:.1%}; descent-override: {-line.descent / em / wide:.1%}; }}\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None)
