"""The store's own secret, from which links and tokens are made that nobody else can make."""

import os
from secrets import token_bytes

from analytics.store.store import Store


def secret(store: Store, name: str) -> bytes:
    """The secret called ``name``, made when it is first asked for; only this server's user can read its file."""
    path = store.folder / f"{name}.secret"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        with store.lock():
            return path.read_bytes() if path.exists() else renewed_secret(store, name)


def renewed_secret(store: Store, name: str) -> bytes:
    """A new secret in the place of the old one: all that was made from that is worthless."""
    fresh, made = store.folder / f".{name}-{os.getpid()}.secret", token_bytes(32)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(made)
    fresh.replace(store.folder / f"{name}.secret")
    return made
