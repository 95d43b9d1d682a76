"""Sites in which everything is that a public page can show, for tests that look at each of them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from shown import wider_plan
from small_plan import entry

from valuegen.finding import Place
from valuegen.model.theme import LinkTo, OptionValue
from valuegen.pages.public import public_pages
from valuegen.pages.types import Theme
from valuegen.plan.types import Plan
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme
from valuegen.render.html import Renderer

PUBLIC = "public/"
BODY = """
Una entrada *con* **todo**, y una nota al pie.[^1] Un enlace [a otra](entry:segunda), uno [fuera](https://pan.example/a?b=1&c=2)
y `código`.

## Una tabla

| Harina | Agua | Sal |
|:-------|:----:|----:|
| 1.000  | 650  | 20  |
| 500    | 325  | 10  |

## Un código

    harina = 1000

```python
agua = harina * 0.65
```

## Una imagen y una cita

![Un horno de leña](img/horno.svg)

> La masa manda.

### Una lista

1. Pesar.
2. Amasar.
   - Poco.
   - Despacio.

## Lo apartado

::: tip
Pesa el agua también.
:::

::: question
¿Y la sal?
:::

::: pitch
El curso empieza en enero.
:::

---

Raw <b>HTML</b> & signos “raros”. Un final.

[^1]: La nota, con [un enlace](/para/hornos/).
"""
NOWHERE = Place("valuegen.yaml", 1)
SET: Mapping[str, OptionValue] = {
    "logo": "img/horno.svg",
    "menu": (LinkTo("El curso", "https://pan.example/curso", NOWHERE), LinkTo("La primera", "entry:primera", NOWHERE)),
    "footer": "Calle del Horno, 3. Abrimos de 7 a 14 h.",
    "social": (LinkTo("Mastodon", "https://pan.example/@taller", NOWHERE),),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><rect width="8" height="6" fill="#a40"/></svg>'
PEOPLE = {
    "irene": {
        "name": "Irene Vidal",
        "email": "irene@levadura.example",
        "phone": "+57 300 000 0000",
        "knows": ["merma", "costos"],
        "photo": "img/horno.svg",
    },
    "tomas": {"name": "Tomás de la Fuente", "phone": "300 111 2222"},
    "nadie": {"name": "Åsa"},
}
SEGMENTS = {
    "hornos": {
        "name": "Panaderías de barrio",
        "about": "Hornos familiares.\n\nDe 2 a 8 personas.",
        "area": "A diez cuadras del mercado",
        "cares_about": ["merma", "turnos"],
        "owner": "irene",
        "meet": {
            "text": "Un café en tu horno",
            "by": "irene",
            "hours": "jueves, 8–10",
            "link": "https://citas.example/i",
        },
    },
    "cafes": {"name": "Cafés", "about": "Con pan propio.", "owner": "tomas"},
    "vacio": {"name": "Sin entradas todavía"},
}
CONTACTS = {
    "rosa": {"name": "Rosa Díaz", "segments": "hornos", "named": "true"},
    "luis": {"name": "Luis Paz", "segments": "hornos"},
}
LOG = [
    {"date": "2026-10-01", "contact": who, "what": "testimonial", "quote": f"Gracias, {who}.", "may_publish": "true"}
    for who in CONTACTS
]
NEEDS = [{"id": "n", "heard": "2026-10-01", "needs": "Saber.", "asked": "¿Hay un curso?", "quotable": "true"}]


@cache
def theme_of(name: str, *, is_set: bool = False) -> Theme:
    """A built-in theme, with its defaults or with something set in each of its options (where it has them)."""
    chosen = built_in_theme(name)
    said = {key: replace(option, value=SET[key], is_set=True) for key, option in chosen.options.items() if key in SET}
    last = {
        key: replace(option, value=option.of[-1], is_set=True)
        for key, option in chosen.options.items()
        if option.type == "choice"
    }
    return load_theme(replace(chosen, options={**chosen.options, **last, **said}) if is_set else chosen)


@cache
def full_plan(language: str = "es") -> Plan:
    """One of everything: an offer, a draft, a question, pictures, testimonials, a list over several pages."""
    many = [
        entry(
            f"2025-{1 + number // 25:02}-{1 + number % 25:02}",
            slug=f"vieja-{number}",
            title=f"La vieja {number}",
            segments=["hornos"],
            topics=["merma"],
            author="irene",
            text="Un texto breve.",
        )
        for number in range(45)
    ]
    return wider_plan(
        *many,
        entry(
            "2026-11-20T09:30",
            slug="primera",
            title="¿Cuánta harina tiras? «Mucha» & poca",
            segments=["hornos", "cafes"],
            topics=["merma", "Costos & precios"],
            kind="reference",
            author="irene",
            question="¿Cuánta harina es normal tirar?",
            summary="Una libreta y tres números.",
            image={"src": "img/horno.svg", "alt": "Un horno de leña", "credit": "Ana Gil"},
            sources=["https://fuente.example/una/muy/larga/direccion?con=preguntas&y=mas"],
            read_next=["segunda", "https://pan.example/libro/"],
            aliases=["primerisima", "/2024/harina.html"],
            updated="2026-11-25",
            text=BODY,
        ),
        entry("2026-11-20", slug="segunda", segments=["cafes"], kind="pitch", author="tomas", text="## Oferta\n\nUno."),
        entry(
            "2026-11-21",
            slug="the-first",
            title="How much flour do you throw away?",
            segments=["hornos"],
            topics=["merma"],
            author="irene",
            language="en" if language == "es" else "es",
            translates="primera",
            text="## In another language\n\nOf the [oven](entry:segunda).",
        ),
        entry("2026-11-19", slug="tercera", segments=["hornos"], author="nadie", answers=["n"], ask=None, text="Dos."),
        entry("2026-11-18", slug="borrador", segments=["hornos"], status="draft", author="irene", text="Tres."),
        segments=SEGMENTS,
        people=PEOPLE,
        contacts=CONTACTS,
        log=LOG,
        needs=NEEDS,
        statics={"img/horno.svg": SVG},
        site={"language": language, "tagline": "Ideas que ayudan a quien hornea"},
    )


@cache
def full_site(
    theme: str = "default", language: str = "es", *, drafts: bool = False, is_set: bool = False
) -> Mapping[str, bytes]:
    """Its public site in a built-in theme, by path in `public/`."""
    return site_of(full_plan(language), theme_of(theme, is_set=is_set), drafts=drafts)


def site_of(plan: Plan, theme: Theme, *, drafts: bool = False) -> dict[str, bytes]:
    """The public site of a plan in a built-in theme, by path in `public/`; without the pictures that are drawn."""
    with Renderer(theme, plan.workspace.settings.site.language) as renderer:
        pages = public_pages(plan, theme=theme, drafts=drafts)
        return {
            address.removeprefix(PUBLIC): renderer.render(page)
            for address, page in pages.items()
            if not address.endswith(".png")
        }


def kinds_of(site: Mapping[str, bytes]) -> dict[str, str]:
    """One file of each kind of page: the fullest post, and of all others the shortest.

    A kind is the class of its `main`, the folder at the top, and whether its list goes on. Pages that forward are none.
    """
    found: dict[str, str] = {}
    for name in sorted(site, key=lambda name: (len(site[name]), name)):
        if name.endswith(".html") and b'http-equiv="refresh"' not in site[name]:
            page = LexborHTMLParser(site[name].decode())
            main = page.css_first("main")
            kind = (main.attributes.get("class") or "main") if main else "none"
            if kind == "post":
                found[kind] = name
                continue
            folder = f" {name.split('/')[0]}" if "/" in name else ""
            found.setdefault(kind + folder + (" goes-on" if page.css_first('[rel="next"]') else ""), name)
    return found


def laid_out(site: Mapping[str, bytes], folder: Path) -> Path:
    """The site as files. Its 404 page, whose links begin at the root of the host, is made to work from here."""
    for name, data in site.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data.replace(b'="/', b'="') if name == "404.html" else data)
    return folder
