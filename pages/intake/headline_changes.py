"""The headline figures as they are and as they would be, were prepared files imported."""

from dataclasses import dataclass

from analytics.errors import SnapshotError
from analytics.intake.prepared import Prepared
from analytics.intake.progress import Progress
from analytics.kpis import Kpi
from analytics.kpis.headline import headline
from analytics.store import Store
from analytics.warehouse import View, current


@dataclass(frozen=True)
class Change:
    """A figure as it is and as it would be; NaN where undefined."""

    now: float
    after: float


def headline_changes(prepared: Prepared, store: Store, progress: Progress) -> dict[Kpi, Change]:
    """The figures by KPI. Raises Stopped where somebody stopped it."""
    with prepared.trial(store, progress) as view:
        after = headline(view)
    try:
        now = headline(View(current(store)))
    except SnapshotError:  # there is none before the first import
        now = dict.fromkeys(after, float("nan"))
    return {kpi: Change(now[kpi], value) for kpi, value in after.items()}
