"""Changes made by hand: rows written and rows deleted, checked like an import, as one batch."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from analytics.intake.entered import Row, entered_sheet
from analytics.intake.rejection import Rejection
from analytics.intake.report import Report
from analytics.model import TABLES, Table
from analytics.model.addresses import without_addresses
from analytics.store import Entry, Rows, Source, Store
from analytics.warehouse.drafts import Draft, Drafts
from analytics.warehouse.person_keys import keys_of

FORMAT = "form"


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
        sheets = [
            entered_sheet(number, TABLES[change.table], change.rows, title) for number, change in enumerate(edits)
        ]
        for sheet, change in zip(sheets, edits, strict=True):
            table = TABLES[change.table]
            if change.rows:
                spoken = set().union(*change.rows) if change.partial else set(table.by_name)
                columns = {name: [f"c{place}"] for place, name in enumerate(table.by_name) if name in spoken}
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


def _key(table: Table, row: Row) -> list[object]:
    return [table.by_name[name].default if row.get(name) is None else row[name] for name in table.key]


def _source(title: str, edits: Sequence[Edit]) -> Source:
    """What was entered, as if it were a file: its title, digest and size."""
    content = json.dumps(
        [[change.table, list(map(dict, change.rows)), list(map(dict, change.deleted))] for change in edits],
        default=str,
        ensure_ascii=False,
    ).encode()
    return Source(without_addresses(title), sha256(content).hexdigest(), len(content))
