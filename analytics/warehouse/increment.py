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

_PARTICIPATIONS = "state_participations_by_event_id"


class BuildWholeError(Exception):
    """What has come concerns too much, or what cannot be told apart by events, so that a whole build is called for."""


@dataclass(frozen=True)
class _Narrowed:
    """A mart of which only the rows of touched keys are made anew.

    ``reads`` are the relations of which its SQL then reads the rows of those keys only, ``views`` the marts that are
    views of them and of small tables; a row of the mart depends on no other rows.
    """

    mart: str
    key: str
    reads: tuple[str, ...]
    views: tuple[str, ...] = ()


_BY_EVENT = (
    _Narrowed("registrations", "event_id", ("state.participations",)),
    _Narrowed("participations", "event_id", ("state.participations",)),
    _Narrowed("attendances", "event_id", ("base.participations",)),
)
_BY_ORGANISATION = (_Narrowed("first_contacts", "organisation_id", ("base.attendances",), ("contacts",)),)
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
    events = _touched_events(connection, store, entries, count)
    connection.execute(sql_file("analytics.warehouse.marts", "organisation_names"))
    for mart in _BY_EVENT:
        _renew(connection, mart, events)
    connection.execute(
        "update base.events set has_registrations = not has_registrations where "
        f"has_registrations <> (event_id in (select event_id from base.registrations)) and event_id in {events}"
    )
    organisations = _among(
        connection,
        "select organisation_id from old_attendances union select organisation_id from new_attendances",
    )
    for mart in _BY_ORGANISATION:
        _renew(connection, mart, organisations)
    for name in _WHOLE:
        connection.execute(again(sql_file("analytics.warehouse.marts", name)))
    pending = again(sql_file("analytics.warehouse.marts", "pending"))
    connection.execute(_reading(pending, "state.participations", _PARTICIPATIONS))
    _renew_contradictions(connection, events)
    connection.execute(again(sql_file("analytics.warehouse.marts", "built")))
    write_ledger(connection, entries[count:])


def _touched_events(connection: duckdb.DuckDBPyConnection, store: Store, entries: Sequence[Entry], count: int) -> str:
    """The events of which a participation came or changed, was or will be; all their participations are selected."""
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
    events = _among(connection, "select event_id from touched_events")
    connection.execute(f"create temp table {_PARTICIPATIONS} as from state.participations where event_id in {events}")
    touched, all_there = connection.execute(
        f"select (select count(*) from {_PARTICIPATIONS}), (select count(*) from base.participations)"
    ).fetchall()[0]
    if touched > MOST_TOUCHED * all_there:
        raise BuildWholeError
    return events


def _among(connection: duckdb.DuckDBPyConnection, keys: str) -> str:
    """The keys that the query gives as a list after IN: what is written out is looked for while a file is read."""
    found = [key for (key,) in connection.execute(keys).fetchall() if key is not None]
    return f"({', '.join(map(literal, found)) or 'null'})"


def _read(files: Sequence[object]) -> str:
    """The keys and events of all rows in the files, whether they hold or not."""
    if not files:
        return "(select null::varchar as participation_id, null::varchar as event_id where false)"
    listed = ", ".join(literal(str(file)) for file in files)
    return f"(select participation_id, event_id from read_parquet([{listed}]))"


def _renew(connection: duckdb.DuckDBPyConnection, narrowed: _Narrowed, touched: str) -> None:
    """Make the rows of the touched keys anew, and change those of the mart that are others since.

    What goes and what comes stays in ``old_`` and ``new_`` with the mart's name: a few rows, where most are as before.
    """
    name, key, statement = narrowed.mart, narrowed.key, _select_of(narrowed.mart)
    for view in narrowed.views:
        statement = _reading(statement, f"base.{view}", f"({_select_of(view)})")
    for relation in narrowed.reads:
        rows = f"{relation.replace('.', '_')}_by_{key}"
        connection.execute(f"create temp table if not exists {rows} as from {relation} where {key} in {touched}")
        statement = _reading(statement, relation, rows)
    were, are = f"were_{name}", f"base_{name}_by_{key}"
    connection.execute(
        f"create temp table {were} as select rowid as place, * from base.{name} where {key} in {touched}"
    )
    connection.execute(f"create temp table {are} as select * from ({statement}) where {key} in {touched}")
    before = f"(select *, row(*columns(* exclude (place))) as cells from {were})"
    after = f"(select *, row(*columns(*)) as cells from {are})"
    for what, rows, others in (("old", before, after), ("new", after, before)):
        connection.execute(
            f"create temp table {what}_{name} as select * exclude (cells) from {rows} anti join {others} using (cells)"
        )
    connection.execute(f"delete from base.{name} where rowid in (select place from old_{name})")
    connection.execute(f"insert into base.{name} from new_{name}")


def _select_of(mart: str) -> str:
    """The query by which a mart is made, without what it is made as."""
    text = sql_file("analytics.warehouse.marts", mart)
    return re.sub(r"\bcreate (table|view) base\.\w+ as\b", "", text).rstrip().removesuffix(";")


def _reading(statement: str, relation: str, other: str) -> str:
    """``statement`` with ``other`` in the place of ``relation``."""
    return re.sub(rf"(?<!table ){re.escape(relation)}\b", other, statement)


def _renew_contradictions(connection: duckdb.DuckDBPyConnection, events: str) -> None:
    """Make anew what contradicts itself: of participations by event, what the day decides only on another day."""
    is_aged = connection.execute("select built_on <> getvariable('today')::date from base.built").fetchall()[0][0]
    renewed = frozenset(TABLES) if is_aged else ADDABLE
    for rule in RULES:
        if rule != UNUSUAL_DATE and not tables_of(rule).isdisjoint(renewed):
            found = _reading(breaches(rule), "state.participations", _PARTICIPATIONS)
            _replace(connection, rule, f"(table_name <> 'participations' or thing in {events})", found)
    for table in sorted(tables_of(UNUSUAL_DATE) & renewed):
        # No participation waits for its event, so that the mart has all there are.
        found = _reading(breaches(UNUSUAL_DATE, tables=[table]), "state.participations", "base.participations")
        _replace(connection, UNUSUAL_DATE, f"table_name = {literal(table)}", found)


def _replace(connection: duckdb.DuckDBPyConnection, rule: str, where: str, found: str) -> None:
    """Put what breaks the rule in the place of what did, among what lies ``where``."""
    connection.execute(f"delete from base.contradictions where rule = {literal(rule)} and {where}")
    connection.execute(f"insert into base.contradictions select {literal(rule)}, * from ({found}) where {where}")
