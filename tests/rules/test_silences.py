"""`unused-allow`, `format`, and what an `allow` does. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, policy, told

from valuegen.check import checked

QUIET = [entry("2026-12-01", channels="whatsapp"), entry("2026-12-20", channels="whatsapp")]


def unused(plan: Any) -> list[tuple[str | None, str, str]]:
    findings = found(plan, "unused-allow")
    return [(each.entry or each.contact or each.need, each.data["rule"], each.level) for each in findings]


def test_a_silence_that_silences_nothing() -> None:
    plan = plan_of([*QUIET, entry("2026-12-05", slug="x", allow={"too-often": "feria"})])
    assert unused(plan) == [("2026-12-05-x", "too-often", "warning")]
    assert told(found(plan, "unused-allow")[0], "es") == (
        "Este `allow` no silencia nada: «too-often» no encuentra nada aquí. Quítalo."
    )


def test_of_a_rule_that_is_off_it_says_so() -> None:
    plan = plan_of([*QUIET, entry("2026-12-05", slug="x", allow={"gulp": "feria"})], rules={"gulp": "off"})
    (finding,) = found(plan, "unused-allow")
    assert told(finding, "es") == "Este `allow` no silencia nada: «gulp» está apagada. Quítalo."


def test_one_that_does_is_listed_with_its_reason() -> None:
    plan = plan_of([entry("2026-11-20", slug="x", status="draft", allow={"overdue": "sin fecha"}), *QUIET])
    assert not found(plan)
    (silence,) = checked(plan, policy(plan)).silences
    assert (silence.rule, silence.reason, silence.entry) == ("overdue", "sin fecha", "x")


def test_clients_and_needs_have_them_too() -> None:
    clients = {"rosa": {"segments": ["a"], "allow": {"unanswered": "de viaje"}}}
    needs = {"merma": {"heard": "2026-11-01", "needs": "Saber cuánta.", "allow": {"overdue": "x"}}}
    plan = plan_of(QUIET, None, clients, needs=needs)
    assert unused(plan) == [("rosa", "unanswered", "warning"), ("merma", "overdue", "warning")]
    assert all(each.private for each in found(plan, "unused-allow"))


def test_of_the_past_it_is_a_note_and_what_is_not_planned_is_left_alone() -> None:
    allow = {"too-often": "feria"}
    past = plan_of([*QUIET, entry("2026-11-05", slug="x", status="done", allow=allow)])
    assert unused(past) == [("2026-11-05-x", "too-often", "note")]
    assert not unused(plan_of([*QUIET, entry(None, allow=allow), entry("2026-12-05", status="idea", allow=allow)]))


def test_a_rule_that_was_skipped_may_be_silenced() -> None:
    plan = plan_of([*QUIET, entry("2026-12-05", allow={"client-too-often": "x"})], absent=["contacts"])
    assert not unused(plan)
    assert "client-too-often" in checked(plan, policy(plan)).skipped


def test_it_can_be_silenced_itself() -> None:
    allow = {"too-often": "feria", "unused-allow": "puede que llegue otra"}
    assert not unused(plan_of([*QUIET, entry("2026-12-05", allow=allow)]))


def test_a_repeated_entry_is_told_once_and_any_occurrence_uses_it() -> None:
    weekly: dict[str, Any] = {"rule": "FREQ=WEEKLY;COUNT=3"}
    keys = {"slug": "x", "channels": ["newsletter"], "repeat": weekly, "allow": {"too-often": "feria"}}
    assert unused(plan_of([entry("2026-12-03", **keys), entry("2026-12-24")])) == [
        ("2026-12-03-x", "too-often", "warning")
    ]
    crowd = [entry("2026-12-16"), entry("2026-12-16"), entry("2026-12-16")]
    assert not unused(plan_of([entry("2026-12-03", **keys), *crowd]))


def test_a_silence_of_an_unknown_rule_is_a_mistake_of_form() -> None:
    (finding,) = found(plan_of([*QUIET, entry("2026-12-05", allow={"to-often": "feria"})]), "format")
    assert finding.level == "error"
    assert told(finding, "es") == "No hay ninguna regla «to-often». ¿Querías decir «too-often»?"


def test_so_is_one_of_a_rule_that_can_not_be_silenced_even_in_the_backlog() -> None:
    (finding,) = found(plan_of([*QUIET, entry(None, allow={"pitch-share": "x"})]))
    assert told(finding, "es") == "«pitch-share» no se puede silenciar ni bajar de «error». Quita este `allow`."


def test_what_is_wrong_in_a_body_is_told_at_its_line() -> None:
    plan = plan_of([*QUIET, entry("2026-11-05", status="done", text="Uno.\n\n::: pitch\nDos.\n")])
    (finding,) = found(plan, "format")
    assert (finding.rule, finding.level, finding.place.line) == ("format", "error", 3 + 2)
