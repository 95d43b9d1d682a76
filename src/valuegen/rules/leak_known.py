"""Lines that are known to hold no leak: menus, heads and feet, which a site has on every page.

What could be a leak only together with the lines around it is kept of them: their first and last words.
"""

from valuegen.rules.leak_codings import entities
from valuegen.rules.leak_fold import BREAK, fold, words
from valuegen.rules.leak_views import TAG

END = ">\n"
EDGE = 4
"""So many words of a line can be part of a run of five that goes on in the next."""
MOST = 8 << 20
SHORT = 2_000


class Known:
    """The lines of pages in which nothing was found. A line is left out from the third page on that has it.

    It remembers, and changes nothing of what is found: only what was looked at already is not looked at again.
    """

    def __init__(self) -> None:
        self._edges: dict[str, str | None] = {}
        self._size = 0

    def fresh(self, page: str) -> str:
        """The page, of whose known lines only the edges are left."""
        if len(page) < SHORT:
            return page
        known = self._edges
        return "".join(line + END if (edge := known.get(line)) is None else f"\n{edge}\n" for line in page.split(END))

    def learn(self, page: str) -> None:
        """Take the lines of a page in which nothing was found for known."""
        if len(page) < SHORT:
            return
        if self._size > MOST:
            self._edges.clear()
            self._size = 0
        for line in page.split(END):
            if line not in self._edges:
                self._edges[line] = None
                self._size += len(line) + 100
            elif self._edges[line] is None:
                self._edges[line] = _edge(line)


def _edge(line: str) -> str:
    found = [word.decode() for word in words(fold(entities(TAG.sub(" ", line + ">"))))]
    if len(found) <= 2 * EDGE:
        return " ".join(found)
    return " ".join((*found[:EDGE], BREAK, *found[-EDGE:]))
