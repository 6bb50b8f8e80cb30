"""The newest snapshot, as the hall's pages may show it: one view a snapshot and audience."""

from functools import lru_cache

from analytics.store import Store
from analytics.warehouse import Snapshot, View, current


def current_view(audience: str) -> View:
    """The newest snapshot for ``audience``. Raises SnapshotError where there is none."""
    return _view(current(Store()), audience)


@lru_cache(maxsize=6)
def _view(snapshot: Snapshot, audience: str) -> View:
    return View(snapshot, audience)
