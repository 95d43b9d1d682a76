"""A finding of the oracle."""


def found(
    rule,
    level,
    one=None,
    segment=None,
    contact=None,
    contacts=(),
    line=None,
    day=None,
    held=(),
    need=None,
    about=None,
    each=None,
    **data,
):
    """A finding at an occurrence, a line of the log (its number), a segment, a contact, a need, or else (`about`).

    `held`: what a crowd's day holds. `each`: the numbers of each client, any of which will do.
    """
    return {
        "rule": rule,
        "level": level,
        "segment": segment,
        "contact": contact,
        "contacts": tuple(contacts),
        "need": need,
        "about": about,
        "entry": one and one["name"],
        "id": one and one["id"],
        "one": one,
        "line": line,
        "held": set(held),
        "day": day or (one and one["day"]),
        "data": data if each is None else {"each": each},
    }


def silenced(rule, one):
    return rule in one["entry"]["allow"]
