"""Lines that are known to hold no leak: menus, heads and feet, which a site has on every page.

What could be a leak only together with the lines around it is kept of them: their first and last words.
"""

from valuegen.leaks.codings import entities
from valuegen.leaks.fold import BREAK, fold, words
from valuegen.leaks.views import TAG

END = ">\n"
EDGE = 4
"""So many words of a line can be part of a run of five that goes on in the next."""
MOST = 8 << 20
"""About so many characters are remembered; then it begins anew."""


class Known:
    """The lines of pages in which nothing was found. A line is left out from the third page on that has it.

    It remembers, and changes nothing of what is found: only what was looked at already is not looked at again.
    """

    def __init__(self) -> None:
        self._edges: dict[str, str | None] = {}
        self._size = 0

    def fresh(self, lines: list[str]) -> str:
        """The page of these lines; of those that are known, only the edges."""
        known = self._edges
        return "".join([line + END if (edge := known.get(line)) is None else f"\n{edge}\n" for line in lines])

    def learn(self, lines: list[str]) -> None:
        """Take the lines of a page in which nothing was found for known."""
        known = self._edges
        if self._size > MOST:
            known.clear()
            self._size = 0
        for line in lines:
            if line not in known:
                known[line] = None
                self._size += len(line) + 100
            elif known[line] is None:
                known[line] = _edge(line)


def _edge(line: str) -> str:
    found = [word.decode() for word in words(fold(entities(TAG.sub(" ", line + ">"))))]
    if len(found) <= 2 * EDGE:
        return " ".join(found)
    return " ".join((*found[:EDGE], BREAK, *found[-EDGE:]))
