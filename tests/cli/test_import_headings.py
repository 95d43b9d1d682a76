"""`valuegen import csv`: the headings that people and programs write, what is shown of them, and what is asked."""

import pytest
from terminal import in_terminal

from bench import Bench, MiniWorkspace
from valuegen.bring.headings import CALENDAR, CONTACTS, OPT_OUTS, SORTS, guessed
from valuegen.bring.sorts import sort_of

CLIENTS = "content/private/contacts.yaml"
SEGMENTS = "panaderias: {name: Panaderías}\nbares: {name: Bares}\n"
EXPORTS = {
    "hubspot": (
        CONTACTS,
        """
        Record ID | First Name → first | Last Name → last | Email → email | Phone Number → phone |
        Mobile Phone Number → phone | Contact owner → owner | Lead Status | Company name → about |
        Job Title → about | Original Source → came_by | Unsubscribed from all email → opted_out |
        Create Date
        """,
    ),
    "hubspot-es": (
        CONTACTS,
        """
        Nombre → first | Apellidos → last | Correo → email | Número de teléfono → phone |
        Número de móvil → phone | Propietario del contacto → owner | Fuente original → came_by |
        Nombre de la empresa → about
        """,
    ),
    "mailchimp": (
        CONTACTS,
        """
        Email Address → email | First Name → first | Last Name → last | Address | Phone Number → phone |
        Birthday → birthday | MEMBER_RATING | OPTIN_TIME → agreed | OPTIN_IP | CONFIRM_IP | LATITUDE | LEID
        | EUID | NOTES → about | TAGS → labels
        """,
    ),
    "mailchimp-unsubscribed": (
        OPT_OUTS,
        """
        Email Address → email | First Name | Last Name | UNSUB_TIME → opted_out | UNSUB_CAMPAIGN_TITLE |
        UNSUB_REASON
        """,
    ),
    "google": (
        CONTACTS,
        """
        First Name → first | Middle Name → first | Last Name → last | Phonetic First Name | Name Prefix |
        Nickname | File As | Organization Name → about | Organization Title → about | Birthday → birthday |
        Notes → about | Photo | Labels → labels | E-mail 1 - Label | E-mail 1 - Value → email |
        Phone 1 - Label | Phone 1 - Value → phone | Phone 2 - Value → phone
        """,
    ),
    "google-old": (
        CONTACTS,
        """
        Name → name | Given Name → first | Additional Name → first | Family Name → last |
        Birthday → birthday | Notes → about | Group Membership → labels | E-mail 1 - Type |
        E-mail 1 - Value → email
        """,
    ),
    "outlook": (
        CONTACTS,
        """
        First Name → first | Middle Name → first | Last Name → last | E-mail Address → email |
        E-mail 2 Address → email | Home Phone → phone | Business Phone → phone | Mobile Phone → phone |
        Company → about | Job Title → about | Birthday → birthday | Anniversary → anniversary |
        Notes → about | Categories → labels
        """,
    ),
    "outlook-es": (
        CONTACTS,
        """
        Nombre → first | Segundo nombre → first | Apellidos → last | Dirección de correo electrónico → email
        | Teléfono móvil → phone | Teléfono particular → phone | Organización → about |
        Cumpleaños → birthday | Aniversario → anniversary | Notas → about | Categorías → labels
        """,
    ),
    "shop": (
        CONTACTS,
        """
        Customer name → name | Email → email | Phone → phone | Accepts Email Marketing → may_offer |
        Tags → labels
        """,
    ),
    "by-hand": (
        CONTACTS,
        """
        ¿Quién? → name | Para quién → segment | Acepta correos → may_write | Teléfono móvil → phone |
        F. nacimiento → birthday | Grupo → labels | Cómo nos conoció → came_by | No escribir → opted_out |
        Correo* → email
        """,
    ),
    "mexico": (
        CONTACTS,
        """
        Apellido paterno → last | Apellido materno → last | Nombre(s) → first | Cel. → phone |
        Correo electrónico (personal) → email | Fec. nac. → birthday | Consentimiento → may_write
        """,
    ),
    "in-their-own-words": (
        CONTACTS,
        """
        Name of client → name | Mobile phone no. → phone | Nº de móvil → phone | E-mail addr. → email |
        Correo electrónico principal → email | Celular / WhatsApp → phone | Email id → email | No email |
        Email status | E-mail 1 - Type | Emails sent | Business Fax | Assistant's Phone | Phone type |
        First contact | Last contact | Emergency contact phone | Notas internas → about
        """,
    ),
    "firms": (
        CONTACTS,
        """
        Razón social → name | Rubro → labels | Tel. de contacto → phone | E-mail → email
        """,
    ),
    "editorial": (
        CALENDAR,
        """
        Fecha de publicación → date | Título → title | Tipo de contenido → kind | Para quién → segment |
        Red social → channel | Estado → status | Responsable → author | Copy → text | CTA → ask
        """,
    ),
    "editorial-en": (
        CALENDAR,
        """
        Publish date → date | Headline → title | Content type → kind | Target audience → segment |
        Platform → channel | Status → status | Assignee → author | Caption → text | Call to action → ask
        """,
    ),
    "editorial-by-hand": (
        CALENDAR,
        """
        Fecha prevista de publicación → date | Título del artículo → title | Canal de publicación → channel |
        Estado actual → status | ¿Quién? → author | ¿A quién? → segment | Fecha de creación | SEO title
        """,
    ),
    "baja": (
        OPT_OUTS,
        """
        Correo → email | Fecha de baja → opted_out
        """,
    ),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_headings_of_people_and_programs(name: str) -> None:
    sort, text = EXPORTS[name]
    columns = [" ".join(column.split()).partition(" → ") for column in text.split("|")]
    headings = [heading for heading, _, _ in columns]
    assert sort_of(headings, {}) == sort
    assert guessed(headings, sort) == {heading: key for heading, _, key in columns if key}


@pytest.mark.parametrize("sort", SORTS)
def test_every_key_is_a_heading_of_its_own(sort: str) -> None:
    from valuegen.bring.headings import KEYS

    assert guessed(KEYS[sort], sort).items() >= {(key, key) for key in KEYS[sort] if key not in ("first", "last")}
    names = [name for key, names in KEYS[sort].items() for name in {key.replace("_", "-"), *names.split()}]
    assert sorted(names) == sorted({*names})


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({"content/segments.yaml": SEGMENTS})


def test_what_each_column_is_taken_for_is_shown_with_a_value(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre,Correo,Color,Vacía\n,,,\nRosa Díaz,rosa@horno.example,rojo,\nAna,,,\n")
    done = work.run("import", "csv", "c.csv", "--segment", "bares", "--dry-run")
    assert done.exit == 0
    assert done.err.splitlines()[:5] == [
        "c.csv: 2 filas, tomadas como contactos (--as contacts).",
        f"   1  Nombre  {'Rosa Díaz':<30}  name",
        f"   2  Correo  {'rosa@horno.example':<30}  email",
        f"   3  Color   {'rojo':<30}  (no se trae)",
        "1 columna está vacía.",
    ]
    assert "Nombre" not in work.run("import", "csv", "c.csv", "--segment", "bares", "--quiet").err


def test_where_a_column_is_missing_the_whole_mapping_is_there_to_paste(work: MiniWorkspace) -> None:
    work.write("c.csv", '"Apodo, o mote",Correo,Otra\nRosa,rosa@horno.example,x\n')
    refused = work.run("import", "csv", "c.csv", "--as", "contacts", "--segment", "bares", language="en")
    assert refused.exit == 2
    assert "No column says what they are called (name, or first and last)." in refused.err
    [pasted] = [line.strip() for line in refused.err.splitlines() if "--map" in line]
    assert pasted == '--map "1=,Correo=email,Otra="'
    assert "These are the keys: id, name, first, last, email, phone" in refused.err
    mapping = pasted.removeprefix('--map "').rstrip('"').replace("1=", "1=name")
    done = work.run("import", "csv", "c.csv", "--as", "contacts", "--segment", "bares", "--map", mapping)
    assert done.exit == 0
    assert "  name: Rosa\n" in work.read(CLIENTS)


def test_on_a_terminal_columns_are_changed_till_they_are_right(work: MiniWorkspace) -> None:
    work.write("c.csv", "Apodo;Correo;Otra\nRosa;rosa@horno.example;x\n")
    typed = "9=name\n1=nombre\n1=name, otra=about, correo=\n\n"
    shown = in_terminal(
        work.root, "import", "csv", "c.csv", "--as", "contacts", "--segment", "bares", language="en", typed=typed
    )
    assert shown.exit == 0, shown.out
    for line in (
        "Which column says what they are called (name, or first and last)? (3=name)",
        "There is no column “9=name”. Write its number, = and a key.",
        "“nombre” is no key of contacts.",
        "Apodo → name",
        "Correo → (not taken)",
        "Is it right? (Enter: yes; 3=phone: what column 3 is; 3=: leave it out)",
    ):
        assert line in shown.out
    assert work.read(CLIENTS) == '- id: rosa\n  name: Rosa\n  segments: [bares]\n  about: "Otra: x"\n'


def test_with_yes_nothing_is_asked(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Correo\nRosa;rosa@horno.example\n")
    shown = in_terminal(work.root, "import", "csv", "c.csv", "--segment", "bares", "--yes")
    assert shown.exit == 0, shown.out
    assert "¿Está bien?" not in shown.out


def test_several_columns_of_one_key(work: MiniWorkspace) -> None:
    """Names are put together, and what is known; of phones the mobile comes first, where there is one."""
    work.write(
        "c.csv",
        "Home Phone,Mobile Phone,First Name,Middle Name,Last Name,Company,Notes\n"
        "+34 910 000 000,+34 600 000 000,Ana,María,Gil,Horno Gil,Prefiere tardes\n+34 910 000 001,,Eva,,Paz,,\n",
    )
    assert work.run("import", "csv", "c.csv", "--segment", "bares").exit == 0
    assert work.read(CLIENTS) == (
        "- id: ana-maria-gil\n  name: Ana María Gil\n  segments: [bares]\n"
        '  phone: "+34 600 000 000"\n  about: |\n    Prefiere tardes\n    Company: Horno Gil\n\n'
        '- id: eva-paz\n  name: Eva Paz\n  segments: [bares]\n  phone: "+34 910 000 001"\n'
    )


def test_labels_that_name_a_segment_are_one(work: MiniWorkspace) -> None:
    work.write(
        "c.csv",
        "Name,Labels\nAna,Bares ::: * myContacts\nEva,VIP ::: panaderías\nIda,VIP\n",
    )
    done = work.run("import", "csv", "c.csv", language="en")
    assert done.exit == 0
    text = work.read(CLIENTS)
    assert ("name: Ana\n  segments: [bares]" in text, "name: Eva\n  segments: [panaderias]" in text) == (True, True)
    assert "c.csv:4: “Ida” has no segment: add --segment." in done.err
    assert "c.csv: The label “VIP” (2 rows): no segment is called so." in done.err
    assert "myContacts" not in done.err.partition("Not taken")[2]


def test_columns_that_are_not_taken_are_named_with_how_to_take_them(work: MiniWorkspace) -> None:
    """Those without a heading too; an empty one is none, and what somebody left out is not told."""
    work.write("c.csv", "Name,City,Fax,,Empty\nRosa Díaz,Bogotá,12,x y,\n")
    said = work.run("import", "csv", "c.csv", "--segment", "bares", "--quiet", "--dry-run", language="en").err
    assert 'c.csv: Columns 2 (City), 3 (Fax), and 4 (Col D). To take one, add for example --map "2=about".' in said
    done = work.run("import", "csv", "c.csv", "--segment", "bares", "--map", "2=,3=,Col D=about", language="en")
    assert "To take" not in done.err
    assert 'about: "Col D: x y"' in work.read(CLIENTS)
