"""Amounts as people write them: thousands apart or not, in any money."""

from decimal import Decimal

import pytest

from valuegen.model.values import Wrong, read_amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("120 EUR", "120"),
        ("150000 COP", "150000"),
        ("150.000 COP", "150000"),
        ("1.500.000 COP", "1500000"),
        ("150.000,50 COP", "150000.50"),
        ("1,500.50 USD", "1500.50"),
        ("1 500 EUR", "1500"),
        ("12,5 EUR", "12.5"),
        ("12.50EUR", "12.50"),
        ("12.345 KWD", "12.345"),
    ],
)
def test_the_number_is_the_one_that_was_meant(text: str, number: str) -> None:
    assert read_amount(text).value == Decimal(number)


@pytest.mark.parametrize(
    "text", ["150.000", "$150 USD", "1.500.50 EUR", "1.50.000 EUR", "1500,000.5 EUR", ". EUR", "1 . EUR"]
)
def test_what_may_be_anything_is_refused(text: str) -> None:
    with pytest.raises(Wrong):
        read_amount(text)
