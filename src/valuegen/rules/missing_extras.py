"""What a site goes without, since a library that it can do without is not installed (rule `format`): a note each."""

from collections.abc import Iterator

from valuegen.extras import FAST, HIGHLIGHT, SEARCH, how, version_of
from valuegen.finding import Mend
from valuegen.plan.types import Plan
from valuegen.prose.engines import QUICK
from valuegen.rules.found import Found
from valuegen.words import msg


def missing_extras(plan: Plan) -> Iterator[Found]:
    """Where there would be something: texts to search or to read, code to colour."""
    if plan.prose and plan.workspace.settings.site.search and not version_of(SEARCH):
        message = msg("The site has no search: the extra “search” is not installed.")
        mend = Mend(msg("Install it with `{command}`.", command=how("search")))
        yield Found(message, plan.workspace.settings.where("site"), mend, data={"extra": "search"}, cap="note")
    if plan.workspace.settings.markdown.engine == QUICK and not version_of(FAST):
        message = msg("The texts are read by the engine “markdown-it”: the extra “fast” is not installed.")
        what = msg("Install it with `{command}`. The pages are the same; they only take longer.", command=how("fast"))
        place = plan.workspace.settings.where("markdown", "engine")
        yield Found(message, place, Mend(what), data={"extra": "fast"}, cap="note")
    if not version_of(HIGHLIGHT):
        yield from _plain_code(plan)


def _plain_code(plan: Plan) -> Iterator[Found]:
    """The first code whose language is said."""
    for entry in plan.workspace.entries:
        prose, written = plan.prose.get(entry.slug), entry.written
        if prose is not None and written is not None and prose.codes:
            code = prose.codes[0]
            message = msg(
                "Code in “{name}” is shown without colours: the extra “highlight” is not installed.", name=code.text
            )
            mend = Mend(msg("Install it with `{command}`.", command=how("highlight")))
            yield Found(message, written.place(code.line), mend, data={"extra": "highlight"}, cap="note")
            return
