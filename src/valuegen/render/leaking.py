"""What of a client's stands in a page, where it is public."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from valuegen.finding import Finding
from valuegen.leaks.scan import scan, windows
from valuegen.leaks.secrets import Secrets
from valuegen.rules import private_leak


@dataclass(frozen=True, slots=True)
class Leaking:
    """A look at an address and its bytes. `untold`: pages that tell nothing."""

    secrets: Secrets
    untold: frozenset[str]

    def __call__(self, address: str, data: bytes | Callable[[], Iterator[bytes]]) -> tuple[Finding, ...]:
        """What leaks there. `data`: all its bytes, or what gives them piece by piece."""
        if not address.startswith("public/") or address in self.untold:
            return ()
        parts = (data,) if isinstance(data, bytes) else windows(data())
        found = {leak for part in parts for leak in scan(self.secrets, address, part)}
        return tuple(private_leak.in_page(sorted(found)))
