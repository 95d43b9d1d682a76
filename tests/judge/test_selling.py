"""What sells something of the writer's own, and what only speaks of prices, offers and deadlines."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from valuegen.judge import Ground, Hit, Writing, judge
from valuegen.judge.parts import Added
from valuegen.prose import parse

HERE = Path(__file__).parent
ENOUGH = 3


def hits(text: str, language: str = "es", *products: tuple[str, str], **words: Added) -> tuple[Hit, ...]:
    return judge(Writing(prose=parse(text, language)), Ground(language, products, words)).selling


def sorts(text: str, language: str = "es", *products: tuple[str, str], **words: Added) -> set[str]:
    return {hit.sort for hit in hits(text, language, *products, **words)}


def texts(language: str, key: str) -> list[Any]:
    files = (HERE / f"{name}.{language}.yaml" for name in ("selling", "selling-strangers"))
    rows = [row for file in files for row in yaml.safe_load(file.read_text(encoding="utf-8"))[key]]
    return [pytest.param(row, language, id=" ".join(row["text"].split()[:8])) for row in rows]


@pytest.mark.parametrize(("row", "language"), [*texts("es", "sells"), *texts("en", "sells")])
def test_what_sells_is_found(row: Any, language: str) -> None:
    assert len(sorts(row["text"], language, *map(tuple, row.get("products", ())))) >= ENOUGH


@pytest.mark.parametrize(("row", "language"), [*texts("es", "speaks"), *texts("en", "speaks")])
def test_what_only_speaks_of_it_is_left_alone(row: Any, language: str) -> None:
    assert len(sorts(row["text"], language, *map(tuple, row.get("products", ())))) < ENOUGH


OFFER = "Mi curso cuesta 95 €, con un 10 % de descuento hasta el viernes. Apúntate aquí."


def test_the_signals_of_an_offer_each_with_its_sort_and_line() -> None:
    text = f"Amasa despacio.\n\n{OFFER}"
    assert [(hit.sort, hit.text, hit.line) for hit in hits(text)] == [
        ("product", "Mi curso", 3),
        ("price", "cuesta 95 €", 3),
        ("discount", "descuento", 3),
        ("urgency", "hasta el viernes", 3),
        ("call", "Apúntate", 3),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"::: pitch\n{OFFER}\n:::",
        f"> {OFFER}",
        f"    {OFFER}",
        f"```\n{OFFER}\n```",
        "Un mal cartel: «Cuesta 95 €, con un 10 % de descuento hasta el viernes. Apúntate aquí.»",
    ],
    ids=["a passage that says so", "a block quote", "indented code", "fenced code", "quotation marks"],
)
def test_what_is_not_said_in_the_writers_own_voice_is_nothing(text: str) -> None:
    assert not sorts(text) - {"product"}


def test_the_name_of_a_product_case_and_accents_aside() -> None:
    product = ("Gestoría tranquila", "https://cuentas.example/gestoria")
    assert sorts("Con GESTORIA TRANQUILA te olvidas: 49 € al mes.", "es", product) == {"product", "price"}
    assert "product" not in sorts("Con gestoría y tranquila te olvidas: 49 € al mes.", "es", product)


@pytest.mark.parametrize(
    "link", ["[aquí](https://www.cuentas.example/gestoria/?de=hoja)", "https://cuentas.example/gestoria"]
)
def test_the_address_of_a_product(link: str) -> None:
    product = ("Gestoría tranquila", "https://cuentas.example/gestoria")
    assert "product" in sorts(f"Por 49 € al mes te olvidas: {link}", "es", product)
    assert "product" not in sorts(f"Por 49 € al mes te olvidas: {link}", "es", ("Otra", "https://otra.example"))


@pytest.mark.parametrize(
    "call",
    ["Reserva", "Reservá", "Reserve", "Reserven", "Reservad", "Resérvala", "Reservala", "Resérvela", "Resérvenla"],
)
def test_an_imperative_in_every_person(call: str) -> None:
    assert "call" in sorts(f"Mi clase cuesta 20 €. {call} hoy.")


@pytest.mark.parametrize("call", ["Apúntate", "Apuntate", "Apúntese", "Apúntense", "Apuntaos", "Puedes apuntarte"])
def test_a_verb_of_joining_in_every_person(call: str) -> None:
    assert "call" in sorts(f"Mi clase cuesta 20 €. {call} hoy.")


@pytest.mark.parametrize("other", ["La reserva es de 20 €.", "No reserves todavía.", "Mucha gente reserva tarde."])
def test_the_same_verb_that_calls_nobody(other: str) -> None:
    assert "call" not in sorts(f"Mi clase cuesta 20 €. {other}")


@pytest.mark.parametrize("said", ["Me", "Us.", "Me, too, thanks"])
def test_nothing_stands_before_the_first_word(said: str) -> None:
    assert {hit.text for hit in hits(f"My course costs 45 €. Book now.\n\n{said}", "en") if hit.sort == "call"} == {
        "Book"
    }


@pytest.mark.parametrize(
    "cost", ["una multa de 200 €", "una factura de 200 €", "pierdes 200 €", "un alquiler de 200 €", "un gasto de 200 €"]
)
def test_an_amount_that_is_no_price(cost: str) -> None:
    assert "price" not in sorts(f"Mi clase, de regalo. Apúntate. Te evita {cost}.")


def test_a_story_of_the_past_sells_nothing() -> None:
    assert len(sorts("El año pasado mi curso costaba 95 €, con un 10 % de descuento, y se llenó.")) < ENOUGH
    assert len(sorts("Last year my course was £95 with a discount until Friday, and people booked.", "en")) < ENOUGH


@pytest.mark.parametrize("made", ["I have prepared", "We have prepared", "I've prepared"])
def test_what_somebody_has_made_for_now_is_no_story(made: str) -> None:
    offer = "a course for bakers: four evenings, €95. There are only eight places left, so sign up today."
    assert len(sorts(f"{made} {offer}", "en")) >= ENOUGH
    assert not sorts("They had prepared a course for bakers: four evenings, €95. Nobody came.", "en")


def test_what_is_far_from_the_offer_does_not_count() -> None:
    far = "El primer mes sale gratis en casi todas.\n\nOtra cosa.\n\nY otra.\n\nY otra más.\n\n"
    assert "discount" not in sorts(far + "Mi clase cuesta 20 €. Apúntate.")


def test_a_table_of_own_prices() -> None:
    table = "\n\n| Plan | Precio |\n| --- | --- |\n| Básico | 390 € |\n\n"
    assert "price" in sorts(
        f"Estas son nuestras tarifas:{table}Elige la tuya y contrátala hoy con un 10 % de descuento."
    )
    assert "price" not in sorts(f"Lo que vale una web, según el ministerio:{table}Nada más.")


def test_a_workspace_adds_words_and_takes_some_out() -> None:
    text = "Mi clase cuesta 20 €. Chollazo."
    assert "discount" not in sorts(text)
    assert "discount" in sorts(text, discount=Added(add=("chollazo",)))
    assert "call" not in sorts("Mi clase cuesta 20 €. Apúntate.", call=Added(without=("apuntar",)))


def test_a_text_in_the_other_language_than_the_site() -> None:
    text = "My course is £95, 10% off until Friday. Sign up here and bring the flour that you have at home."
    assert len(sorts(text, "es")) >= ENOUGH


def test_a_site_in_a_language_without_lists_is_judged_too() -> None:
    assert {hit.sort for hit in hits("Brújula: 95 €", "fr", ("Brújula", "https://b.example/c"))} <= {"product", "price"}


@pytest.mark.parametrize("text", ["", "   ", "# ", "| |\n| - |\n", "€ $ £ % # ... «", "€" * 500, "solo " * 500])
def test_odd_texts_are_judged_too(text: str) -> None:
    assert not hits(text)


@pytest.mark.parametrize(
    "text",
    [
        "«a» 1 € " * 20_000,
        "1 € gratis\n\n" * 10_000,
        "a." * 50_000 + " 1 €",
        "[a](https://b.example/c) 1 €\n\n" * 5_000,
        "Resérvala Brújula 1 € " * 10_000,
    ],
    ids=["quotations", "paragraphs", "points", "links", "one sentence"],
)
def test_a_text_of_many_pieces_is_judged_in_the_time_of_its_length(text: str) -> None:
    """What grew with the square of it would not end while somebody waits."""
    hits(text, "es", ("Brújula", "https://b.example/c"))
