"""The words of the tables in Spanish, for the page in that language: phrases, and how numbers are written."""

import re
from dataclasses import replace

from tools.bench.report import Report, Table

PHRASES = {
    "seconds by the clock, median (least–most)": "segundos de reloj, mediana (mínimo–máximo)",
    "seconds of processors": "segundos de procesador",
    "ratios by the clock": "razones de reloj",
    "median (least–most)": "mediana (mínimo–máximo)",
    "nothing changed": "sin cambios",
    "one body changed": "un texto cambiado",
    "one title changed": "un título cambiado",
    "one segment renamed": "un segmento con otro nombre",
    "public/ alone": "solo public/",
    "memory a post more": "memoria por publicación más",
    "memory an entry more": "memoria por entrada más",
    "From save to page": "De guardar a la página",
    "from save to page": "de guardar a la página",
    "How `build` grows": "Cómo crece `build`",
    "How `check` grows": "Cómo crece `check`",
    "Starting": "Arrancar",
    "Judging words, beside parsing them": "Juzgar palabras, al lado de analizarlas",
    "judging 350 words, beside the parse": "juzgar 350 palabras, aparte del análisis",
    "ms for 350 words": "ms por 350 palabras",
    "the whole command": "la orden entera",
    "a whole check": "una comprobación entera",
    "all rules": "todas las reglas",
    "reading": "leer",
    "planning": "planificar",
    "credit": "crédito",
    "milliseconds": "milisegundos",
    "memory": "memoria",
    "Memory": "Memoria",
    "against": "frente a",
    "engine": "motor",
    "entries": "entradas",
    "posts": "publicaciones",
    "texts of": "textos de",
    "words": "palabras",
    "parsed": "analizado",
    "judged": "juzgado",
    "ratio": "razón",
    "cold": "en frío",
    "and": "y",
    "The bars": "Los listones",
    "The machine had other work: a load of": "La máquina tenía otro trabajo: una carga de",
    "before this began": "antes de empezar",
    "all the while": "todo el tiempo",
    "at most": "a lo sumo",
    "missed by": "no cumplido por un",
    "times the bar": "veces el listón",
    "missed": "no cumplido",
    "met": "cumplido",
    "was": "fue",
    "cores": "núcleos",
    "beside": "al lado de",
}
FOUND = re.compile("|".join(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])" for phrase in sorted(PHRASES, key=len)[::-1]))
COMMAS = str.maketrans(",.", ".,")
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![.,]?\w)")


def in_spanish(report: Report) -> Report:
    """The same with Spanish words."""
    return replace(
        report,
        tables=tuple(
            Table(said(table.title), cells(table.head), tuple(cells(row) for row in table.rows))
            for table in report.tables
        ),
        notes=cells(report.notes),
    )


def cells(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Some texts."""
    return tuple(map(said, texts))


def said(text: str) -> str:
    """The phrases of one text, and its numbers: 1.234,5."""
    return NUMBER.sub(lambda found: found[0].translate(COMMAS), FOUND.sub(lambda found: PHRASES[found[0]], text))
