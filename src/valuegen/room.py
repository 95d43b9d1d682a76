"""Room in memory for many bytes that are seldom looked at, which forks of a process share.

By counting who refers to an object Python writes to it; so a fork that looks at each of many soon has a copy of all.
Here they lie side by side, and only what says where is an object of its own.
"""

Laid = tuple[bytes | bytearray, int, int]
"""Where bytes lie: in which, from where, up to where."""
BLOCK = 1 << 20
"""So many bytes are asked for at once. The system gives them page by page, as they are filled."""


class Room:
    """Filled from its beginning; nothing in it is ever written over."""

    def __init__(self) -> None:
        self._block, self._end = bytearray(), 0

    def lay(self, data: bytes) -> Laid:
        """Put bytes down."""
        if self._end + len(data) > len(self._block):
            self._block, self._end = bytearray(max(BLOCK, len(data))), 0
        start, self._end = self._end, self._end + len(data)
        self._block[start : self._end] = data
        return self._block, start, self._end
