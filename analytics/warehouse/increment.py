"""An earlier snapshot and what has come since, instead of a whole build: the same tables, row for row.

Only batches whose tables are among ``ADDABLE`` are added; others change what organisations, events or people there are,
on which nearly everything depends. A participation decides nothing beyond its event and the organisations that came to
it: of the large tables only those rows are made anew, by the same SQL as in a whole build, which then reads the rows of
the touched events only. Every other table that reads what a batch, its day or the salt may change is made anew whole.

See docs/decisions/0001.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from analytics.model import TABLES
from analytics.store import Entry, Store
from analytics.warehouse.contradiction_rules import RULES, UNUSUAL_DATE, breaches, tables_of
from analytics.warehouse.snapshot_file import write_ledger
from analytics.warehouse.sql import literal, sql_file

ADDABLE = frozenset({"participations", "feedback"})
"""The tables that a batch may speak of to be added."""
MOST_BATCHES = 20
"""An earlier snapshot lacks so many batches at most."""
MOST_TOUCHED = 0.1
"""The share of the participations that may be made anew; beyond it a whole build is as fast."""

_EVENTS = "select event_id from touched_events"
_PARTICIPATIONS = "state_touched_participations"
_ORGANISATIONS = "select organisation_id from touched_organisations"


class BuildWholeError(Exception):
    """What has come concerns too much, or what cannot be told apart by events, so that a whole build is called for."""


@dataclass(frozen=True)
class _Narrowed:
    """A mart of which only the rows of some keys are made anew: the ``key`` column is among ``touched``.

    ``reads`` are the relations of which its SQL then reads the rows of those keys only; a row of the mart depends on no
    others of them.
    """

    mart: str
    key: str
    touched: str
    reads: tuple[str, ...]


_BY_EVENT = (
    _Narrowed("registrations", "event_id", _EVENTS, ("state.participations",)),
    _Narrowed("participations", "event_id", _EVENTS, ("state.participations",)),
    _Narrowed("attendances", "event_id", _EVENTS, ("base.participations",)),
)
_BY_ORGANISATION = (
    _Narrowed("first_contacts", "organisation_id", _ORGANISATIONS, ("base.contacts", "base.attendances")),
)
_WHOLE = ("deletions", "feedback", "beginning", "organisation_pseudonyms", "cooperation_pseudonyms")
"""The marts that are made anew whole: they read feedback, people's participations, the day or the salt."""


def can_be_added(entries: Sequence[Entry]) -> bool:
    """Whether what the batches of these entries bring can be added to a snapshot of all that came before."""
    return all(ADDABLE.issuperset(entry.tables) for entry in entries)


def again(statements: str) -> str:
    """The statements of a mart, for a database that has it already."""
    return re.sub(r"\bcreate (table|view) base\.", r"create or replace \1 base.", statements)


def add(connection: duckdb.DuckDBPyConnection, store: Store, entries: Sequence[Entry], count: int) -> None:
    """Add to the snapshot of the first ``count`` entries what the others bring.

    ``connection`` is a copy of that snapshot, with the schema ``state`` of all entries. Raises BuildWholeError where
    that is not possible or not worth it; the copy is then of no use any more.
    """
    _touch_events(connection, store, entries, count)
    connection.execute(sql_file("analytics.warehouse.marts", "organisation_names"))
    connection.execute("create temp table touched_organisations as " + _guests())
    for mart in _BY_EVENT:
        _renew(connection, mart)
    connection.execute(
        "update base.events set has_registrations = event_id in (select event_id from base.registrations) "
        f"where event_id in ({_EVENTS})"
    )
    connection.execute(f"insert into touched_organisations {_guests()}")
    for mart in _BY_ORGANISATION:
        _renew(connection, mart)
    for name in _WHOLE:
        connection.execute(again(sql_file("analytics.warehouse.marts", name)))
    pending = again(sql_file("analytics.warehouse.marts", "pending"))
    connection.execute(_reading(pending, "state.participations", _PARTICIPATIONS))
    _renew_contradictions(connection)
    write_ledger(connection, entries[count:])


