"""Sign-ins that are over before their time: whoever signs out is signed out in every tab, and with every copy."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

_LONGEST = 31 * 24 * 3600
"""Seconds after which Streamlit itself takes no cookie any more."""


class RevokedSignIns:
    """The sign-ins that this process saw end, and who still has to be told. Not shared between processes."""

    def __init__(self) -> None:
        self._ended: dict[str, float] = {}
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def end(self, claims: Mapping[str, object]) -> None:
        """The sign-in with these ``claims`` is over from now on; to be called in the server's own thread."""
        now = time.time()
        self._ended = {known: at for known, at in self._ended.items() if now - at < _LONGEST}
        self._ended[_key(claims)] = now
        for event in self._waiting.get(_key(claims), ()):
            event.set()

    def has(self, claims: Mapping[str, object]) -> bool:
        """Whether the sign-in with these ``claims`` was ended."""
        return _key(claims) in self._ended

    @contextmanager
    def watch(self, claims: Mapping[str, object], seconds: float) -> Iterator[asyncio.Event]:
        """An event that comes when the sign-in is ended, at the latest after ``seconds``."""
        over, key = asyncio.Event(), _key(claims)
        timer = asyncio.get_running_loop().call_later(seconds, over.set)
        self._waiting[key].add(over)
        try:
            yield over
        finally:
            timer.cancel()
            self._waiting[key].discard(over)
            if not self._waiting[key]:
                del self._waiting[key]


REVOKED = RevokedSignIns()


def _key(claims: Mapping[str, object]) -> str:
    """What tells one sign-in from another, also of the same person; nobody can read from it who that is."""
    told = [str(claims.get(name)) for name in ("iss", "sub", "iat", "nonce", "sid")]
    return sha256("\n".join(told).encode()).hexdigest()
