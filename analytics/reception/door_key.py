"""The key of a door: a link that lets a phone tick off the guests of one evening, and do nothing else.

In a hall there may be no way to the provider of the sign-in. Whoever may open the door makes such a link, and shows it
to the phones that help. It is a digest of the store's own secret and the evening, so nothing needs to be kept, and a
new secret makes all old links worthless.
"""

import hmac
from datetime import date, timedelta
from hashlib import sha256

from analytics.reception.evening import Evening
from analytics.store import Store, renewed_secret, secret

BEFORE, AFTER = timedelta(days=14), timedelta(days=2)
"""So long before its evening and after it a key opens the door."""

_SECRET = "door"


def key_of(store: Store, evening: Evening) -> str:
    """The key of the evening's door: 32 hexadecimal digits, the same until :func:`renew`."""
    subject = f"{evening.event_id}\n{evening.starts_on.isoformat()}"
    return hmac.new(secret(store, _SECRET), subject.encode(), sha256).hexdigest()[:32]


def is_key(store: Store, evening: Evening, key: str, today: date) -> bool:
    """Whether ``key`` opens the evening's door today."""
    if not evening.starts_on - BEFORE <= today <= evening.ends_on + AFTER:
        return False
    return hmac.compare_digest(key.encode(), key_of(store, evening).encode())


def renew(store: Store) -> None:
    """Make all keys given out so far worthless."""
    renewed_secret(store, _SECRET)
