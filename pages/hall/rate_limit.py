"""Against floods: how much one address may send, and tokens that only this server can make."""

import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex
from threading import Lock

from analytics.store import Store, secret


@dataclass
class _Bucket:
    left: float
    since: float


class RateLimit:
    """Each address may do ``burst`` things at once, and then one every ``seconds``.

    A hall full of phones often shares one address, so a burst must hold a hall. Addresses are kept in memory only, and
    no more than ``most`` of them.
    """

    def __init__(
        self, burst: int, seconds: float, *, most: int = 10_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst, self._seconds, self._most, self._clock = burst, seconds, most, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = Lock()

    def lets(self, address: str) -> bool:
        """Whether ``address`` may do one more thing; then it has."""
        now = self._clock()
        with self._lock:
            bucket = self._buckets.pop(address, None) or _Bucket(self._burst, now)
            bucket.left = min(self._burst, bucket.left + (now - bucket.since) / self._seconds)
            bucket.since = now
            self._buckets[address] = bucket
            while len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
            if bucket.left < 1:
                return False
            bucket.left -= 1
            return True


def token_for(store: Store, subject: str, now: float) -> str:
    """A token for one visitor of ``subject``; it tells nothing of him."""
    head = f"{token_hex(12)}.{int(now)}"
    return f"{head}.{_signature(store, subject, head)}"


def is_token(store: Store, subject: str, token: str, now: float, *, least_age: float) -> bool:
    """Whether this server made the token for ``subject`` at least ``least_age`` seconds ago: a person takes a while."""
    head, _, signature = token.rpartition(".")
    _, _, since = head.partition(".")
    if not since.isascii() or not since.isdigit() or len(token) > 120 or now - int(since) < least_age:
        return False
    return hmac.compare_digest(signature.encode(), _signature(store, subject, head).encode())


def _signature(store: Store, subject: str, head: str) -> str:
    return hmac.new(secret(store, "visitor"), f"{subject}\n{head}".encode(), sha256).hexdigest()[:32]
