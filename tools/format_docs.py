"""docs/format.md: every key of every file, made of the model and of what the schemas say of each key."""

from collections.abc import Iterator

from valuegen.model.base import Record
from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.read.entries import HIDDEN
from valuegen.read.form import Form, form_of
from valuegen.schema.told import TOLD
from valuegen.words import say

FILES: tuple[tuple[str, type[Record]], ...] = (
    ("valuegen.yaml", Settings),
    ("content/segments.yaml", Segment),
    ("content/people.yaml", Person),
    ("content/channels.yaml", Channel),
    ("content/calendar/*.yaml", Entry),
    ("content/private/needs.yaml", Need),
    ("content/private/contacts.yaml", Contact),
    ("content/private/log.yaml", LogLine),
)
HEAD = {
    "en": """# Every key of the format

[En español](format.es.md)

What may be written in each file of a workspace. A key in **bold** has to be there. Where a list is wanted one value
will do, and the other way round (`segment:` is `segments:`). Your editor knows all of this too: `valuegen schema --all`
writes the schemas, and completes your own segments, people and needs. How values are written (dates, spans, shares)
stands at the end.""",
    "es": """# Todas las claves del formato

[In English](format.md)

Lo que se puede escribir en cada archivo de un espacio de trabajo. Una clave en **negrita** es obligatoria. Donde cabe
una lista vale un solo valor, y al revés (`segment:` es `segments:`). Tu editor también sabe todo esto:
`valuegen schema --all` escribe los esquemas, y completa tus propios segmentos, personas y necesidades. Cómo se escriben
los valores (fechas, plazos, porcentajes) está al final.""",
}
COLUMNS = {"en": ("Key", "What it is for"), "es": ("Clave", "Para qué es")}
UNDER = {"en": "Under `{key}`:", "es": "Debajo de `{key}`:"}
POST = {
    "en": "A Markdown file in `content/posts/` with `title` and `date` at its head, between two lines of `---`, is an "
    "entry too, with the same keys.",
    "es": "Un archivo Markdown de `content/posts/` con `title` y `date` en su cabecera, entre dos líneas de `---`, "
    "también es una entrada, con las mismas claves.",
}
VALUES = {
    "en": """## How values are written

| What | How |
| --- | --- |
| an id | lower-case letters, digits, hyphens: `corner-bakeries` |
| a date | `2026-12-03`, or with a time of the site's zone: `2026-12-03T09:30` |
| a yearly date | `12-24`, or a whole date, of which the day and the month count |
| a span | `90 days`, `6 weeks`, `90d`, `6w` |
| a rate | `2 per 7 days` |
| a share | `20%`, or `0.2` |
| a text | as it is; in quotes where it has `: ` or ` #` in it, or begins with a sign |

The files are plain YAML: no anchors, aliases, merge keys or tags, no key twice, UTF-8, at most 8 MiB (a text:
1 MiB).""",
    "es": """## Cómo se escriben los valores

| Qué | Cómo |
| --- | --- |
| un id | minúsculas, cifras y guiones: `panaderias-de-barrio` |
| una fecha | `2026-12-03`, o con una hora de la zona del sitio: `2026-12-03T09:30` |
| una fecha de cada año | `12-24`, o una fecha entera, de la que cuentan el día y el mes |
| un plazo | `90 días`, `6 semanas`, `90d`, `6w` |
| un ritmo | `2 cada 7 días` |
| una parte | `20%`, o `0.2` |
| un texto | tal cual; entre comillas si lleva `: ` o ` #`, o si empieza por un signo |

Los archivos son YAML sencillo: sin anclas, alias, claves de mezcla ni etiquetas, sin claves repetidas, en UTF-8 y de
8 MiB como mucho (un texto: 1 MiB).""",
}


def format_page(language: str) -> str:
    """A section a file, with a table of its keys and one for each record that stands under a key."""
    blocks = [HEAD[language]]
    for file, model in FILES:
        blocks += [f"## `{file}`", *_tables(form_of(model, HIDDEN if model is Entry else ()), language)]
        if model is Entry:
            blocks.append(POST[language])
    return "\n\n".join([*blocks, VALUES[language]]) + "\n"


def _tables(form: Form, language: str, above: str = "") -> Iterator[str]:
    """The keys of a record, then those of the records under them."""
    if above:
        yield UNDER[language].format(key=above)
    rows = [COLUMNS[language], ("---", "---"), *(_row(form, key, language) for key in form.known)]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    for key, inner in {**form.inner, **form.each}.items():
        yield from _tables(inner, language, f"{above}.{key}" if above else key)


def _row(form: Form, key: str, language: str) -> tuple[str, str]:
    name = f"**`{key}`**" if key in form.required else f"`{key}`"
    return name, say(TOLD[form.model][key], language).replace("|", "\\|").replace("\n", " ")
