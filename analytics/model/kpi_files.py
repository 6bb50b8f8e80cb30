"""The KPI files as they lie in ``analytics/kpis``: the head that says what each means, and its query.

They are read here, at the ground, because a target names a KPI and intake must know which there are.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from analytics.model.declare import Enumeration, Label, Value

FOLDER = Path(__file__).parents[1] / "kpis"
MEASURES_TARGETS = "target_achievement"
"""The one KPI that can have no target of its own."""


@dataclass(frozen=True)
class KpiFile:
    """One file: the KPI's name, its head, and the query below it."""

    name: str
    head: dict[str, Any]
    select: str


@cache
def kpi_files() -> tuple[KpiFile, ...]:
    """Every KPI file in the order of the numbers. Raises ValueError for one without a head."""
    files = [_read(path) for path in FOLDER.glob("*.sql")]
    return tuple(sorted(files, key=lambda file: str(file.head["number"])))


def kpi_enumeration() -> Enumeration:
    """The KPIs that can have a target: a file may call one by its name, its number or its label."""
    return Enumeration(
        "kpi",
        Label("Kennzahl", "KPI"),
        tuple(
            Value(file.name, Label(**file.head["label"]), (file.head["number"],))
            for file in kpi_files()
            if file.name != MEASURES_TARGETS
        ),
    )


def _read(path: Path) -> KpiFile:
    head, mark, select = path.read_text("utf-8").removeprefix("/*\n").partition("*/\n")
    if not mark:
        raise ValueError(f"{path.name} has no head")
    return KpiFile(path.stem, yaml.safe_load(head), select)
