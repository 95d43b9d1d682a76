"""What of a workspace is judged, and on which ground."""

from valuegen.judge.parts import Added, Ground, Writing
from valuegen.model.entry import Entry
from valuegen.model.settings import Settings
from valuegen.prose import Prose


def ground_of(settings: Settings) -> Ground:
    """The ground of every judgement of a workspace."""
    return Ground(
        settings.site.language,
        tuple((product.name, product.url or "") for product in settings.products),
        {name: Added(said.add, said.without) for name, said in settings.words.items()},
    )


def writing_of(entry: Entry, prose: Prose | None) -> Writing:
    """What an entry says to its readers."""
    return Writing(entry.title, entry.summary or "", entry.ask or "", prose)
