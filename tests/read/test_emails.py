"""Which addresses are plain ones (RFC 5321, section 4.1.2: a Dot-string)."""

import pytest

from bench import Bench


@pytest.mark.parametrize(
    ("email", "fine"),
    [
        ("rosa.maria+pan@levadura.example", True),
        ("o'brien@levadura.co.example", True),
        ("ro..sa@levadura.example", False),
        (".rosa@levadura.example", False),
        ("rosa.@levadura.example", False),
        ("rosa@levadura..example", False),
        ("rosa@-levadura.example", False),
    ],
)
def test_addresses_of_people(bench: Bench, email: str, fine: bool) -> None:
    work = bench.workspace({"content/people.yaml": f'irene: {{name: Irene, email: "{email}"}}\n'})
    found = work.run("check", "--format", "json").json["findings"]
    assert [one["message"] for one in found if one["file"] == "content/people.yaml"] == (
        [] if fine else [f"«{email}» no es una dirección de correo."]
    )
