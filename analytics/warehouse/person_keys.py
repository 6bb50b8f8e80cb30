"""Keys of persons: which text is random enough to be stored as one, and what is stored in another's place.

A name in a key's place gets a key made with the store's own secret, so that the same name has the same key in every
file, a list that comes again changes what it changed before, and nobody can tell the name without the secret, which
lies apart from the batches and can be deleted. See docs/decisions/0018.
"""

import hmac
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from secrets import token_bytes

from analytics.model.addresses import carries_address
from analytics.store import Store, secret

PersonKey = Callable[[str], str]
"""Gives the key that is stored in the place of a text."""

_LONGEST = 64
_SIGNS = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/#-]*")
_HEXADECIMAL = re.compile(r"[a-z]?[0-9a-f]{8,}|[a-z]?[0-9A-F]{8,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LETTERS = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"[0-9]+")
WORDS = {
    *("attendee", "besucher", "contact", "gast", "guest", "id", "key", "kontakt", "member", "mitglied", "nr", "no"),
    *("participant", "pers", "person", "teilnehmer", "teilnehmerin", "tn", "user", "visitor"),
}
"""What may stand before the number of a key."""
_MOST_LETTERS = 2
_ENOUGH_GROUPS = 3
_ENOUGH_SIGNS = 10


def looks_random(text: str) -> bool:
    """Whether ``text`` is a running number or a random key, so that it tells nothing about the person.

    It has a digit, no blanks, no phone number, and letters only as ``P-17`` or ``gast17`` has them, or as chance
    strews them among digits.
    """
    if len(text) > _LONGEST or not _SIGNS.fullmatch(text) or carries_address(text):
        return False
    if _HEXADECIMAL.fullmatch(text):
        return True
    digits = _DIGITS.findall(text)
    if len(digits) >= _ENOUGH_GROUPS and len(text) >= _ENOUGH_SIGNS:
        return True
    words = [word.casefold() for word in _LETTERS.findall(text)]
    return bool(digits) and all(len(word) <= _MOST_LETTERS or word in WORDS for word in words)


def keys_of(store: Store) -> PersonKey:
    """The keys that ``store`` gives; its secret is read, or made, once, when the first one is needed."""
    own = cache(lambda: secret(store, "persons"))
    return lambda text: _key(own(), text)


def keys_of_nobody() -> PersonKey:
    """Keys that mean nothing anywhere else."""
    own = token_bytes(32)
    return lambda text: _key(own, text)


def _key(own: bytes, text: str) -> str:
    same = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return f"p{hmac.new(own, same.encode(), sha256).hexdigest()[:16]}"
