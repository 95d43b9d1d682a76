"""Who may come in: a preview is for the browser of whoever started it, not for pages of others open in that browser.

Sources: Fetch Metadata (W3C), RFC 9110 (Host), RFC 6265bis (SameSite), and DNS rebinding: a stranger's name that
leads to this machine. An address in digits can't be rebound, and a name has to be one of ours.
"""

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Headers = Mapping[str, str]
"""Names in lower case."""


@dataclass(frozen=True, slots=True)
class Door:
    """The rules of one server. `host` and `port`: where it listens; `has_planner`: whether the planner is shown."""

    host: str
    port: int
    has_planner: bool = True
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def cookie(self) -> str:
        """The name of the planner's cookie: cookies don't tell ports apart, and another preview may run."""
        return f"valuegen-{self.port}"

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server."""
        try:
            parts = urlsplit(f"//{host}")
            name, port = (parts.hostname or "").rstrip("."), parts.port or 80
        except ValueError:
            return False
        if port != self.port or parts.username is not None or parts.path or parts.query or parts.fragment:
            return False
        return name in ("localhost", self.host.lower()) or _is_address(name)

    def lets_in(self, method: str, headers: Headers) -> bool:
        """Whether a request comes from us: typed, clicked in a page of ours, or asked by one."""
        if not self.knows(headers.get("host", "")) or "service-worker" in headers:  # it would outlive this run
            return False
        site = headers.get("sec-fetch-site", "same-origin" if method != "POST" else "")
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{headers['host']}":
            return False
        if method == "POST":
            return origin is not None and site in ("same-origin", "")
        if site in ("same-origin", "none"):
            return True
        # A link somewhere else may lead here; nothing else may be asked for from there, to be looked at or framed.
        return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest", "document") == "document"

    def is_host(self, given: str) -> bool:
        """Whether it is the token that was printed."""
        return hmac.compare_digest(given.encode(), self.token.encode())

    def sees_planner(self, headers: Headers) -> bool:
        """Whether this browser has been let in to the planner, in this run."""
        if not self.has_planner:
            return False
        # Any server at 127.0.0.1 writes into the same cookies what it likes: what is odd among them is passed over.
        cookies = (one.partition("=") for one in headers.get("cookie", "").split(";"))
        return any(name.strip() == self.cookie and self.is_host(value.strip()) for name, _, value in cookies)


def is_loopback(host: str) -> bool:
    """Whether what listens there is heard on this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
