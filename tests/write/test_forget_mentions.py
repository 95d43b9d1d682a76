"""Where a text speaks of a client."""

import pytest

from valuegen.model.contact import Contact
from valuegen.write.forget_mentions import Known

CONTACT = Contact.model_validate(
    {"id": "rosa-d", "name": "Rosa Díaz Peña", "segments": "a", "phone": "+57 300-111 2233", "email": "R.D@h.example"}
)


@pytest.mark.parametrize(
    ("text", "lines", "perhaps"),
    [
        ("Lo contó ROSA  DIAZ PEÑA ayer", [1], []),
        ("Lo contó Rosa\nDíaz Peña ayer", [1], []),
        ("Lo contó Rosa Díaz", [], [1]),
        ("rosa pálido", [], []),
        ("slug: llamada-rosa-d", [1], []),
        ("rosa-don y prosa-d", [], []),
        ("nada\nr.d@H.example", [2], []),
        ("tel:573001112233 o (300) 111.22.33", [1], []),
        ("300 111 22 34", [], []),
        ("Rosalía y Rosario", [], []),
    ],
)
def test_mentions(text, lines, perhaps) -> None:
    found = list(Known(CONTACT).mentions("f", text))
    assert [one.line for one in found if not one.perhaps] == lines
    assert [one.line for one in found if one.perhaps] == perhaps
