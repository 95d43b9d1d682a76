"""How many value entries are missing is one number, wherever it is said; a mend that is followed holds."""

import re

FIRST = """
    defaults: {segments: [panaderias], kind: industry, channels: [whatsapp], ask: ¿Y tú?}
    entries:
      - {date: 2026-12-01, title: Uno, slug: uno}
      - {date: 2026-12-02, title: Dos, slug: dos}
      - {date: 2026-12-03, title: Tres, slug: tres}
      - {date: 2026-12-09, title: El curso, slug: curso, kind: pitch}
      - {date: 2026-12-11, title: La visita, slug: visita, kind: pitch}
    """
SEGMENTS = """
    panaderias:
      name: Panaderías
      channels: [whatsapp]
      cadence: {at_least: 90 days, at_most: 3 per 7 days}
    """


def numbers(text):
    return [int(number) for number in re.findall(r"(\d+) more value", text)]


def test_suggest_its_list_and_check_say_one_number(bench):
    work = bench.workspace({"content/calendar/2026.yaml": FIRST, "content/segments.yaml": SEGMENTS})
    told = work.run("suggest", "--segment", "panaderias", "--kind", "pitch", language="en").out
    line, listed = numbers(told)
    assert line == listed
    assert numbers(work.run("suggest", "--kind", "pitch", language="en").out) == [line, line]
    assert numbers(work.run("check", language="en").err) == [line]
    assert work.run("suggest", "--format", "json", "--kind", "pitch").json["suggestions"][0]["give"] == line


DONE = "defaults: {segments: [panaderias], kind: industry, channels: [whatsapp], ask: ¿Y tú?}\nentries:\n"


def calendar(*rows):
    return DONE + "".join(
        f"  - {{date: {day}, title: {title}, slug: {title.lower()}, kind: {kind}}}\n" for day, title, kind in rows
    )


def value(*days):
    return [(f"2026-12-{day:02}", f"Valor{number}", "industry") for number, day in enumerate(days)]


def followed(work, kind="industry"):
    """A value entry more, on the first day that `suggest` offers."""
    shown = work.run("suggest", "--segment", "panaderias", "--kind", kind, "--format", "json").json
    day, number = shown["suggestions"][0]["days"][0], work.read("content/calendar/2026.yaml").count("date:")
    row = f"  - {{date: {day}, title: Más, slug: mas-{number}, kind: {kind}}}\n"
    work.write("content/calendar/2026.yaml", (work.read("content/calendar/2026.yaml") + row).encode())
    return day


def test_where_too_few_days_are_left_for_value_another_mend_is_told(bench):
    rows = [*value(1, 2), ("2026-12-05", "Curso", "pitch")]  # 3 in 7 days: nothing more up to the 7th
    work = bench.workspace({"content/calendar/2026.yaml": calendar(*rows), "content/segments.yaml": SEGMENTS})
    (finding,) = work.findings("pitch-share")
    assert finding["mend"]["add_value"] == 2
    told = work.run("check").out
    to, number = re.search(r"pásala al (\d+) de diciembre y añade antes (\d) entrada", told).groups()
    work.change("content/calendar/2026.yaml", "2026-12-05", f"2026-12-{int(to):02}")
    assert [followed(work) <= f"2026-12-{int(to):02}" for _ in range(int(number))] == [True] * int(number)
    assert not [one for one in work.findings() if one["level"] == "error"]


def test_value_that_is_told_to_fit_fits_on_the_days_that_are_offered(bench):
    rows = [*value(1, 2), ("2026-12-12", "Curso", "pitch")]
    work = bench.workspace({"content/calendar/2026.yaml": calendar(*rows), "content/segments.yaml": SEGMENTS})
    assert "= Añade 2 entradas de valor antes" in work.run("check").out
    assert [followed(work) <= "2026-12-12" for _ in range(2)] == [True, True]
    assert not [one for one in work.findings() if one["level"] == "error"]


def test_the_offer_beside_it_is_named_where_moving_that_one_mends_it(bench):
    both = "[panaderias, cafes]"
    rows = [(day, both, "industry") for day in (1, 2, 8, 9)] + [(10, "[panaderias]", "pitch"), (15, both, "pitch")]
    rows += [(day, "[panaderias]", "industry") for day in (24, 25, 30, 31)]
    text = "".join(
        f"- {{date: 2026-12-{day:02}, title: T{day}, slug: t{day}, segments: {whom}, kind: {kind}, ask: ¿?,"
        f" channels: [whatsapp]}}\n"
        for day, whom, kind in rows
    )
    cafes = SEGMENTS.rstrip(" ") + "    cafes: {name: Cafés, channels: [whatsapp]}\n"
    work = bench.workspace({"content/calendar/2026.yaml": text, "content/segments.yaml": cafes})
    settings = work.read("valuegen.yaml") + "rules: {pitch-share: {window: 20 days}}\n"
    work.write("valuegen.yaml", settings.encode())
    (finding,) = work.findings("pitch-share")
    assert (finding["entry"], finding["mend"]["move_to"]) == ("2026-12-15-t15", None)
    told = work.run("check").out
    assert "Las ofertas: «T10» y «T15»." in told
    assert "= O pasa «T10» (10 de diciembre) al 4 de enero de 2027." in told
    assert work.run("move", "t10", "2027-01-04").exit == 0
    assert not [one for one in work.findings() if one["level"] == "error"]
