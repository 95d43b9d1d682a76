"""A workspace of plain data as files. What is JSON is YAML too; each item stands on a line of its own."""

import json
from pathlib import Path

from oracle.calendars import TEXTS

NAMES = ("Zoila", "Yago", "Ximena", "Wenceslao")


def write(work, root):
    """The workspace as files below `root`."""
    for path, text in files(work).items():
        target = Path(root) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files(work):
    """Path → text."""
    settings = {
        "site": {
            "title": "Taller",
            "url": "https://taller.example",
            "language": "es",
            "timezone": work["zone"],
            "as_of": str(work["as_of"]),
        },
        "closed": [{"from": str(first), "to": str(last)} for first, last in work["closed"]],
        "rules": with_spans(work["rules"]),
    }
    found = {
        "valuegen.yaml": plain({key: value for key, value in settings.items() if value}) + "\n",
        "content/segments.yaml": items(segment_item(name, one) for name, one in work["segments"].items()),
        "content/people.yaml": items([{"id": "irene", "name": "Irene Vidal", "role": "principal"}]),
        "content/private/contacts.yaml": items(
            contact_item(name, title, one) for (name, one), title in zip(work["contacts"].items(), NAMES, strict=False)
        ),
        "content/private/needs.yaml": "[]\n",
        "content/private/log.yaml": items(log_item(line) for line in work["log"]),
    }
    for name in ("a", "b"):
        of_file = [entry_item(entry) for entry in work["entries"] if entry["file"] == name]
        if of_file:
            found[f"content/calendar/{name}.yaml"] = items(of_file)
    for number, text in enumerate(TEXTS):
        if any(entry["text"] == text and entry["as_body"] for entry in work["entries"]):
            found[body_of(number)] = text
    return found


def body_of(number):
    return f"content/posts/t{number}.md"


def items(all_items):
    return "".join(f"- {plain(item)}\n" for item in all_items) or "[]\n"


def plain(item):
    return json.dumps(item, ensure_ascii=False, default=str)


def kept(item):
    return {key: value for key, value in item.items() if value not in (None, [], {}, False)}


def span(days):
    return f"{days} days"


def with_spans(rules):
    return {
        rule: {key: span(value) if key in ("window", "after") else value for key, value in said.items()}
        for rule, said in rules.items()
    }


def cadence(one):
    most = one["at_most"]
    return kept(
        {
            "at_least": span(one["at_least"]) if one.get("at_least") else None,
            "at_most": f"{most[0]} per {most[1]} days" if most else None,
        }
    )


def segment_item(name, one):
    return kept(
        {
            "id": name,
            "name": f"Grupo {name}",
            "channels": one["channels"],
            "cadence": cadence(one),
            "pauses": [{"from": first, "to": last} for first, last in one["pauses"]],
            "rules": with_spans(one["rules"]),
        }
    )


def contact_item(name, title, one):
    plain_keys = ("segments", "channel", "opted_out", "no_pitches", "not_by", "status")
    return kept(
        {
            "id": name,
            "name": title,
            **{key: one[key] for key in plain_keys},
            "cadence": cadence(one),
            "allow": dict.fromkeys(one["allow"], "dicho"),
        }
    )


def entry_item(entry):
    day, at = entry["date"], entry["time"]
    as_body = entry["text"] is not None and entry["as_body"]
    return kept(
        {
            "date": f"{day}T{at:%H:%M}" if at else day,
            "title": f"Entrada {entry['slug']}",
            **{key: entry[key] for key in ("slug", "segments", "contacts", "kind", "channels", "status")},
            "text": None if as_body else entry["text"],
            "body": body_of(TEXTS.index(entry["text"])).removeprefix("content/") if as_body else None,
            "repeat": repeat_item(entry["repeat"]),
            "allow": dict.fromkeys(entry["allow"], "dicho"),
        }
    )


def repeat_item(repeat):
    if repeat is None:
        return None
    rule = f"FREQ={repeat['freq']};INTERVAL={repeat['interval']}"
    rule += f";COUNT={repeat['count']}" if repeat["count"] else ""
    return kept({"rule": rule, **{key: repeat[key] for key in ("until", "except", "done")}})


def log_item(line):
    by = {"by": "irene"} if line["by"] else {}
    return kept({key: line[key] for key in ("date", "contact", "what", "settled")} | by)
