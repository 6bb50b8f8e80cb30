"""What others ask of a network: indicators near the ERDF's, and the structure that cluster labels look at.

Both are declared in YAML files beside this module; what is computed here is near the official values, never these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Literal

import pandas as pd
import yaml

from analytics.model import ENUMERATIONS, Label
from analytics.model.count_classes import CLASS, NONE
from analytics.warehouse import Period, View

CriterionStatus = Literal["met", "not_met", "not_known", "no_threshold", "to_confirm"]
SIZED = "RCO01"
"""The indicator of :func:`near_sizes`."""
SINCE_BEGINNING = "since_beginning"
"""The name of the period from the first year to the last in :func:`near_indicators`."""


@dataclass(frozen=True)
class NearIndicator:
    """An official indicator, the rule by which ours counts, and in what it differs.

    ``column`` holds the count; it ``reads`` these views, see :data:`analytics.warehouse.FACTS`.
    """

    code: str
    column: str
    reads: frozenset[str]
    official: Label
    counted: Label
    differs: Label


@dataclass(frozen=True)
class OutOfReach:
    """An official indicator that the data says nothing near of, and what would be needed."""

    code: str
    official: Label
    needed: Label


@dataclass(frozen=True)
class Criterion:
    """What a cluster label asks of the structure, see ``cluster_criteria.yaml``.

    ``value`` and ``of`` are columns of the question progress_structure; without ``value`` the data cannot say it.
    ``number`` is the criterion's own; ``threshold`` is None where none is published.
    """

    name: str
    source: Literal["eccp", "structure"]
    label: Label
    counted: Label
    unit: Literal["count", "share", "fte", "none"]
    number: str = ""
    value: str | None = None
    of: str | None = None
    threshold: float | None = None


def _declared(name: str) -> Any:
    return yaml.safe_load(files("analytics.kpis").joinpath(f"{name}.yaml").read_text("utf-8"))


def _labelled(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its texts in both languages as labels."""
    return {key: Label(**value) if isinstance(value, dict) else value for key, value in entry.items()}


NEAR: tuple[NearIndicator, ...] = tuple(
    NearIndicator(**_labelled(entry) | {"reads": frozenset(entry["reads"])})
    for entry in _declared("near_indicators")["near"]
)
OUT_OF_REACH: tuple[OutOfReach, ...] = tuple(
    OutOfReach(**_labelled(entry)) for entry in _declared("near_indicators")["out_of_reach"]
)
CRITERIA: tuple[Criterion, ...] = tuple(
    Criterion(**_labelled(entry)) for entry in _declared("cluster_criteria")["criteria"]
)


def near_indicators(view: View, years: Sequence[Period]) -> pd.DataFrame:
    """Each of :data:`NEAR` in each year, and since the first one's beginning: code, period, value.

    The values are enterprises, or research organisations. Each period is asked for as one, so that who counts in
    several years counts once since the beginning. NaN where none of the facts is in the data, so that a 0 would say
    too much. Exact for all audiences: figures of the whole network.
    """
    if not years:
        return pd.DataFrame({"code": [], "period": [], "value": pd.Series(dtype=float)})
    asked = [*years, Period(years[0].starts_on, years[-1].ends_on, SINCE_BEGINNING)]
    asking = view.counting(asked)
    # An enterprise has one size, so that the counts by size add up to distinct enterprises.
    supported = asking.ask("progress_supported").drop(columns="size").groupby("period").sum()
    research = asking.ask("progress_research").set_index("period")
    counts = supported.join(research, how="outer").reindex([period.name for period in asked]).fillna(0)
    for indicator in NEAR:
        if indicator.reads <= view.views_without_facts:
            counts[indicator.column] = float("nan")
    return pd.DataFrame(
        [
            {"code": indicator.code, "period": period.name, "value": float(counts[indicator.column][period.name])}
            for indicator in NEAR
            for period in asked
        ]
    )


def near_sizes(view: View, years: Sequence[Period]) -> pd.DataFrame:
    """The enterprises of RCO01 by size, as it demands: period, size (every token), supported.

    For a masked audience calendar years only, in classes (supported_class).
    """
    sizes = [value.token for value in ENUMERATIONS["size"].values]
    found = view.ask("progress_supported", years)
    found = found[[column for column in found if column in {"period", "size", "supported", f"supported{CLASS}"}]]
    rows = pd.MultiIndex.from_product([[year.name for year in years], sizes], names=["period", "size"])
    told = found.set_index(["period", "size"]).reindex(rows).reset_index()
    if f"supported{CLASS}" not in told:
        return told.fillna({"supported": 0})
    # A year without a row has nobody; of a year that is told at all there is a row for every size.
    empty = ~told["period"].isin(found["period"])
    classes = told[f"supported{CLASS}"].mask(empty, NONE)
    return told.assign(supported=told["supported"].mask(empty, 0), **{f"supported{CLASS}": classes})


def cluster_sheet(view: View, day: date) -> pd.DataFrame:
    """Each of :data:`CRITERIA` on a day: criterion (its name), source, number, value, of, share, threshold, status.

    What is counted over time is counted in the twelve months up to the day. ``value`` and ``of`` are NaN where they are
    not known; ``share`` is their quotient. ``status``: "met" or "not_met" where a threshold is known, "no_threshold"
    where none is, "not_known" where the data lacks the value, "to_confirm" where no data could have it.
    """
    year = Period(_year_before(day) + timedelta(days=1), day, "year")
    found = view.ask("progress_structure", [year]).iloc[0]
    return pd.DataFrame([_judged(criterion, found) for criterion in CRITERIA])


def _judged(criterion: Criterion, found: "pd.Series[Any]") -> dict[str, object]:
    value, of = (_number(found[column]) if column else None for column in (criterion.value, criterion.of))
    share = value / of if value is not None and of else None
    return {
        "criterion": criterion.name,
        "source": criterion.source,
        "number": criterion.number,
        "value": value,
        "of": of,
        "share": share,
        "threshold": criterion.threshold,
        "status": _status(criterion, share if criterion.unit == "share" else value),
    }


def _status(criterion: Criterion, value: float | None) -> CriterionStatus:
    if criterion.value is None:
        return "to_confirm"
    if value is None:
        return "not_known"
    if criterion.threshold is None:
        return "no_threshold"
    return "met" if value >= criterion.threshold else "not_met"


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def _year_before(day: date) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()
