"""The words for what happened with one client, and for who they are."""

from dataclasses import replace

from valuegen.model.log import LogLine
from valuegen.pages.planner.frame import Desk
from valuegen.words import Cash, Message, msg

STAGES: dict[str, Message] = {
    "user": msg("uses something of yours"),
    "prospect": msg("may become a client"),
    "friend": msg("friend of the house"),
    "buyer": msg("has bought"),
    "recurring": msg("comes back"),
}
_OURS: dict[str, Message] = {
    "message": msg("{name} wrote to them", name=""),
    "call": msg("{name} called them", name=""),
    "coffee": msg("{name} had a coffee with them", name=""),
    "visit": msg("{name} visited them", name=""),
    "meeting": msg("{name} met them", name=""),
    "reply": msg("{name} noted their reply", name=""),
    "inquiry": msg("{name} noted their inquiry", name=""),
    "answer": msg("{name} answered them", name=""),
    "work": msg("{name} worked on it", name=""),
}
_THEIRS: dict[str, Message] = {
    "message": msg("They wrote"),
    "call": msg("They called"),
    "coffee": msg("You had a coffee together"),
    "visit": msg("They came by"),
    "meeting": msg("You met"),
    "reply": msg("They replied"),
    "inquiry": msg("They asked to buy"),
    "answer": msg("They answered"),
    "sale": msg("They bought"),
    "referral": msg("There was a recommendation"),
    "helped": msg("It helped them"),
    "testimonial": msg("They said in their own words"),
    "opt-out": msg("They asked not to be written to"),
    "lost": msg("They did not buy"),
    "work": msg("There was work on it"),
}
_WHY: dict[str, Message] = {
    "absence": msg("you were not there"),
    "competitor": msg("they went to somebody else"),
    "price": msg("the price"),
    "other": msg("another reason"),
}
SHAPES: dict[str, str] = {
    "sale": "★", "lost": "✕", "helped": "✓", "testimonial": "❝", "stage": "↑", "opt-out": "⊘", "referral": "↔",
}  # fmt: skip
"""Of lines that are no words to and fro; of these, `→` is what you said and `←` what they said."""


def shape_of(line: LogLine) -> str:
    """The shape by which a line is told apart."""
    return SHAPES.get(line.what) or ("→" if line.by else "←")


def happened(desk: Desk, line: LogLine) -> str:
    """What a line of the log says, as a sentence without its end."""
    if line.what == "stage" and line.stage:
        return desk.say(msg("From then on: {stage}", stage=STAGES[line.stage]))
    if line.what in ("sale", "lost"):
        return desk.say(_traded(desk, line))
    if line.by and line.what in _OURS:
        people = desk.plan.workspace.people
        name = people[line.by].name if line.by in people else line.by
        return desk.say(replace(_OURS[line.what], values={"name": name}))
    return desk.say(_THEIRS.get(line.what, line.what))


def _traded(desk: Desk, line: LogLine) -> Message:
    products = {product.id: product.name for product in desk.plan.workspace.settings.products}
    product = products.get(line.product or "", line.product or "")
    if line.what == "sale":
        price = Cash(line.amount.value, line.amount.currency) if line.amount else None
        if product and price:
            return msg("They bought “{product}” ({amount})", product=product, amount=price)
        return msg("They bought “{product}”", product=product) if product else msg("They bought")
    why = _WHY.get(line.why or "")
    if product and why:
        return msg("They did not buy “{product}”: {why}", product=product, why=why)
    return msg("They did not buy “{product}”", product=product) if product else msg("They did not buy")
