"""Every KPI's values for the workbook: by quarter, by year, and in its parts."""

from collections.abc import Sequence

import pandas as pd

from analytics.kpis import Kpi, compute, split
from analytics.kpis.catalogue import Split
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, NONE
from analytics.reports.progress.content import Basis, KpiRows
from analytics.reports.progress.periods import MOST_QUARTERS, between, years_in_parts, years_so_far
from analytics.reports.progress.watch import Watch

_PLACES = ("elsewhere", "abroad", "unknown")
_BY_DISTRICT = ("organisations", "members", "events", "cooperations")
_COUNTED = ("count", "eur")


def kpi_rows(basis: Basis, kpis: Sequence[Kpi], watch: Watch) -> tuple[KpiRows, ...]:
    """One for each of ``kpis``."""
    quarters = between(basis, "quarter")[-MOST_QUARTERS:]
    years = years_so_far(basis)
    computed = compute(basis.view, kpis, [*quarters, *years])
    names = {"kind": _kinds(basis), "district": _districts(basis)}
    rows = []
    watch.phase(0.9, len(kpis))
    for kpi in kpis:
        watch.step("kpis")
        own = computed[computed["kpi"] == kpi.name]
        rows.append(
            KpiRows(
                kpi=kpi,
                quarters=own[own["period"].isin([quarter.name for quarter in quarters])],
                years=own[own["period"].isin([year.name for year in years])],
                parts={by: _parts(basis, kpi, by, names[by]) for by in _splits(basis, kpi) if names[by]},
                lacks_data=kpi.lacks_data(basis.view),
            )
        )
    return tuple(rows)


def _splits(basis: Basis, kpi: Kpi) -> list[Split]:
    """By what it is parted: kinds; districts only where it counts, as one district has too few cases for a share."""
    if kpi.lacks_data(basis.view):
        return []
    by: tuple[Split, ...] = ("kind", "district") if kpi.unit in _COUNTED else ("kind",)
    return [part for part in kpi.splits_for(basis.view) if part in by]


def _parts(basis: Basis, kpi: Kpi, by: Split, segments: dict[str, str]) -> pd.DataFrame:
    """Its values by calendar year for each part; parts that are empty throughout are left out."""
    found = split(basis.view, kpi, by, list(segments), years_in_parts(basis))
    is_there = found[f"value{CLASS}"].ne(NONE) if f"value{CLASS}" in found else found["value"].fillna(0).ne(0)
    told = found.assign(is_there=is_there)
    kept = told.groupby("segment")["is_there"].transform("any")
    return told[kept].drop(columns="is_there").assign(segment=lambda rows: rows["segment"].map(segments))


def _kinds(basis: Basis) -> dict[str, str]:
    kinds = ENUMERATIONS["organisation_kind"]
    return {token: kinds.label_of(token, basis.language.code) for token in kinds.tokens}


def _districts(basis: Basis) -> dict[str, str]:
    """The districts in which anything is counted in any of the years, by name; what is none of them last."""
    found = basis.view.ask("region_districts", years_in_parts(basis))
    some = found[found[list(_BY_DISTRICT)].ne(0).any(axis=1)].drop_duplicates("district")
    places = {place: basis.text(f"scope.district_{place}") for place in _PLACES}
    names = {key: str(name) for key, name in zip(some["district"], some["name"], strict=True) if key not in places}
    known = set(some["district"])
    return dict(sorted(names.items(), key=lambda one: one[1])) | {key: places[key] for key in places if key in known}
