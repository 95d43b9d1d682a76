"""The only way on from the offer of a service is a form or a checkout.

# Why
People buy a service from somebody. Whoever has a doubt, and nobody to ask, does not press the button; and whoever
presses it without a word has begun a relationship without you.

# Options
None. It checks offers of a service (`product`, unless it is of `type: goods`) whose text has a link to a web page. A
person to talk to is an `ask`, a personal or a group channel, an email address or a telephone number in the text, or a
link to one of these (mailto:, tel:, WhatsApp…), to a calendar of appointments, or to a meeting place (the `meet` of a
segment, a map).

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03  # here
  title: Curso de costos
  segments: [panaderias]
  kind: pitch
  text: Seis tardes con tus cuentas. [Apúntate aquí](https://pagos.example/curso).
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Curso de costos
  segments: [panaderias]
  kind: pitch
  ask: ¿Qué cuenta no te sale?
  text: Seis tardes con tus cuentas. [Apúntate aquí](https://pagos.example/curso).
```
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.prose import Prose
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import msg

NAME = "pay-button"
TRAITS = Traits("warning", gentle=False)

TO_A_PERSON = ("mailto:", "tel:", "sms:")
PEOPLE = frozenset(
    "wa.me api.whatsapp.com web.whatsapp.com chat.whatsapp.com t.me telegram.me signal.me m.me "
    "calendly.com cal.com calendar.app.google calendar.google.com koalendar.com youcanbook.me zcal.co doodle.com "
    "meet.google.com zoom.us teams.microsoft.com meet.jit.si "
    "maps.google.com maps.app.goo.gl goo.gl openstreetmap.org maps.apple.com".split()
)
"""Sites behind which there is a person to write to, to call or to visit; and those under them (`us02.zoom.us`)."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d(?:[ .()-]{0,2}\d){8,14}(?![\w])")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each pitch of a service that leads to web pages and to nobody."""
    goods = {product.id for product in plan.workspace.settings.products if product.type == "goods"}
    meetings = {segment.meet.link for segment in plan.workspace.segments.values() if segment.meet}
    for each in plan.occurrences:
        text = plan.prose.get(each.entry.slug)
        if not (each.is_pitch and each.is_planned and text) or each.entry.product in goods:
            continue
        ways = _web_pages(plan, text)
        if ways and not _meets(plan, each) and not _names_somebody(text, meetings):
            yield Found(
                message=msg("This offer leads only to a web page ({pages}): there is nobody to talk to.", pages=ways),
                place=each.place,
                mend=None
                if each.is_past
                else Mend(msg("Write an `ask`, or say in the text who to write to, call or meet.")),
                occurrence=each,
                data={"links": list(ways)},
            )


def _web_pages(plan: Plan, text: Prose) -> tuple[str, ...]:
    """The sites to which the text leads, but for its own."""
    own = _host(plan.workspace.settings.site.url)
    hosts = (_host(link.target) for link in text.links if link.kind == "link" and "://" in link.target)
    return tuple(dict.fromkeys(host for host in hosts if host and host != own))


def _meets(plan: Plan, each: Occurrence) -> bool:
    """Whether it asks something, or is brought by somebody who can be answered."""
    return bool(each.entry.ask) or any(plan.channel(channel).reach != "broadcast" for channel in each.channels)


def _names_somebody(text: Prose, meetings: set[str | None]) -> bool:
    """Whether the text says how one gets to a person."""
    targets = [link.target for link in text.links if link.kind == "link"]
    if any(target.lower().startswith(TO_A_PERSON) or target in meetings or _is_of_people(target) for target in targets):
        return True
    said = _DATE.sub("-", text.plain)
    return bool(_EMAIL.search(said) or _PHONE.search(said))


def _is_of_people(target: str) -> bool:
    host = _host(target)
    if host.startswith(("www.google.", "google.")):
        return "/maps" in target
    return any(host == known or host.endswith(f".{known}") for known in PEOPLE)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # an address that no program can take apart
        return ""
