"""The network's measures as pages show them: in which order, in which unit, and whether more is better."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from analytics.charts.axes import Unit


@dataclass(frozen=True)
class Measure:
    """One measure: its ``name`` as in :mod:`analytics.network`, its unit, and what it should be compared with.

    ``better`` is "" where neither more nor less is, or where growth alone changes it; ``expected`` names the measure
    that says what chance would give.
    """

    name: str
    unit: Unit
    better: Literal["up", "down", ""] = ""
    expected: str = ""


GROUPS: Mapping[str, tuple[Measure, ...]] = {
    "growth": (
        Measure("nodes", "count", "up"),
        Measure("ties", "count", "up"),
        Measure("cooperations", "count", "up"),
        Measure("mean_partners", "mean", "up"),
        Measure("isolates", "count", "down"),
        Measure("tie_survival", "share", "up"),
    ),
    "cohesion": (
        Measure("largest_component_share", "share", "up"),
        Measure("components", "count"),
        Measure("two_step_reach", "share"),
        Measure("robustness", "share", "up"),
        Measure("robustness_without_coordinator", "share", "up"),
        Measure("degree_centralisation", "index", "down"),
    ),
    "mixture": (
        Measure("cross_sector_share", "share", "up", "cross_sector_expected"),
        Measure("ei_index", "index"),
        Measure("clustering", "share", "", "clustering_expected"),
        Measure("modularity", "index"),
    ),
}
"""The measures by what they tell."""

BY_NAME: Mapping[str, Measure] = {measure.name: measure for group in GROUPS.values() for measure in group}
