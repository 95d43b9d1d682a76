"""How long words are: text messages by the tables of 3GPP TS 23.038, X by twitter-text's rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.plan.outbox.lengths import beginning, length_on, x_length
from valuegen.plan.outbox.sms import counted, plainer

# 3GPP TS 23.038 V17, 6.2.1: the default alphabet, column by column (without ESC, 0x1B), and its extension.
BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
EXTENDED = "\f^{}\\[~]|€"


def test_the_alphabet_has_its_127_characters_and_the_extension_ten():
    assert len(set(BASIC)) == 127
    for one in BASIC:
        assert (counted(one).encoding, counted(one).units) == ("GSM-7", 1), one
    for one in EXTENDED:
        assert (counted(one).encoding, counted(one).units) == ("GSM-7", 2), one


@pytest.mark.parametrize(
    ("text", "encoding", "units", "messages", "left"),
    [
        ("", "GSM-7", 0, 0, 160),
        ("a" * 160, "GSM-7", 160, 1, 0),
        ("a" * 161, "GSM-7", 161, 2, 145),
        ("a" * 306, "GSM-7", 306, 2, 0),
        ("a" * 307, "GSM-7", 307, 3, 152),
        ("€" * 80, "GSM-7", 160, 1, 0),
        ("€" * 81, "GSM-7", 162, 2, 143),  # 76 of them in the first (152 of 153 septets), 5 in the second
        ("a" * 152 + "€" + "a" * 10, "GSM-7", 164, 2, 141),  # no escape is parted from its character
        ("ñ" * 160, "GSM-7", 160, 1, 0),
        ("á" * 70, "UCS-2", 70, 1, 0),
        ("á" * 71, "UCS-2", 71, 2, 63),
        ("á" * 134, "UCS-2", 134, 2, 0),
        ("á" * 135, "UCS-2", 135, 3, 66),
        ("👍" * 35, "UCS-2", 70, 1, 0),
        ("👍" * 36, "UCS-2", 72, 2, 61),  # 33 in the first (66 of 67 units), 3 in the second
        ("a" * 159 + "ó", "UCS-2", 160, 3, 41),
    ],
)
def test_messages(text, encoding, units, messages, left):
    found = counted(text)
    assert (found.encoding, found.units, found.messages, found.left) == (encoding, units, messages, left)


def test_which_characters_make_it_long_is_said():
    assert counted("¿Cuándo? ¡Mañana, Íñigo! Cuánto").others == ("á", "Í")
    assert counted("¿Qué? ¡Ñu!").others == ()


def test_quotes_and_dashes_are_typed_as_phones_do():
    assert plainer("«Sí» – dijo… “no”\xa0’") == '"Sí" - dijo... "no" \''


@given(st.text(alphabet=BASIC + EXTENDED + "áíóú«👍", max_size=700))
def test_a_text_fits_into_its_messages_and_into_no_fewer(text):
    found = counted(text)
    size = {"GSM-7": (160, 153), "UCS-2": (70, 67)}[found.encoding]
    if found.messages < 2:
        assert found.units + found.left == size[0]
    else:
        assert found.units <= found.messages * size[1] - found.left
        assert found.units + (found.messages - 1) > (found.messages - 1) * size[1]
    assert bool(text) == bool(found.messages)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("harina", 6),
        ("ñandú ¿y? “a” – b", 17),
        ("https://levadura.example/una/muy/larga/y/mas/larga/direccion/", 23),
        ("Lee https://a.example y http://b.example/x", 53),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍🌾", 2),
        ("❤️", 2),
        ("🇨🇴🇪🇸", 4),
        ("小麦粉", 6),
    ],
)
def test_x_counts_in_its_own_way(text, length):
    assert x_length(text) == length == length_on("x", text)


def test_a_beginning_ends_with_a_word():
    assert beginning("Tres faenas,\n una fecha", 12) == "Tres…"
    assert beginning("Tres faenas,\n una fecha", 100) == "Tres faenas, una fecha"
    assert beginning("anticonstitucional", 5) == "anti…"


@given(st.text(max_size=60), st.integers(2, 40))
def test_a_beginning_is_never_longer(text, size):
    assert len(beginning(text, size)) <= size
