"""Defaults in force, as 2-format.md says them."""

from planning import entry, plan_of

from valuegen.plan.occurrence import Occurrence

SEGMENTS = {
    "a": {"channels": ["whatsapp", "blog", "visit"], "owner": "tomas"},
    "b": {"channels": ["visit", "newsletter"]},
    "c": {},
}
PEOPLE: dict[str, dict[str, str]] = {"irene": {}, "tomas": {}}
CONTACTS = {
    "rosa": {"segments": ["b"], "channel": "call"},
    "luis": {"segments": ["a", "b"]},
    "ana": {"segments": ["c"], "owner": "tomas"},
}


def made(**keys: object) -> Occurrence:
    plan = plan_of(entry("2026-12-03", **keys), segments=SEGMENTS, people=PEOPLE, contacts=CONTACTS)  # type: ignore[arg-type]
    return plan.occurrences[0]


def test_channels_of_segments() -> None:
    assert made(segments=["a"]).channels == ("blog",)
    assert made(segments=["b"]).channels == ("visit",)
    assert made(segments=["c"]).channels == ("blog",)
    assert made(segments=["b", "a", "c"]).channels == ("visit", "blog")


def test_channels_of_contacts() -> None:
    assert made(contacts=["rosa"]).channels == ("call",)
    assert made(contacts=["luis"]).channels == ("whatsapp",)
    assert made(contacts=["ana"]).channels == ("email",)
    assert made(contacts=["rosa", "luis", "ana"]).channels == ("call", "whatsapp", "email")


def test_channels_of_both() -> None:
    assert made(segments=["b"], contacts=["rosa", "luis"]).channels == ("visit", "call", "whatsapp")


def test_own_channels_win() -> None:
    assert made(segments=["a"], channels=["flyer", "email", "flyer"]).channels == ("flyer", "email")


def test_a_channel_of_ones_own_that_publishes() -> None:
    plan = plan_of(
        entry("2026-12-03"),
        segments={"a": {"channels": ["visit", "revista"]}},
        channels={"revista": {"reach": "broadcast", "publishes": "true"}},
    )
    assert plan.occurrences[0].channels == ("revista",)
    assert plan.occurrences[0].publishes


def test_who_speaks() -> None:
    assert made(segments=["a"]).author == "tomas"
    assert made(segments=["b", "a"]).author == "irene"
    assert made(segments=["a"], author="irene").author == "irene"
    assert made(contacts=["luis"]).author == "tomas"
    assert made(contacts=["ana"]).author == "tomas"
    assert made(segments=["a"]).reply_to == "tomas"
    assert made(segments=["a"], author="irene").reply_to == "irene"
    assert made(segments=["a"], reply_to="irene").reply_to == "irene"


def test_minutes_are_those_of_the_channels() -> None:
    assert made(segments=["a"], channels=["blog", "whatsapp"]).minutes == 125
    assert made(segments=["a"], minutes="7").minutes == 7
    assert made(segments=["a"], minutes="0").minutes == 0


def test_who_owns_a_contact_and_how_they_are_met() -> None:
    relations = plan_of(segments=SEGMENTS, people=PEOPLE, contacts=CONTACTS).relations
    assert {id: (one.owner, one.channel) for id, one in relations.items()} == {
        "rosa": ("irene", "call"),
        "luis": ("tomas", "whatsapp"),
        "ana": ("tomas", "email"),
    }


def test_contacts_that_are_not_there() -> None:
    """In CI: the private files are in neither place."""
    plan = plan_of(entry("2026-12-03", contacts=["rosa"]), contacts=None)
    assert plan.occurrences[0].channels == ("email",)
    assert plan.occurrences[0].author == "irene"
    assert plan.relations == {}
    assert plan.received_by("rosa") == ()


def test_names_that_are_not_known_are_passed_over() -> None:
    """They are said when the workspace is read; a plan of what is there can be made all the same."""
    keys = {"author": "nadie", "reply_to": "nadie", "channels": ["paloma", "call"], "contacts": ["nadie", "rosa"]}
    plan = plan_of(
        entry("2026-12-03", segments=["nada"], **keys),
        entry("2026-12-04", segments=["nada", "a"], channels=["paloma"]),
        segments={"a": {"channels": ["paloma", "visit"], "owner": "nadie"}},
        contacts={"rosa": {"segments": ["nada"], "channel": "paloma", "owner": "nadie"}},
    )
    assert [one.channels for one in plan.occurrences] == [("call",), ("visit",)]
    assert {(one.author, one.reply_to) for one in plan.occurrences} == {("irene", "irene")}
    assert set(plan.received) == set(plan.members) == set(plan.calendars) == {"a"}
    assert (plan.relations["rosa"].channel, plan.relations["rosa"].owner) == ("email", "irene")
