"""An image has no text for people who can't see it.

# Why
Some clients listen to your page, some read it where images don't load. A few words tell them what the picture tells the
others.

# Options
None. It checks `image:` of every entry (it takes `alt`) and the images in its text (`![Sacks of flour](flour.jpg)`).

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: La libreta de la merma
  segments: [panaderias]
  kind: industry
  ask: ¿Cuánta tiraste la semana pasada?
  image: {src: img/libreta.jpg}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: La libreta de la merma
  segments: [panaderias]
  kind: industry
  ask: ¿Cuánta tiraste la semana pasada?
  image: {src: img/libreta.jpg, alt: Una libreta con tres números}
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend, Place
from valuegen.model.entry import Entry
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "missing-alt"
TRAITS = Traits("warning")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each image without a text, of each planned entry once."""
    for occurrence in plan.each_once:
        for target, place, mend in _silent(plan, occurrence.entry):
            yield Found(
                message=msg("The image “{target}” has no text for people who can't see it.", target=target),
                place=place,
                mend=Mend(mend),
                occurrence=occurrence,
                data={"target": target},
            )


def _silent(plan: Plan, entry: Entry) -> Iterator[tuple[str, Place, Message]]:
    """The images of an entry that say nothing: where they lead, where they stand, and how a text is written there."""
    if entry.image is not None and entry.image.alt is None:
        mend = msg("Say in a few words what it shows: `alt: …` beside `src`.")
        yield entry.image.src, entry.where("image", "src"), mend
    prose, written = plan.prose.get(entry.slug), entry.written
    if prose is None or written is None:
        return
    for link in prose.links:
        if link.kind == "image" and not link.text.strip():
            mend = msg("Say in a few words what it shows: ![…]({target}).", target=link.target)
            yield link.target, written.place(link.line, link.column), mend
