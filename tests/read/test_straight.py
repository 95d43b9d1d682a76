"""The straight way from a node to a record: it gives what pydantic gives, at the same places, or is not taken."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from valuegen.model.base import Record
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.segment import Segment
from valuegen.read.form import form_of
from valuegen.read.nodes import Map
from valuegen.read.shape import Located, plain
from valuegen.read.straight import straight
from valuegen.read.yaml import by_events

MODELS = (Entry, Contact, LogLine, Need, Segment)
VALUES = (
    *("Hola  mundo", "2026-12-03", "2026-12-03T09:30", "2026-02-30", "pitch", "draft", "90 days", "12", "yes", "email"),
    *("[a]", "[a, b]", "[]", "[a, '']", "[a, [b]]", "''", "", "a # b", "{a: b}", "{on: 2026-12-03}", "a@b.example"),
    *("' x '", "active", "visit", "message", "https://a.example", "tú", "[2026-12-03, a]", "+34 600 000 000"),
)


@st.composite
def written(draw: st.DrawFn) -> tuple[type[Record], str]:
    """A model, and some keys with values of any sort; what it must have is mostly there."""
    model = draw(st.sampled_from(MODELS))
    form = form_of(model)
    keys = draw(st.lists(st.sampled_from(tuple(form.keys)), max_size=6, unique=True))
    right = {"date": "2026-12-03", "heard": "2026-12-03", "kind": "pitch", "what": "message", "segments": "[a, b]"}
    lines = {key: right.get(key, "panes") for key in form.required if draw(st.integers(0, 9))}
    lines |= {key: draw(st.sampled_from(VALUES)) for key in keys}
    return model, "".join(f"{key}: {value}\n" for key, value in lines.items())


@settings(max_examples=600, deadline=None)
@given(written())
@example((Entry, "title: a\nslug: a\nkind: pitch\nsegments: a\n"))
@example((Contact, "id: a\nname: A\nsegments: []\n"))
def test_it_gives_what_pydantic_gives(case: tuple[type[Record], str]) -> None:
    model, text = case
    node = by_events(text, "content/a.yaml").root
    if not isinstance(node, Map):
        return
    record = straight(node, model, Located)
    if record is None:
        return
    whole = model.model_validate(plain(node, form_of(model)))
    assert [*record] == [*whole]
    assert [type(value) for _, value in record] == [type(value) for _, value in whole]
    assert record.model_fields_set == whole.model_fields_set
    located = Located(node)
    for key in form_of(model).keys:
        for path in ((key,), (key, 0), (key, 1), (key, 0, 0), (key, 1, 0), (key, 5, 0), (key, "on"), ()):
            assert record._at(path) == located.get(path), path


def test_what_people_write_most_takes_it() -> None:
    node = by_events("title: ¿Y tú?\nslug: y-tu\nkind: pitch\ndate: 2026-12-03\nsegments: [a, b]\n", "a.yaml").root
    assert isinstance(node, Map)
    assert straight(node, Entry, Located) is not None
