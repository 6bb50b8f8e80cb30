"""Until when pretix was asked, kept in the store: a moment for each organiser, and nothing else."""

import json
from datetime import UTC, datetime

from analytics.store import WITHOUT_ROWS, Store

_FILE = "pretix.json"


def pulled_until(store: Store, name: str) -> str | None:
    """The moment, as pretix wrote it, until which everything of ``name`` came in; None where all has to be asked anew.

    That is so after an undo or an erasure, too: what it took away may have come from there.
    """
    kept = _kept(store).get(name)
    if kept is None:
        return None
    asked = datetime.fromisoformat(kept["asked"])
    undone = any(entry.kind in WITHOUT_ROWS and datetime.fromisoformat(entry.at) >= asked for entry in store.ledger())
    return None if undone else kept["until"]


def keep_until(store: Store, name: str, until: str | None) -> None:
    """Keep that everything of ``name`` until the moment ``until`` came in; with None, that nobody knows."""
    with store.lock():
        kept = _kept(store)
        kept.pop(name, None)
        if until is not None:
            asked = datetime.now(UTC).isoformat(timespec="seconds")
            kept[name] = {"until": until, "asked": asked}
        fresh = store.folder / f".{_FILE}"
        fresh.write_text(json.dumps(kept, indent=1), "utf-8")
        fresh.replace(store.folder / _FILE)


def _kept(store: Store) -> dict[str, dict[str, str]]:
    """What is kept; nothing where the file cannot be read: then all is asked anew, which does no harm."""
    try:
        kept = json.loads((store.folder / _FILE).read_text("utf-8"))
        for one in kept.values():
            datetime.fromisoformat(one["asked"]), str(one["until"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return dict(kept)
