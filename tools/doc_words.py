"""What the made pages of docs/ say of their own, in each language."""

MADE = "<!-- Made by tools/docs.py: change what it is made of, not this page. -->"

RULES = {
    "en": f"""{MADE}

# The rules

*[En español](rules.es.md)*

Each rule is a promise that `valuegen check` looks after. `valuegen explain RULE` shows these pages in the terminal;
`valuegen rules`, what is in force in your workspace. What each of them says is in [the gallery](findings.md).

In `valuegen.yaml`, `rules:` changes a rule for everybody, and a segment's own `rules:` for what is found about it:

```yaml
rules:
  pitch-share: {{max: 15%, window: 60 days}}
  too-quiet: off
  unanswered: {{level: error, after: 1 day}}
```

`allow: {{RULE: reason}}` on an entry, a contact or a need silences one rule there.""",
    "es": f"""{MADE}

# Las reglas

*[In English](rules.md)*

Cada regla es una promesa que `valuegen check` cuida. `valuegen explain REGLA` muestra estas páginas en la terminal;
`valuegen rules`, lo que rige en tu espacio de trabajo. Lo que dice cada una está en [la galería](findings.es.md).

En `valuegen.yaml`, `rules:` cambia una regla para todos; el `rules:` de un segmento, para lo que se encuentra sobre él:

```yaml
rules:
  pitch-share: {{max: 15%, window: 60 días}}
  too-quiet: off
  unanswered: {{level: error, after: 1 día}}
```

`allow: {{REGLA: motivo}}` en una entrada, un contacto o una necesidad silencia ahí una sola regla.""",
}

LEVELS = {
    "en": """| level | what it does |
| --- | --- |
| error | a promise is broken: the build fails, and nothing is published |
| warning | fails under `--strict` |
| todo | owed to somebody, or left undone: shown first; fails only under `--fail-on todo` |
| note | to know |
| off | is not looked at |

\\* can be neither silenced nor set below error · † keeps its level on what is past (else that is a note) · ○ off in
`profile: gentle`""",
    "es": """| nivel | qué hace |
| --- | --- |
| error | se rompió una promesa: la construcción falla y no se publica nada |
| warning | falla con `--strict` |
| todo | se le debe a alguien, o quedó sin hacer: se muestra primero; solo falla con `--fail-on todo` |
| note | para que lo sepas |
| off | no se mira |

\\* no se puede silenciar ni bajar de error · † conserva su nivel en lo pasado (si no, eso es una nota) · ○ apagada con
`profile: gentle`""",
}

TABLE = {
    "en": ["rule", "level", "options", "what is found"],
    "es": ["regla", "nivel", "opciones", "qué se encuentra"],
}

FINDINGS = {
    "en": f"""{MADE}

# What valuegen says

*[En español](findings.es.md)*

A gallery: a broken workspace, and what `valuegen check` says of it in a terminal, for each rule and for each mistake of
form. The files shown are those in which a workspace differs from this one, on 1 December 2026:""",
    "es": f"""{MADE}

# Lo que dice valuegen

*[In English](findings.md)*

Una galería: un espacio de trabajo con algo roto, y lo que `valuegen check` dice de él en una terminal, para cada regla
y cada error de forma. Los archivos que se ven son aquellos en los que se distingue de este, el 1 de diciembre
de 2026:""",
}

GROUPS = {
    "calendar": {"en": "Form: the calendar", "es": "Forma: el calendario"},
    "posts": {"en": "Form: posts", "es": "Forma: las publicaciones"},
    "valuegen.yaml": {"en": "Form: valuegen.yaml", "es": "Forma: valuegen.yaml"},
    "themes": {"en": "Form: themes and their options", "es": "Forma: los temas y sus opciones"},
    "private": {"en": "Form: clients, needs and the log", "es": "Forma: clientes, necesidades y registro"},
    "others": {
        "en": "Form: segments, people, channels and other files",
        "es": "Forma: segmentos, personas, canales y otros archivos",
    },
}
"""Where the first mistake stands → the heading, in the order of the page."""

NOT_TEXT = {"en": "(not text in UTF-8)", "es": "(no es texto en UTF-8)"}
NO_FILE = {"en": "(empty)", "es": "(vacío)"}
