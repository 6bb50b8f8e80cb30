"""The targets: what an invented grant notice asks for, for the calendar years 2025 and 2026."""

import pandas as pd

from analytics.demo.frames import model_frame

_SOURCE = "Demo-Zuwendungsbescheid"
_DUE = ("2025-12-31", "2026-12-31")
_TARGETS: dict[str, tuple[float, float, float]] = {
    "organisations_reached": (0, 280, 300),
    "smes_reached": (0, 180, 195),
    "events_held": (0, 20, 20),
    "participations": (0, 900, 950),
    "active_cooperations": (10, 90, 130),
    "new_cooperations": (0, 50, 55),
    "enterprises_with_research": (0, 25, 35),
    "enterprises_advised": (0, 90, 90),
    "funding_won": (0, 1_500_000, 1_800_000),
    "sme_share": (0.6, 0.85, 0.85),
    "district_coverage": (0.35, 0.7, 0.75),
    "cross_sector_share": (0.55, 0.65, 0.68),
}
"""Baseline and the two targets. What is counted per period is meant per calendar year; the rest at its end."""


def targets_table() -> pd.DataFrame:
    """Two rows per KPI; amber below 90 % and red below 70 % of what is due."""
    rows = [
        {"kpi": kpi, "due_on": due, "baseline": baseline, "target": target}
        for kpi, (baseline, *targets) in _TARGETS.items()
        for due, target in zip(_DUE, targets, strict=True)
    ]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    count = len(rows)
    return model_frame(
        "targets",
        columns | {"source": [_SOURCE] * count, "amber_below": [0.9] * count, "red_below": [0.7] * count},
    )
