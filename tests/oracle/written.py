"""A workspace of plain data as files. What is JSON is YAML too; each item stands on a line of its own."""

import json
from pathlib import Path

NAMES = ("Zoila", "Yago", "Ximena", "Wenceslao", "Valeria")


def write(work, root):
    """The workspace as files below `root`."""
    for path, text in files(work).items():
        target = Path(root) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def files(work):
    """Path → text."""
    found = {
        "valuegen.yaml": plain(firm_item(work)) + "\n",
        "content/segments.yaml": items(segment_item(name, one) for name, one in work["segments"].items()),
        "content/people.yaml": items(person_item(name, one) for name, one in work["people"].items()),
        "content/private/contacts.yaml": items(
            contact_item(name, title, one) for (name, one), title in zip(work["contacts"].items(), NAMES, strict=False)
        ),
        "content/private/needs.yaml": items(need_item(name, one) for name, one in work["needs"].items()),
        "content/private/log.yaml": items(log_item(line) for line in work["log"]),
        "content/static/img/pan.png": "",
    }
    if work["channels"]:
        found["content/channels.yaml"] = items({"id": name, **one} for name, one in work["channels"].items())
    for name in ("a", "b"):
        of_file = [entry_item(work, entry) for entry in work["entries"] if entry["file"] == name]
        if of_file:
            found[f"content/calendar/{name}.yaml"] = items(of_file)
    for text in work["texts"]:
        if any(entry["text"] == text and entry["as_body"] for entry in work["entries"]):
            found[body_of(work, text)] = text
    return found


def firm_item(work):
    site = {"title": "Taller", "url": "https://taller.example", "language": "es", "timezone": work["zone"]}
    settings = {
        "site": kept({**site, "as_of": str(work["as_of"]), "country": work["country"]}),
        "closed": [{"from": str(first), "to": str(last)} for first, last in work["closed"]],
        "products": [{"id": name, "name": f"Curso {name}", **one} for name, one in work["products"].items()],
        "profile": work["profile"],
        "rules": with_spans(work["rules"]),
        "reminders": {"lead": span(work["lead"])},
    }
    return {key: value for key, value in settings.items() if value}


def body_of(work, text):
    return f"content/posts/t{list(work['texts']).index(text)}.md"


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


def spans_of(rests):
    return [{"from": first, "to": last} for first, last in rests]


def reasons(rules):
    return dict.fromkeys(rules, "dicho")


def person_item(name, one):
    away = [kept({"from": first, "to": last, "cover": cover}) for first, last, cover in one["away"]]
    return kept({"id": name, "name": name.title(), **one, "away": away})


def segment_item(name, one):
    plain_keys = ("channels", "treatment", "owner", "cares_about", "dates")
    more = {"cadence": cadence(one), "pauses": spans_of(one["pauses"]), "rules": with_spans(one["rules"])}
    return kept({"id": name, "name": f"Grupo {name}", **{key: one[key] for key in plain_keys}, **more})


def contact_item(name, title, one):
    plain_keys = ("segments", "channel", "opted_out", "no_pitches", "not_by", "status", "stage", "owner", "dates")
    more = {"cadence": cadence(one), "pauses": spans_of(one["pauses"]), "allow": reasons(one["allow"])}
    agreed = one["agreed"] and {"on": one["agreed"]}
    return kept({"id": name, "name": title, **{key: one[key] for key in plain_keys}, "agreed": agreed, **more})


def need_item(name, one):
    more = {"needs": f"Algo de {name}", "allow": reasons(one["allow"])}
    return kept({"id": name, "heard": one["heard"], "from": one["from"], "segment": one["segment"], **more}) | {
        "status": one["status"]
    }


PLAIN = ("slug", "segments", "contacts", "kind", "channels", "status", "topics", "answers", "author", "reply_to")
PLAIN += ("ask", "product", "image")


def entry_item(work, entry):
    day, at = entry["date"], entry["time"]
    as_body = entry["text"] is not None and entry["as_body"]
    made = {
        "date": f"{day}T{at:%H:%M}" if at else day,
        "title": f"Entrada {entry['slug']}",
        **{key: entry[key] for key in PLAIN},
        "text": None if as_body else entry["text"],
        "body": body_of(work, entry["text"]).removeprefix("content/") if as_body else None,
        "repeat": repeat_item(entry["repeat"]),
        "approved": entry["approved"] and {"by": entry["approved"], "on": "2026-01-01"},
        "allow": reasons(entry["allow"]),
    }
    return kept(made) | ({} if entry["minutes"] is None else {"minutes": entry["minutes"]})


def repeat_item(repeat):
    if repeat is None:
        return None
    rule = f"FREQ={repeat['freq']};INTERVAL={repeat['interval']}"
    rule += f";COUNT={repeat['count']}" if repeat["count"] else ""
    return kept({"rule": rule, **{key: repeat[key] for key in ("until", "except", "done")}})


def log_item(line):
    return kept({key: line[key] for key in ("date", "contact", "what", "by", "settled", "channel", "minutes", "stage")})
