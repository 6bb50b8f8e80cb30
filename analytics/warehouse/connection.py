"""ScopedCursor a snapshot: a connection for one audience, which sees that audience's schema only."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from threading import Lock

import duckdb
import pandas as pd

from analytics.errors import QuestionError
from analytics.model import ENUMERATIONS
from analytics.model.limits import MOST_MEMBERS
from analytics.store import Entry
from analytics.warehouse.disclosure import MASKED, disclosure_of, only_whole
from analytics.warehouse.parts import By, narrowed, parts_in_classes
from analytics.warehouse.periods import Period
from analytics.warehouse.scope import EVERYTHING, Scope
from analytics.warehouse.snapshot import AUDIENCES, Snapshot
from analytics.warehouse.snapshot_file import READING, ledger_of
from analytics.warehouse.sql import question_file

_opening = Lock()
_WHOLE = "management"
"""The schema that shows all there is: figures of the whole network are counted there for every audience."""
_OUTSIDE = ("elsewhere", "abroad", "unknown")
"""What counts as a district and is none."""
_BOUNDS = """
select
    max(day) filter (not is_end),
    case when not bool_and(is_end) then max(day) end
from base.horizon
where day <= ?
"""
_PERIODS = """
set variable periods = (
    select list({
        'period': period, 'starts_on': starts_on, 'ends_on': ends_on, 'measured_on': measured_on, 'as_of': as_of
    })
    from (
        select
            unnest(?::varchar[]) as period,
            unnest(?::date[]) as starts_on,
            unnest(?::date[]) as ends_on,
            unnest(?::date[]) as measured_on,
            unnest(?::date[]) as as_of
    )
)
"""
FACTS = {
    "events": "events",
    "occasions": "events",
    "headcounts": "events",
    "participations": "participations",
    "attendances": "attendances",
    "contacts": "contacts",
    "contact_days": "contacts",
    "first_contacts": "contacts",
    "arrivals": "contacts",
    "reached": "contacts",
    "consultations": "consultations",
    "cooperations": "cooperations",
    "active_cooperations": "cooperations",
    "recorded_cooperations": "cooperations",
    "cooperation_members": "cooperation_members",
    "active_members": "cooperation_members",
    "memberships": "cooperation_members",
    "tying_members": "cooperation_members",
    "cooperation_ties": "cooperation_members",
    "partnerships": "cooperation_members",
    "funding": "funding",
    "feedback": "feedback",
}
"""The views that hold facts (not organisations or reference data), and the relation whose rows each shows."""


@lru_cache(maxsize=8)
def _connection(path: str) -> duckdb.DuckDBPyConnection:
    """One read-only connection a snapshot; every question takes a cursor of its own."""
    return duckdb.connect(path, read_only=True, config=READING)


class View:
    """A snapshot as one audience sees it. Safe to share between threads.

    ``first_day`` and ``last_day`` bound what happened or began, without the few things that lie years before all else;
    ``until_day`` is the last day that the data speaks of, on which at the latest a cooperation may have ended. What
    lies after today has not happened. All are None where nothing is dated. ``connection`` is the database that holds
    the snapshot, None where it lies in its file.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        audience: str = "management",
        *,
        connection: duckdb.DuckDBPyConnection | None = None,
    ) -> None:
        if audience not in AUDIENCES:
            raise QuestionError("unknown_audience", audience=audience, known=", ".join(AUDIENCES))
        self.snapshot = snapshot
        self.audience = audience
        with _opening:
            self._connection = connection or _connection(str(snapshot.path))
        last, until = self._connection.cursor().execute(_BOUNDS, [date.today()]).fetchall()[0]
        begins = self._connection.cursor().execute("from base.beginning").fetchall()[0][0]
        self.first_day: date | None = begins if last else None
        self.last_day: date | None = last
        self.until_day: date | None = until
        self.ledger: list[Entry] = ledger_of(self._connection.cursor())

    @cached_property
    def views_without_facts(self) -> frozenset[str]:
        """The views of :data:`FACTS` behind which there is no row at all, whatever the scope."""
        relations = sorted(set(FACTS.values()))
        counts = ", ".join(f"(select count(*) from base.{name}) as {name}" for name in relations)
        row = self._connection.cursor().execute(f"select {counts}").fetchall()[0]
        empty = {name for name, count in zip(relations, row, strict=True) if not count}
        return frozenset(view for view, relation in FACTS.items() if relation in empty)

    @property
    def is_masked(self) -> bool:
        """Whether names need consent and parts are told in classes."""
        return self.audience in MASKED

    @property
    def is_demo(self) -> bool:
        """Whether any of the data is invented."""
        return any(entry.is_demo for entry in self.ledger)

    @property
    def is_empty(self) -> bool:
        """Whether there is no data at all."""
        return not self.ledger

    def measured_on(self, period: Period) -> date:
        """The day of all that is measured at a date: the period's last, or that of the data, whichever is earlier."""
        last = period.as_of or self.until_day
        return min(period.ends_on, last) if last else period.ends_on

    def within(self, periods: Sequence[Period] = (), scope: Scope = EVERYTHING) -> "ScopedCursor":
        """Questions about ``periods`` within ``scope``, as many as are asked.

        Raises QuestionError where a masked audience asks for a part of the network: see :meth:`parted`.
        """
        self._refuse_parts(scope)
        return ScopedCursor(self._connection.cursor(), self, self.audience, periods, scope)

    def counting(self, periods: Sequence[Period] = (), scope: Scope = EVERYTHING) -> "ScopedCursor":
        """Questions whose answers nobody sees before they have become figures of the whole network.

        They are asked on all that there is, whatever the audience. What is made of them must name nobody and must not
        be parted by what an organisation is.
        """
        self._refuse_parts(scope)
        return ScopedCursor(self._connection.cursor(), self, _WHOLE, periods, scope)

    def ask(
        self, question: str, periods: Sequence[Period] = (), scope: Scope = EVERYTHING, **values: object
    ) -> pd.DataFrame:
        """The rows of one question, see :meth:`ScopedCursor.ask`."""
        return self.within(periods, scope).ask(question, **values)

    def parted(
        self,
        count: Callable[["ScopedCursor"], pd.DataFrame],
        by: By,
        segments: Sequence[str],
        periods: Sequence[Period],
        scope: Scope = EVERYTHING,
    ) -> pd.DataFrame:
        """What ``count`` says of each of ``segments``, with a column segment; each is asked for by narrowing to it.

        ``count`` gives one row per period: period, value, numerator, denominator. A masked audience is told it of
        calendar years only, without the coordinator and in classes; see
        :func:`analytics.warehouse.parts.parts_in_classes`.
        """
        if not self.is_masked:
            return self._in_parts(count, by, segments, periods, scope)
        self._refuse_parts(scope)
        only_whole(periods, "year")
        # Whatever is asked for: what is told of a part depends on all of them.
        every = self._segments[by]
        counted = [segment for segment in every if by != "district" or segment in self._districts_present]
        told = parts_in_classes(
            self._in_parts(count, by, counted, periods, EVERYTHING),
            self._in_parts(count, by, counted, periods, EVERYTHING, only_named=True),
            every,
            self._core if by == "district" else (),
        )
        asked = [told[told["segment"] == segment] for segment in segments]
        return pd.concat(asked, ignore_index=True) if asked else told.iloc[:0]

    def _in_parts(
        self,
        count: Callable[["ScopedCursor"], pd.DataFrame],
        by: By,
        segments: Sequence[str],
        periods: Sequence[Period],
        scope: Scope,
        *,
        only_named: bool = False,
    ) -> pd.DataFrame:
        """``count`` of each of ``segments``, asked on all that there is."""
        if not segments:
            return pd.DataFrame(columns=["period", "value", "numerator", "denominator", "segment"])
        parts = []
        for segment in segments:
            part = narrowed(scope, by, segment)
            asking = ScopedCursor(self._connection.cursor(), self, _WHOLE, periods, part, only_named=only_named)
            parts.append(count(asking).assign(segment=segment))
        return pd.concat(parts, ignore_index=True)

    @cached_property
    def _segments(self) -> dict[By, list[str]]:
        """All parts that there are."""
        districts = self._connection.cursor().execute("select ags5 from base.districts order by ags5").fetchall()
        return {
            "kind": list(ENUMERATIONS["organisation_kind"].tokens),
            "district": [*(ags5 for (ags5,) in districts), *_OUTSIDE],
            "topic": [*self.counting().ask("topics")["topic"], "unknown"],
        }

    @cached_property
    def _districts_present(self) -> frozenset[str]:
        """The districts in which any organisation is based: in all others there is nothing to count."""
        select = "select distinct coalesce(district, 'unknown') from base.organisations"
        return frozenset(district for (district,) in self._connection.cursor().execute(select).fetchall())

    @cached_property
    def _core(self) -> list[str]:
        """The core districts, of which it is told how many are covered (K23)."""
        found = self._connection.cursor().execute("select ags5 from base.districts where is_core").fetchall()
        return [ags5 for (ags5,) in found]

    def with_shown_ids(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with the ids in its column organisation_id by which this audience knows the organisations."""
        if not self.is_masked:
            return frame
        return frame.assign(organisation_id=frame["organisation_id"].map(self._shown_ids))

    @cached_property
    def _shown_ids(self) -> "pd.Series[str]":
        pairs = self._connection.cursor().execute("select organisation_id, shown_id from base.organisation_pseudonyms")
        return pairs.df().set_index("organisation_id")["shown_id"]

    def _refuse_parts(self, scope: Scope) -> None:
        if self.is_masked and not scope.is_everything:
            raise QuestionError("whole_network_only")


class ScopedCursor:
    """A cursor on which schema, periods and scope are set. Not to be shared between threads."""

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        view: View,
        schema: str,
        periods: Sequence[Period],
        scope: Scope,
        *,
        only_named: bool = False,
    ) -> None:
        self._cursor = cursor
        self._periods = periods
        self.view, self.scope = view, scope
        self._schema, self._only_named = schema, only_named
        self._is_guarded = schema in MASKED
        cursor.execute(f"set schema = '{schema}'")
        settings: dict[str, object] = {
            "kinds": scope.kinds,
            "districts": scope.districts,
            "topics": scope.topics,
            "with_coordinator": scope.with_coordinator,
            "as_of": view.last_day,
            "most_members": MOST_MEMBERS,
            "hides_names": view.is_masked,
            "hides_closed": view.audience == "public",
            "only_named": only_named or None,
        }
        for name, value in settings.items():
            if value is not None:
                cursor.execute(f"set variable {name} = ?", [list(value) if isinstance(value, tuple) else value])
        cursor.execute(
            _PERIODS,
            [
                [period.name for period in periods],
                [period.starts_on for period in periods],
                [period.ends_on for period in periods],
                [view.measured_on(period) for period in periods],
                [period.as_of or view.last_day for period in periods],
            ],
        )

    def query(self, select: str, **values: object) -> pd.DataFrame:
        """The rows of ``select``, the text of an .sql file, which reads ``values`` by ``getvariable(name)``."""
        for name, value in values.items():
            self._cursor.execute(f"set variable {name} = ?", [value])
        return self._cursor.execute(select).df()

    def ask(self, question: str, **values: object) -> pd.DataFrame:
        """The rows of the question's file in ``analytics/warehouse/questions``, as far as the audience may see them.

        Raises QuestionError where they are not for this audience, or not for these periods.
        """
        select = question_file(question)
        if not self._is_guarded:
            return self.query(select, **values)
        disclosure = disclosure_of(question)
        if disclosure is None:
            raise QuestionError("not_for_audience", question=question, audience=self.view.audience)
        if disclosure.way == "named":
            return self.query(select, **values)
        disclosure.check(self._periods)
        found = self._of_all(disclosure.scope(self.scope)).query(select, **values)
        if disclosure.way != "cells":
            return found
        named = self._of_all(disclosure.scope(self.scope), only_named=True).query(select, **values)
        return disclosure.apply(found, named)

    def on_any_topic(self) -> "ScopedCursor":
        """The same without a choice of topics: who knows whom does not depend on what about."""
        scope = replace(self.scope, topics=None)
        return ScopedCursor(
            self._cursor.cursor(), self.view, self._schema, self._periods, scope, only_named=self._only_named
        )

    def _of_all(self, scope: Scope, *, only_named: bool = False) -> "ScopedCursor":
        """The same periods asked on all that there is."""
        return ScopedCursor(self._cursor.cursor(), self.view, _WHOLE, self._periods, scope, only_named=only_named)
