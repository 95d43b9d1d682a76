"""`valuegen rules`: every rule, and what is in force of it."""

import pytest

from valuegen.rules import ALL

NAMES = [rule.NAME for rule in ALL]
SETTINGS = """
    site: {title: T, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}
    rules:
      pitch-share: {max: 12.5%, window: 6 weeks}
      too-quiet: off
    """
SEGMENTS = """
    panaderias:
      name: Panaderías de barrio
      rules:
        too-quiet: error
        pitch-share: {max: 10%}
    """


@pytest.fixture
def work(bench):
    return bench.workspace({"valuegen.yaml": SETTINGS, "content/segments.yaml": SEGMENTS})


def rules_of(done):
    return {rule["name"]: rule for rule in done.json["rules"]}


def row(done, name):
    (found,) = [line for line in done.out.splitlines() if line.split()[:1] == [name]]
    return found.split(maxsplit=1)[1].strip()


def test_what_is_in_force_and_where_it_was_set(work):
    done = work.run("rules", "--format", "json")
    assert (done.exit, done.err) == (0, "")
    data = done.json
    assert list(data) == ["version", "profile", "rules"]
    assert (data["version"], data["profile"]) == (1, "full")
    found = rules_of(done)
    assert sorted(found) == sorted(NAMES)
    share = found["pitch-share"]
    assert (share["level"], share["options"]) == ("error", {"max": "12.5%", "window": "42 days"})
    assert share["default"] == {"level": "error", "options": {"max": "20%", "window": "90 days"}}
    assert share["set_in"] == {"file": "valuegen.yaml", "line": 3, "column": 16}
    assert share["locked"] is True
    own = share["segments"]["panaderias"]
    assert (own["level"], own["options"]["max"]) == ("error", "10%")
    assert own["set_in"] == {"file": "content/segments.yaml", "line": 5, "column": 18}
    assert found["too-quiet"]["level"] == "off"
    assert found["too-quiet"]["segments"]["panaderias"]["level"] == "error"
    assert found["overdue"]["set_in"] is None
    assert found["overdue"]["keeps_level"] is True
    assert (found["unanswered"]["needs"], found["unanswered"]["needs_any"]) == (["contacts", "log"], False)
    assert (found["private-leak"]["needs_any"], found["private-leak"]["theme"]) == (True, "site")


def test_the_table_says_the_same(work):
    done = work.run("rules", language="en")
    assert done.exit == 0
    assert row(done, "pitch-share").startswith("*")
    assert "max: 12.5%, window: 42 days" in row(done, "pitch-share")
    assert "valuegen.yaml:3" in row(done, "pitch-share")
    assert row(done, "too-quiet").split() == ["off", "valuegen.yaml:4"]
    own = [line.split() for line in done.out.splitlines() if line.split()[:1] == ["panaderias"]]
    assert own == [
        ["panaderias", "error", "max:", "10%,", "window:", "42", "days", "content/segments.yaml:5"],
        ["panaderias", "error", "content/segments.yaml:4"],
    ]
    assert "* can't be silenced or lowered" in done.out
    for name in NAMES:
        assert row(done, name)
    assert "Cadencia" in work.run("rules").out


def test_every_option_is_written_so_that_it_reads_back(work):
    """What `rules` shows can be pasted into valuegen.yaml."""
    before = rules_of(work.run("rules", "--format", "json"))
    lines = [
        f"  {name}: {{{', '.join(f'{key}: {value}' for key, value in rule['options'].items())}}}\n"
        for name, rule in before.items()
        if rule["options"]
    ]
    assert len(lines) >= 3
    work.write("valuegen.yaml", SETTINGS.split("    rules:")[0])
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "rules:\n" + "".join(lines))
    done = work.run("rules", "--format", "json")
    assert (done.exit, done.err) == (0, "")
    assert {name: rule["options"] for name, rule in rules_of(done).items()} == {
        name: rule["options"] for name, rule in before.items()
    }


def test_the_gentle_profile(bench):
    work = bench.workspace()
    work.write("valuegen.yaml", "profile: gentle\n" + work.read("valuegen.yaml"))
    done = work.run("rules", "--format", "json")
    assert done.json["profile"] == "gentle"
    for name, rule in rules_of(done).items():
        assert rule["level"] == (rule["default"]["level"] if rule["gentle"] else "off")
        assert (rule["set_in"] is None) == rule["gentle"], name


def test_without_a_workspace_the_defaults_are_shown(bench):
    work = bench.workspace({"valuegen.yaml": None})
    done = work.run("rules", language="en")
    assert (done.exit, done.err) == (0, "\nThere is no workspace here, so these are the defaults.\n")
    assert "max: 20%, window: 90 days" in row(done, "pitch-share")
    found = work.run("rules", "--format", "json")
    assert (found.json["profile"], found.err) == (None, "")
    assert all(rule["level"] == rule["default"]["level"] for rule in found.json["rules"])
    named = work.run("rules", "--workspace", "elsewhere")
    assert (named.exit, named.out) == (1, "")


def test_where_something_is_wrong_the_default_is_shown_and_said_so(work):
    work.change("valuegen.yaml", "12.5%", "50%")
    done = work.run("rules", language="en")
    assert done.exit == 1
    assert "max: 20%, window: 42 days" in row(done, "pitch-share")
    assert "valuegen check" in done.err
    work.write("valuegen.yaml", "site: [\n")
    assert work.run("rules", "--format", "json").exit == 1


def test_names_and_titles_are_in_the_order_of_the_themes(work):
    themes = [rule["theme"] for rule in work.run("rules", "--format", "json").json["rules"]]
    order = ["mix", "cadence", "conversation", "personal", "words", "site"]
    assert themes == sorted(themes, key=order.index)
