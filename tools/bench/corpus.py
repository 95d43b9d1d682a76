"""The text that all programs build: made up of word lists with a fixed seed, so it is the same on each machine.

A post is some 350 words of the Markdown that a trade's blog is written in: paragraphs with links and emphasis under two
headings, a list, now and then a table, a quotation or a block of code.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

TODAY = date(2026, 1, 1)
"""The day that counts as today: past on every machine, so no program holds a post back."""
DAYS = 3_000
"""So many days back the posts go: however many there are, so that years, months and segments fill up alike."""
TRADES = "Hornos Molinos Cafeterías Hoteles Escuelas Mercados Pizzerías Heladerías Comedores Fondas Obradores Despensas"
TOPICS = ("agua", "costos", "harina", "horno", "turnos", "vitrina")
PEOPLE = ("Irene Vidal", "Tomás Rey", "Lucía Soto", "Julián Paz")

SUBJECTS = (
    "La harina de centeno",
    "Un horno de piedra",
    "La masa de la noche",
    "El turno de la mañana",
    "Una libreta de tapas duras",
    "El molino del barrio",
    "La balanza pequeña",
    "Un saco abierto",
    "El agua del primer riego",
    "La vitrina del fondo",
    "Una bandeja de aluminio",
    "El reloj de la pared",
    "La cuenta de cada semana",
    "El vecino que compra temprano",
    "Una receta de la abuela",
)
VERBS = (
    "pide",
    "guarda",
    "cambia con",
    "muestra",
    "pierde",
    "gana con",
    "necesita",
    "agradece",
    "aguanta",
    "reparte",
    "deja ver",
    "resiste mal",
)
OBJECTS = (
    "un poco de **agua tibia**",
    "dos horas de *reposo largo*",
    "tres gramos de sal por kilo",
    "la [tabla de pesos](https://molino.example/pesos)",
    "una hora de `18 grados`",
    "el calor que sobra del día anterior",
    "un paño húmedo y una mesa limpia",
    "las migas que nadie cuenta",
    "un margen pequeño entre lote y lote",
    "la *costumbre* de pesar dos veces",
    "una nota escrita a lápiz",
    "el [cuaderno de turnos](https://horno.example/turnos/)",
)
TIMES = (
    "antes de abrir la puerta",
    "cuando llega el calor",
    "en los días de lluvia",
    "después del segundo amasado",
    "mientras se enfría la última hornada",
    "si el saco lleva un mes abierto",
    "cada vez que cambia la estación",
    "al final de una semana larga",
    "cuando falta alguien en la mesa",
)
HEADINGS = ("Lo que se pesa", "Una semana de prueba", "El orden de la mesa", "Tres cuentas sencillas", "Antes del alba")
ASKED = ("¿Cómo lo haces en tu mesa?", "¿Cuánto te sobró la semana pasada?", "¿Qué cambiarías de ese orden?")


@dataclass(frozen=True)
class Post:
    """One text, and what is known of it."""

    number: int
    title: str
    day: date
    segment: int
    person: int
    topic: str
    summary: str
    ask: str
    body: str

    @property
    def slug(self) -> str:
        """The same address in all programs, whatever the title becomes."""
        return f"entrada-{self.number}"


@dataclass(frozen=True)
class Group:
    """A segment of clients: to the other programs, a term."""

    id: str
    name: str


def groups() -> tuple[Group, ...]:
    """The twelve segments."""
    return tuple(Group(f"grupo-{number}", f"{name} de barrio") for number, name in enumerate(TRADES.split()))


def posts(count: int) -> Iterator[Post]:
    """So many posts, the newest first; the first hundred are the same however many there are."""
    for number in range(count):
        chance = random.Random(number)
        topic = chance.choice(TOPICS)
        yield Post(
            number=number,
            title=f"{chance.choice(HEADINGS)}: {topic}, nota {number}",
            day=TODAY - timedelta(days=1 + number % DAYS),
            segment=number % len(groups()),
            person=chance.randrange(len(PEOPLE)),
            topic=topic,
            summary=f"{chance.choice(SUBJECTS)}, contada en una página.",
            ask=chance.choice(ASKED),
            body=body(chance),
        )


def body(chance: random.Random) -> str:
    """About 350 words."""
    first, second = chance.sample(HEADINGS, 2)
    parts = [paragraph(chance, 4), f"## {first}", paragraph(chance, 4), listing(chance), f"## {second}"]
    parts += [paragraph(chance, 4), *extra(chance), paragraph(chance, 3), chance.choice(ASKED)]
    return "\n\n".join(parts) + "\n"


def paragraph(chance: random.Random, sentences: int) -> str:
    """Some sentences."""
    return " ".join(sentence(chance) for _ in range(sentences))


def sentence(chance: random.Random) -> str:
    """A sentence of about fifteen words."""
    when = chance.choice(TIMES)
    told = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
    return f"{told} {when}." if chance.random() < 0.6 else f"{when.capitalize()}, {told[0].lower()}{told[1:]}."


def listing(chance: random.Random) -> str:
    """Three to five points, numbered or not."""
    mark = chance.choice(("-", "1."))
    return "\n".join(f"{mark} {sentence(chance)}" for _ in range(chance.randint(3, 5)))


def extra(chance: random.Random) -> list[str]:
    """Now and then a table, a quotation, or a block of code."""
    kind = chance.randrange(6)
    if kind == 0:
        rows = "\n".join(f"| {day} | {chance.randint(10, 90)} kg | {chance.randint(1, 9)} % |" for day in ("lu", "mi"))
        return [f"| día | harina | merma |\n| --- | ---: | ---: |\n{rows}"]
    if kind == 1:
        return [f"> {sentence(chance)}"]
    if kind == 2:
        return [f"```text\nharina {chance.randint(10, 90)}\nagua {chance.randint(10, 90)}\n```"]
    return []
