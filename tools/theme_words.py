"""What the tables of docs/themes.md say of their own, in each language. (Its text is in tools/themes.LANGUAGE.md.)"""

KINDS = {
    "en": {
        "colour": "a colour",
        "text": "a text",
        "flag": "yes or no",
        "number": "a number",
        "image": "a picture of `content/static/`",
        "links": "links",
    },
    "es": {
        "colour": "un color",
        "text": "un texto",
        "flag": "sí o no",
        "number": "un número",
        "image": "una imagen de `content/static/`",
        "links": "enlaces",
    },
}
VALUES = {
    "en": {"str": "text", "int": "whole number", "bool": "yes or no", "date": "day", "Html": "HTML", "bytes": "bytes"},
    "es": {"str": "texto", "int": "número entero", "bool": "sí o no", "date": "día", "Html": "HTML", "bytes": "bytes"},
}
SEVERAL = {"en": "list of {of}", "es": "lista de {of}"}
OR_NONE = {"en": "{of}, or none", "es": "{of}, o nada"}
NOTHING = {"en": "nothing", "es": "nada"}
INHERITS = {"en": "It has what is in {of} too.", "es": "Tiene también lo que hay en {of}."}
OPTIONS = {
    "en": ("option", "what it takes", "default", "what it is"),
    "es": ("opción", "qué admite", "si no dices nada", "qué es"),
}
TEMPLATES = {"en": ("template", "`page`", "`site`"), "es": ("plantilla", "`page`", "`site`")}
FIELDS = {"en": ("name", "value", "what it is"), "es": ("nombre", "valor", "qué es")}
