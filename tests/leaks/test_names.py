"""private-leak's search: the forms that a name of three words takes, those that are another's; emails spelled out."""

import pytest
from leak_samples import kinds, page

from valuegen.leaks.scan import Private, Whose, scan, secrets_from

LONG = secrets_from(
    *(Private() for _ in range(2)), Private((("Rosa Díaz Baute", Whose("contact", "rosa")),)), Private()
)


@pytest.mark.parametrize("text", "Díaz Baute, Rosa|#RosaDíazBaute|x.example/rosadiazbaute|etuaB zaíD asoR".split("|"))
def test_a_name_as_lists_handles_and_robots_have_it(text):
    assert [leak.kind for leak in scan(LONG, "x", page(text).encode())] == ["name"]


@pytest.mark.parametrize("text", ["Rosa Díaz", "Baute Díaz Rosa", "Díaz, Rosa", "Rosa María Díaz Baute", "rosadiaz"])
def test_a_part_of_a_name_or_another_order_is_none(text):
    assert scan(LONG, "x", page(text).encode()) == ()


SPELLED = """\
rosa+blog@horno.example
?to=rosa+blog@horno.example
rosa (arroba) horno.example
rosa [at] horno [dot] example
rosa arroba horno punto example
rosa (AT) horno (DOT) example
rosa {at} horno {dot} example
rosa at horno dot example
rosa[@]horno.example
rosa @ horno . example
r o s a @ h o r n o . e x a m p l e
<a data-cfemail="5a2835293b1a3235283435743f223b372a363f">x</a>
<a href="/cdn-cgi/l/email-protection#5a2835293b1a3235283435743f223b372a363f">x</a>
elpmaxe.onroh@asor
ebfn@ubeab.rknzcyr
""".splitlines()


@pytest.mark.parametrize("text", SPELLED)
def test_an_email_spelled_out_or_turned_round(text):
    assert kinds(text) == {"email"}


def test_a_domain_in_letters_of_its_own_as_machines_write_it():
    for email, text in (
        ("ana@peña.example", "ana@xn--pea-8ma.example"),
        ("ana@xn--pea-8ma.example", "ana@peña.example"),
    ):
        secrets = secrets_from(Private(((email, Whose("contact", "ana")),)), *(Private() for _ in range(3)))
        assert scan(secrets, "x", f"mailto:{text}".encode())
