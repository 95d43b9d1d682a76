"""Which parser reads the texts of a workspace: `markdown.engine`, as far as it is installed."""

from valuegen.extras import FAST, version_of
from valuegen.model.settings import Settings

USUAL, QUICK = "markdown-it", "fast"


def engine_of(settings: Settings) -> str:
    """The engine that a workspace asks for; the usual one where that is not there: it reads every text alike."""
    return QUICK if settings.markdown.engine == QUICK and version_of(FAST) else USUAL
