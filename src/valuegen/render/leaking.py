"""What of a client's stands in a page, where it is public."""

from dataclasses import dataclass

from valuegen.finding import Finding
from valuegen.leaks.scan import scan
from valuegen.leaks.secrets import Secrets
from valuegen.rules import private_leak


@dataclass(frozen=True, slots=True)
class Leaking:
    """A look at an address and its bytes. `untold`: pages that tell nothing."""

    secrets: Secrets
    untold: frozenset[str]

    def __call__(self, address: str, data: bytes) -> tuple[Finding, ...]:
        """What leaks there."""
        is_read = address.startswith("public/") and address not in self.untold
        return tuple(private_leak.in_page(scan(self.secrets, address, data))) if is_read else ()
