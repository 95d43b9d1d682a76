"""The page of the manual: `man valuegen`, from the same words as `--help`, in both languages."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from valuegen.cli import main
from valuegen.cli.spoken import Command
from valuegen.words import say

SHARED = frozenset({"workspace", "quiet", "verbose", "no_color", "version", "help"})
WORDS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "name": "NAME",
        "what": "an editorial calendar that keeps the promises you made to your clients",
        "synopsis": "SYNOPSIS",
        "usage": "[OPTIONS] COMMAND [ARGS]...",
        "description": "DESCRIPTION",
        "options": "OPTIONS",
        "anywhere": "These may stand before or after the command.",
        "commands": "COMMANDS",
        "examples": "Examples",
        "status": "EXIT STATUS",
        "statuses": (
            "fine",
            "a promise is broken, or a file can't be read",
            "the command line is wrong",
            "interrupted",
        ),
        "environment": "ENVIRONMENT",
        "variables": {
            "VALUEGEN_WORKSPACE": "the folder with valuegen.yaml, as --workspace",
            "NO_COLOR": "no colours, as --no-color",
            "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": "the language of messages: Spanish or English",
        },
        "files": "FILES",
        "paths": {
            "valuegen.yaml": "the site, the rules, the products",
            "content/": "segments, people, channels, the calendar and the texts",
            "content/private/": "what you know of your clients: it goes neither to git nor to the site",
            "site/public/": "to deploy, and only that",
            "site/planner/": "yours: what is due, the months ahead, the outbox",
        },
    },
    "es": {
        "name": "NOMBRE",
        "what": "un calendario editorial que cumple lo que prometiste a tus clientes",
        "synopsis": "SINOPSIS",
        "usage": "[OPCIONES] ORDEN [ARGUMENTOS]...",
        "description": "DESCRIPCIÓN",
        "options": "OPCIONES",
        "anywhere": "Pueden ir antes o después de la orden.",
        "commands": "ÓRDENES",
        "examples": "Ejemplos",
        "status": "ESTADO DE SALIDA",
        "statuses": (
            "todo bien",
            "una promesa se rompe, o un archivo no se puede leer",
            "la orden está mal escrita",
            "interrumpido",
        ),
        "environment": "ENTORNO",
        "variables": {
            "VALUEGEN_WORKSPACE": "la carpeta con valuegen.yaml, como --workspace",
            "NO_COLOR": "sin colores, como --no-color",
            "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": "el idioma de los mensajes: español o inglés",
        },
        "files": "ARCHIVOS",
        "paths": {
            "valuegen.yaml": "el sitio, las reglas, los productos",
            "content/": "los segmentos, las personas, los canales, el calendario y los textos",
            "content/private/": "lo que sabes de tus clientes: no va a git ni al sitio",
            "site/public/": "para publicar, y solo eso",
            "site/planner/": "tuyo: lo que toca, los meses que vienen, lo que hay que enviar",
        },
    },
}
STATUSES = (0, 1, 2, 130)


def man_page(language: str) -> str:
    """The whole page, in roff."""
    with speaking(language):
        return "\n".join(_lines(language, WORDS[language])) + "\n"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Helps are said in the language of whoever reads: here that one."""
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        os.environ.pop("LANGUAGE") if before is None else os.environ.update(LANGUAGE=before)


def _lines(language: str, words: Mapping[str, Any]) -> Iterator[str]:
    program = click.Context(main, info_name="valuegen")
    yield from ('.TH VALUEGEN 1 "" "valuegen"', ".nh", ".ad l")  # what is typed is never broken in two
    yield from (f".SH {words['name']}", f"valuegen \\- {_plain(words['what'])}")
    yield from (f".SH {words['synopsis']}", ".B valuegen", _plain(words["usage"]))
    yield from (f".SH {words['description']}", *_paragraphs(say(main.told, language)))
    yield from (f".SH {words['options']}", _plain(words["anywhere"]))
    yield from _options(main, program, shared=True)
    yield f".SH {words['commands']}"
    for path, command in _commands(main, program, ()):
        yield from _command(path, command, program, language, words)
    yield f".SH {words['status']}"
    for status, meaning in zip(STATUSES, words["statuses"], strict=True):
        yield from _item(str(status), meaning)
    for title, items in (("environment", "variables"), ("files", "paths")):
        yield f".SH {words[title]}"
        for name, meaning in words[items].items():
            yield from _item(name, meaning)


def _commands(
    group: click.Group, ctx: click.Context, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command, and those of a command that has some of its own after it."""
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        assert found is not None
        yield (*path, name), found
        if isinstance(found, click.Group):
            yield from _commands(found, click.Context(found, info_name=name, parent=ctx), (*path, name))


def _command(
    path: tuple[str, ...],
    command: click.Command,
    program: click.Context,
    language: str,
    words: Mapping[str, Any],
) -> Iterator[str]:
    ctx = click.Context(command, info_name=path[-1], parent=program)
    yield f".SS valuegen {' '.join(path)}"
    yield from (".B valuegen " + _plain(" ".join(path)), _plain(" ".join(command.collect_usage_pieces(ctx))), ".PP")
    told = getattr(command, "told", None)
    yield from _paragraphs(say(told, language) if told else command.help or "")
    yield from _options(command, ctx, shared=False)
    if isinstance(command, Command) and command.examples:
        yield from (".PP", f"{words['examples']}:")
        for line, meaning in command.said_examples(language):
            yield from (".PP", f"\\fB{_plain(line)}\\fR", ".br", _plain(meaning))


def _options(command: click.Command, ctx: click.Context, shared: bool) -> Iterator[str]:
    for parameter in command.params:
        record = parameter.get_help_record(ctx)
        if record is not None and record[1] and (parameter.name in SHARED) == shared:
            yield from _item(*record)


def _item(name: str, meaning: str) -> Iterator[str]:
    yield from (".TP", f"\\fB{_plain(name)}\\fR", _plain(meaning))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from (_plain(" ".join(paragraph.split())), ".PP")


def _plain(text: str) -> str:
    """A text that holds nothing that roff would take for its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
