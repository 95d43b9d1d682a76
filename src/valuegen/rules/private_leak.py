"""Something private about a client would be published.

# Why
Clients tell you things because they trust you. None of them may ever be found on the site: not their email or phone,
not their full name unless they said yes to it, not a line of your notes.

# Options
None. Found are a contact's email, phone (or its last nine digits) and full name (two words or more), and five words in
a row of a note, of what they asked or need, or of what you know about them, whatever the case, accents, tags or
codings. Not private is what `people.yaml` and `site` publish, a contact with `named: true`, a need with `quotable:
true`, a testimonial with `may_publish: true`. `check` looks through what would be published: posts that are `ready` or
`done`, segments, `content/static/`; `build` through every page, and then nothing is published. It can't be silenced or
set below `error`, and holds for the past too. It names the id, never the value.

A file that can't be searched is found as well, where there are clients: a PDF, a document or an archive with a
password, a `.7z` or `.rar`, and what has too much packed in it; without the extra `fonts` a font in WOFF2 too, but
for those of a theme, which know nothing of your clients.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  status: ready
  text: |
    La merma se ve al barrer.
    Nos lo contó Rosa Díaz.  # here
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  status: ready
  text: |
    La merma se ve al barrer.
    Nos lo contó Rosa Díaz.
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, named: true, segments: [panaderias]}
```
"""

from collections.abc import Iterable, Iterator

from valuegen.extras import how
from valuegen.finding import Finding, Mend, Place
from valuegen.leaks.scan import Kind, Leak, Secrets, Whose, scan, secrets_of
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.site_sources import Source, sources_of
from valuegen.words import Message, msg

NAME = "private-leak"
TRAITS = Traits(
    "error", keeps_level=True, locked=True, needs=("contacts", "needs", "log"), any_of=True, of_segments=True
)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each text that would be published with something private in it."""
    secrets = secrets_of(plan.workspace)
    for source in sources_of(plan):
        for leak in scan(secrets, source.page, source.data):
            yield Found(
                message=_message(leak.kind, leak.whose),
                place=_place(secrets, source, leak),
                mend=Mend(_mend(leak.kind, leak.whose)),
                occurrence=source.occurrence,
                segment=source.segment,
                contact=_contact(leak.whose),
                need=leak.whose.id if leak.whose.about == "need" else None,
                data={"page": source.page, "kind": leak.kind},
                private=True,
            )


def in_page(leaks: Iterable[Leak]) -> Iterator[Finding]:
    """What was found in a rendered page, at that page."""
    for leak in leaks:
        yield Finding(
            rule=NAME,
            level="error",
            message=_message(leak.kind, leak.whose),
            place=Place(leak.address),
            contact=_contact(leak.whose),
            need=leak.whose.id if leak.whose.about == "need" else None,
            data={"page": leak.address, "kind": leak.kind},
            mend=Mend(_mend(leak.kind, leak.whose)),
        )


def _contact(whose: Whose) -> str | None:
    return whose.id if whose.about == "contact" else whose.contact


def _message(kind: Kind, whose: Whose) -> Message:
    if kind == "locked":
        return msg("This file is locked with a password, so it can’t be checked for details about clients.")
    if kind == "foreign":
        return msg("What is inside this file can’t be opened here, so it can’t be checked for details about clients.")
    if kind == "font":
        return msg(
            "What is inside this font (WOFF2) can’t be checked for details about clients: a library is missing "
            "for that."
        )
    if kind == "much":
        return msg("There is more inside this file than can be checked for details about clients.")
    if kind == "email":
        return msg("This is the email of “{contact}”, and it would be published.", contact=whose.id)
    if kind == "phone":
        return msg("This is the phone of “{contact}”, and it would be published.", contact=whose.id)
    if kind == "name":
        return msg("This is the full name of “{contact}”, and it would be published.", contact=whose.id)
    if whose.about == "need":
        return msg("These words are from the need “{need}”, and they would be published.", need=whose.id)
    if whose.about == "contact":
        return msg(
            "These words are from what you know about “{contact}”, and they would be published.", contact=whose.id
        )
    return msg("These words are from the log ({line}), and they would be published.", line=whose.id)


def _mend(kind: Kind, whose: Whose) -> Message:
    if kind == "locked":
        return msg("Save it without a password, and with printing and copying allowed.")
    if kind == "foreign":
        return msg("Pack it as a .zip.")
    if kind == "font":
        return msg(
            "Install it with `{command}`, or put the font into a theme, or save it as .woff.",
            command=how("fonts"),
        )
    if kind == "much":
        return msg("Split it into several files, or publish what is inside it unpacked.")
    if kind == "name":
        return msg("Remove it; or, if they agreed to be named, write `named: true` on the contact.")
    if kind == "text" and whose.about == "need":
        return msg("Say it in other words; or, if it may be quoted, write `quotable: true` on the need.")
    if kind == "text":
        return msg("Say it in other words.")
    return msg("Remove it.")


def _place(secrets: Secrets, source: Source, leak: Leak) -> Place:
    """The line of a text on which what was found ends; where the text begins, if it can't be told."""
    lines = source.text.split("\n")
    if len(lines) == 1 or not _is_in(secrets, lines, leak):
        return source.place(1)
    low, high = 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        if _is_in(secrets, lines[:middle], leak):
            high = middle
        else:
            low = middle + 1
    return source.place(low)


def _is_in(secrets: Secrets, lines: list[str], leak: Leak) -> bool:
    found = scan(secrets, "", "\n".join(lines).encode())
    return any((each.kind, each.whose) == (leak.kind, leak.whose) for each in found)
