"""What of a client's stands in a page, where it is public."""

from dataclasses import dataclass

from valuegen.finding import Finding
from valuegen.leaks.scan import Bytes, scan
from valuegen.leaks.secrets import Secrets
from valuegen.rules import private_leak


@dataclass(frozen=True, slots=True)
class Leaking:
    """A look at an address and its bytes. `untold`: pages that tell nothing."""

    secrets: Secrets
    untold: frozenset[str]

    def __call__(self, address: str, data: Bytes) -> tuple[Finding, ...]:
        """What leaks there. `data`: all its bytes, or what gives them piece by piece."""
        if not address.startswith("public/") or address in self.untold:
            return ()
        # Fonts of `content/` are told where they stand there; those of a theme are its maker's, who knows no client.
        found = (leak for leak in scan(self.secrets, address, data) if leak.kind != "font")
        return tuple(private_leak.in_page(found))
