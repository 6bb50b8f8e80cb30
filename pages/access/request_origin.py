"""How a request came in, and whether it began on this machine; nothing here knows Streamlit."""

import re
from dataclasses import dataclass
from ipaddress import ip_address

_LOCAL_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_OF_A_BROWSER = frozenset(
    {
        "host", "connection", "keep-alive", "user-agent", "upgrade", "upgrade-insecure-requests", "te",
        "cookie", "origin", "referer", "cache-control", "pragma", "range", "priority", "dnt",
        "content-type", "content-length", "content-encoding", "transfer-encoding", "expect", "save-data",
        "device-memory", "downlink", "dpr", "ect", "rtt", "viewport-width", "width", "purpose", "x-moz", "x-purpose",
        "x-requested-with", "x-xsrftoken", "x-csrftoken", "service-worker", "service-worker-navigation-preload",
        "last-event-id", "early-data", "alt-used", "idempotency-key",
    }
)  # fmt: skip
_BEGIN_LIKE = ("accept", "if-", "sec-", "access-control-request-", "x-streamlit-")
"""The headers that browsers and Streamlit's own scripts send. Whoever passes a request on, a proxy, a tunnel, a network
that signs people in, adds one of its own, and nobody can list them all: so any other header counts as such."""


@dataclass(frozen=True)
class RequestOrigin:
    """How a request came in: its headers, whose address sent it, and the address that the server is bound to.

    ``bound_to`` is None where that is not known, and ``peer`` where nobody said.
    """

    headers: tuple[tuple[str, str], ...] = ()
    peer: str | None = None
    bound_to: str | None = None

    def values(self, name: str) -> list[str]:
        """The values of the header ``name``, in any case."""
        return [value for known, value in self.headers if known.lower() == name]


def is_here(arrival: RequestOrigin) -> bool:
    """Whether a request began on this machine, as far as it can be told.

    The server is bound to this machine only, is called by its name, by this machine, from no other site's page, and
    no header speaks of somebody who passed the request on.
    """
    hosts, origins = arrival.values("host"), arrival.values("origin")
    return (
        _is_loopback(arrival.bound_to)
        and _is_loopback(arrival.peer)
        and len(hosts) == 1
        and _LOCAL_NAME.fullmatch(hosts[0]) is not None
        and all(is_same_site(origin, hosts[0]) for origin in origins)
        and all(_is_of_a_browser(name) for name, _ in arrival.headers)
    )


def is_same_site(origin: str, host: str) -> bool:
    """Whether a page of ``origin`` ("https://a.example") was given out by ``host`` ("a.example:443")."""
    scheme, _, name = origin.lower().partition("://")
    port = {"http": ":80", "https": ":443"}.get(scheme)
    return port is not None and name.removesuffix(port) == host.lower().removesuffix(port)


def _is_loopback(address: str | None) -> bool:
    if address is None:
        return False
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_of_a_browser(name: str) -> bool:
    known = name.lower().replace("_", "-")
    return known in _OF_A_BROWSER or known.startswith(_BEGIN_LIKE)
