"""Bodies made of pieces of which everything is known: how many words, which of them sell, what is asked.

A text's facts: {words, selling, asks, person, links, blind}: `asks` a question is in it; `person` a link leads to
one; `links` how many lead to another site; `blind` the number of images without a text.
"""

NEUTRAL = "harina horno masa agua sal tiempo mesa calle barrio libreta martes turno pan corteza miga levadura".split()
TO_A_PERSON = ("mailto:irene@taller.example", "tel:+573000000000", "https://wa.me/573000000000")
TO_A_CHECKOUT = ("https://pagos.example/curso", "https://formularios.example/alta")


def plain_facts(text):
    """Those of a text of words and signs alone."""
    words = sum(any(sign.isalnum() for sign in part) for part in text.split())
    return {"words": words, "selling": 0, "asks": "?" in text, "person": False, "links": 0, "blind": 0}


def sentence(dice, number, end="."):
    """So many words."""
    words = [dice.choice(NEUTRAL) for _ in range(number)]
    return " ".join(words).capitalize() + end


def question(dice, number):
    return "¿" + sentence(dice, number, "?")


def text(dice, sells=0, asks=False, links=(), blind=0, most=40):
    """A body and its facts. `sells`: so many words in a `::: pitch` passage."""
    plain = dice.choice((3, 10, 20, 25, 30, most))
    pieces, words = [sentence(dice, plain)], plain
    if asks:
        pieces.append(question(dice, 4))
        words += 4
    pieces += [f"[Más aquí]({link})" for link in links]
    words += 2 * len(links)
    pieces += ["![](/img/pan.png)"] * blind
    dice.shuffle(pieces)
    if sells:
        pieces.insert(dice.randint(0, len(pieces)), f"::: pitch\n{sentence(dice, sells)}\n:::")
        words += sells
    facts = {"words": words, "selling": sells, "asks": asks, "blind": blind}
    facts |= {"person": bool({*links} & {*TO_A_PERSON}), "links": len({*links} & {*TO_A_CHECKOUT})}
    return "\n\n".join(pieces) + "\n", facts


def disguised(dice, body):
    """The same text to a reader: case, accents, space and punctuation are no difference. Of plain words only."""
    return (
        "\n\n".join(f"¡{part.upper()}" for part in body.split()) + "\n"
        if dice.random() < 0.5
        else body.replace(".", "!")
    )