def _touch_events(connection: duckdb.DuckDBPyConnection, store: Store, entries: Sequence[Entry], count: int) -> None:
    """Find the events of which a participation came or changed, was or will be, and all their participations."""
    before = _read(store.files("participations", entries[:count]))
    since = _read(store.files("participations", entries[count:]))
    connection.execute(f"create temp table touched_keys as select distinct participation_id, event_id from {since}")
    connection.execute(
        "create temp table touched_events as select event_id from touched_keys union select event_id "
        f"from {before} where participation_id in (select participation_id from touched_keys)"
    )
    waiting = (
        "select 1 from base.pending where table_name = 'participations' union all "
        "select 1 from touched_events where event_id not in (select event_id from base.events)"
    )
    if connection.execute(waiting).fetchone():
        raise BuildWholeError  # what waits for its event stands in none of the large tables
    connection.execute(
        f"create temp table {_PARTICIPATIONS} as from state.participations where event_id in ({_EVENTS})"
    )
    touched, all_there = connection.execute(
        f"select (select count(*) from {_PARTICIPATIONS}), (select count(*) from base.participations)"
    ).fetchall()[0]
    if touched > MOST_TOUCHED * all_there:
        raise BuildWholeError


def _read(files: Sequence[object]) -> str:
    """The keys and events of all rows in the files, whether they hold or not."""
    if not files:
        return "(select null::varchar as participation_id, null::varchar as event_id where false)"
    listed = ", ".join(literal(str(file)) for file in files)
    return f"(select participation_id, event_id from read_parquet([{listed}]))"


def _guests() -> str:
    """Who came to the touched events."""
    return f"select distinct organisation_id from base.attendances where event_id in ({_EVENTS})"


def _renew(connection: duckdb.DuckDBPyConnection, narrowed: _Narrowed) -> None:
    """Make the touched rows of a mart anew."""
    mart = f"base.{narrowed.mart}"
    statement = sql_file("analytics.warehouse.marts", narrowed.mart)
    for relation in narrowed.reads:
        rows = relation.replace(".", "_touched_")
        connection.execute(
            f"create temp table if not exists {rows} as from {relation} where {narrowed.key} in ({narrowed.touched})"
        )
        statement = _reading(statement, relation, rows)
    connection.execute(f"delete from {mart} where {narrowed.key} in ({narrowed.touched})")
    connection.execute(statement.replace(f"create table {mart} as", f"insert into {mart}"))


def _reading(statement: str, relation: str, other: str) -> str:
    """``statement`` with ``other`` in the place of ``relation``."""
    return re.sub(rf"(?<!table ){re.escape(relation)}\b", other, statement)


def _renew_contradictions(connection: duckdb.DuckDBPyConnection) -> None:
    """Make anew what contradicts itself: of participations by event, of everything else whole."""
    connection.execute(
        f"delete from base.contradictions where table_name <> 'participations' or rule = {literal(UNUSUAL_DATE)} "
        f"or thing in ({_EVENTS})"
    )
    others = [name for name in TABLES if name != "participations"]
    for rule in RULES:
        found = breaches(rule, tables=others)
        if rule != UNUSUAL_DATE and "participations" in tables_of(rule):
            narrow = _reading(found, "state.participations", _PARTICIPATIONS)
            found = f"select * from ({narrow}) where thing in ({_EVENTS})"
        connection.execute(f"insert into base.contradictions select {literal(rule)}, * from ({found})")
    # None waits for its event, so that the days are all there.
    own = _reading(breaches(UNUSUAL_DATE, tables=["participations"]), "state.participations", "base.participations")
    connection.execute(f"insert into base.contradictions select {literal(UNUSUAL_DATE)}, * from ({own})")
