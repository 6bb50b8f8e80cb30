"""The catalogue: every KPI with what it means, read from the heads of the .sql files beside this module."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Any, Literal

import pandas as pd

from analytics.errors import QuestionError
from analytics.model import Label
from analytics.model.kpi_files import KpiFile, kpi_files
from analytics.network import by_period
from analytics.warehouse import FACTS, Period, ScopedCursor, View

Unit = Literal["count", "share", "eur", "days", "index", "mean"]
Split = Literal["kind", "district", "topic"]
KpiFunction = Callable[[ScopedCursor, Sequence[Period]], pd.DataFrame]
GROUPS = ("reach", "events", "cooperation", "effect", "quality")


@dataclass(frozen=True)
class Kpi:
    """One KPI.

    ``unit``: count, share (0 to 1), eur, days, index (0 to 1), mean (of a count). ``better``: which way is an
    improvement, if one is. ``measured``: over a whole "period", or on one day ("date"), see
    :meth:`analytics.warehouse.View.measured_on`. ``audiences``: who is shown it; management is shown all. ``splits``:
    by what it can be parted. ``near`` names the ERDF indicator that it resembles without being it; ``rows`` the
    question in ``analytics/warehouse/questions`` that lists the rows behind the number. ``parts_for``: whether masked
    audiences are told its parts as well ("everybody"), or the management alone. Of two KPIs with "everybody" none may
    count a subset of the other, or the classes of one table would bound the cells of the other. Its values come from
    ``select``, or, where SQL cannot say them, from ``function``, which ``reads`` these views.
    """

    name: str
    number: str
    label: Label
    group: str
    unit: Unit
    better: Literal["up", "down", "neither"]
    measured: Literal["period", "date"]
    audiences: tuple[str, ...]
    splits: tuple[Split, ...]
    definition: Label
    counting: Label
    undefined: Label | None
    near: str | None
    rows: str | None
    parts_for: Literal["everybody", "management"]
    select: str
    function: KpiFunction | None
    reads: frozenset[str]

    def ask(self, asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
        """One row per period, in any order: period and value, or period, numerator and denominator."""
        return asking.query(self.select) if self.function is None else self.function(asking, periods)

    def splits_for(self, view: View) -> tuple[Split, ...]:
        """By what ``view``'s audience is told it in parts."""
        return self.splits if self.parts_for == "everybody" or not view.is_masked else ()

    def last_day(self, view: View) -> date | None:
        """The last day of the data for it: of what happened or began, or of all that the data speaks of."""
        return view.last_day if self.measured == "period" else view.until_day

    def lacks_data(self, view: View) -> bool:
        """Whether none of the facts that the KPI counts is in the data at all, so that a 0 would say too much."""
        return bool(self.reads) and self.reads <= view.views_without_facts


def _read(file: KpiFile) -> Kpi:
    head: dict[str, Any] = dict(file.head)
    head |= {key: Label(**head[key]) for key in ("label", "definition", "counting", "undefined") if key in head}
    select, function = file.select, head.pop("function", None)
    reads = head.pop("reads", re.findall(r"\w+", select))
    return Kpi(
        name=file.name,
        audiences=tuple(dict.fromkeys(("management", *head.pop("audiences")))),
        splits=tuple(head.pop("splits", ())),
        near=head.pop("near", None),
        rows=head.pop("rows", None),
        parts_for=head.pop("parts_for", "management"),
        undefined=head.pop("undefined", None),
        select=select,
        function=None if function is None else _function(function),
        reads=frozenset(view for view in reads if view in FACTS),
        **head,
    )


@dataclass(frozen=True)
class _Later:
    """A function of this package that computes KPIs itself, so that its module is imported when it is first asked."""

    module: str
    name: str

    def __call__(self, asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
        answer: pd.DataFrame = getattr(import_module(f"analytics.kpis.{self.module}"), self.name)(asking, periods)
        return answer


def _function(named: str) -> KpiFunction:
    """A function of ``network.by_period``; or, named "module.function", one of this package."""
    module, _, name = named.rpartition(".")
    if module:
        return _Later(module, name)
    found: KpiFunction = getattr(by_period, name)
    return found


CATALOGUE: dict[str, Kpi] = {file.name: _read(file) for file in kpi_files()}
"""Every KPI by name, in the order of their numbers."""


def find(names: Sequence[str]) -> list[Kpi]:
    """The KPIs called ``names``, all where there are none. Raises QuestionError for an unknown one."""
    for name in names:
        if name not in CATALOGUE:
            raise QuestionError("unknown_kpi", kpi=name, known=", ".join(CATALOGUE))
    return [CATALOGUE[name] for name in names] or list(CATALOGUE.values())


def kpis_for(audience: str) -> list[Kpi]:
    """The KPIs that ``audience`` is shown."""
    return [kpi for kpi in CATALOGUE.values() if audience in kpi.audiences]
