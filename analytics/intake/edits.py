"""Changes made by hand: rows written and rows deleted, checked like an import, as one batch."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from analytics.intake.cells import cleaned_text
from analytics.intake.report import Report
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Sheet
from analytics.model import TABLES, Table
from analytics.model.addresses import without_addresses
from analytics.store import Entry, Rows, Source, Store
from analytics.warehouse.drafts import Draft, Drafts, SheetText
from analytics.warehouse.person_keys import keys_of

FORMAT = "form"
Row = Mapping[str, object]
"""Values by column: text, number, day or truth; None, or no value at all, where empty."""


@dataclass(frozen=True)
class Edit:
    """What is to become of one table: ``rows`` are written, those with the keys ``deleted`` are taken away.

    Rows are written whole, what they do not name becoming empty; of ``partial`` ones, what no row names stays as it is.
    """

    table: str
    rows: Sequence[Row] = field(default=())
    deleted: Sequence[Row] = field(default=())
    partial: bool = False


def edit(store: Store, edits: Sequence[Edit], *, title: str, who: str | None = None) -> Report:
    """Write ``edits`` as one batch, called ``title`` in the ledger.

    Where a row breaks a rule of the model nothing is written, and the report says why; nor is anything where nothing
    would change. A key to be deleted that is not there is passed over.
    """
    with Drafts(store.tables(), keys_of(store), refuses_addresses=True) as drafts, store.staging() as staging:
        sheets = [_sheet(number, change, title) for number, change in enumerate(edits)]
        for sheet, change in zip(sheets, edits, strict=True):
            table = TABLES[change.table]
            if change.rows:
                spoken = set().union(*change.rows) if change.partial else set(table.by_name)
                columns = {name: [name] for name in table.by_name if name in spoken}
                drafts.add(Draft(table, sheet.text, drafts.register(sheet.text), columns))
            drafts.delete(table, [_key(table, row) for row in change.deleted])
        drafts.check()
        rejected = [Rejection.of_row(sheets[found.source], found, {}) for found in drafts.rejections()]
        read = sum(len(change.rows) + len(change.deleted) for change in edits)
        if rejected:
            return Report(None, FORMAT, Rows(read, 0, read), {}, rejected)
        tables = drafts.write(staging.folder)
        if not tables:
            return Report(None, FORMAT, Rows(read, read, 0), {}, [])
        entry = Entry("", "edit", who or "", "", FORMAT, (_source(title, edits),), Rows(read, read, 0), tables)
        return Report(staging.publish(entry).batch, FORMAT, entry.rows, tables, [])


def _sheet(number: int, change: Edit, title: str) -> Sheet:
    """The rows as a sheet of text, as an import reads it."""
    names = list(TABLES[change.table].by_name)
    cells = {name: pa.array([_text(row.get(name)) for row in change.rows], pa.string()) for name in names}
    lines = pa.array(range(1, len(change.rows) + 1), pa.int64())
    text = SheetText(number, pa.table({"_line": lines, **cells}), digest="")
    return Sheet(Path(title), None, tuple(names), text)


def _key(table: Table, row: Row) -> list[object]:
    return [table.by_name[name].default if row.get(name) is None else row[name] for name in table.key]


def _text(value: object) -> str:
    return "" if value is None else cleaned_text(str(value))


def _source(title: str, edits: Sequence[Edit]) -> Source:
    """What was entered, as if it were a file: its title, digest and size."""
    content = json.dumps(
        [[change.table, list(map(dict, change.rows)), list(map(dict, change.deleted))] for change in edits],
        default=str,
        ensure_ascii=False,
    ).encode()
    return Source(without_addresses(title), sha256(content).hexdigest(), len(content))
