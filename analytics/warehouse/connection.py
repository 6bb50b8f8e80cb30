"""Asking a snapshot: a connection for one audience, which sees that audience's schema only."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from threading import Lock

import duckdb
import pandas as pd

from analytics.errors import QuestionError
from analytics.store import Entry
from analytics.warehouse.periods import Period
from analytics.warehouse.scope import EVERYTHING, Scope
from analytics.warehouse.snapshot import AUDIENCES, CONFIG, Snapshot, ledger_of
from analytics.warehouse.sql import sql_file

_opening = Lock()


@lru_cache(maxsize=8)
def _connection(path: str) -> duckdb.DuckDBPyConnection:
    """One read-only connection a snapshot; every question takes a cursor of its own."""
    return duckdb.connect(path, read_only=True, config=CONFIG)


class View:
    """A snapshot as one audience sees it. Safe to share between threads."""

    def __init__(self, snapshot: Snapshot, audience: str = "management") -> None:
        if audience not in AUDIENCES:
            raise QuestionError("unknown_audience", audience=audience, known=", ".join(AUDIENCES))
        self.snapshot = snapshot
        self.audience = audience
        with _opening:
            self._connection = _connection(str(snapshot.path))
        first, last = self._connection.cursor().execute("select first_day, last_day from base.horizon").fetchall()[0]
        self.first_day: date | None = first
        self.last_day: date | None = min(last, date.today()) if last else None
        self.ledger: list[Entry] = ledger_of(self._connection.cursor())

    @property
    def is_demo(self) -> bool:
        """Whether any of the data is invented."""
        return any(entry.is_demo for entry in self.ledger)

    @property
    def is_empty(self) -> bool:
        """Whether there is no data at all."""
        return not self.ledger

    def query(self, select: str, periods: Sequence[Period] = (), scope: Scope = EVERYTHING, **values: object) -> pd.DataFrame:
        """The rows of ``select`` (the text of an .sql file) for ``periods`` within ``scope``.

        ``values`` are bound to the parameters of the same names ($name).
        """
        cursor = self._connection.cursor()
        cursor.execute(f"set schema = '{self.audience}'")
        settings: dict[str, object] = {
            "kinds": list(scope.kinds) if scope.kinds is not None else None,
            "districts": list(scope.districts) if scope.districts is not None else None,
            "topics": list(scope.topics) if scope.topics is not None else None,
            "with_coordinator": scope.with_coordinator,
            "as_of": self.last_day,
        }
        for name, value in settings.items():
            if value is not None:
                cursor.execute(f"set variable {name} = ?", [value])
        cursor.execute(
            "set variable periods = (select list({'period': period, 'starts_on': starts_on, 'ends_on': ends_on}) from "
            "(select unnest(?::varchar[]) as period, unnest(?::date[]) as starts_on, unnest(?::date[]) as ends_on))",
            [
                [period.name for period in periods],
                [period.starts_on for period in periods],
                [period.ends_on for period in periods],
            ],
        )
        return cursor.execute(select, values or None).df()

    def ask(self, question: str, periods: Sequence[Period] = (), scope: Scope = EVERYTHING, **values: object) -> pd.DataFrame:
        """The rows of the question's file in ``analytics/warehouse/questions``."""
        return self.query(sql_file("analytics.warehouse.questions", question), periods, scope, **values)
