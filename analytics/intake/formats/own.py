"""The project's own format: a sheet is a table of the model, its headers in German or English."""

from dataclasses import replace

import pyarrow as pa

from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit, missing_columns
from analytics.intake.headers import columns_of, names_of
from analytics.intake.hints import Hints
from analytics.intake.recognition import table_for
from analytics.intake.sheet import Sheet
from analytics.model import TABLES, Table
from analytics.warehouse.drafts import Draft, Drafts, SheetText

_EVENT = "event_id"


class OwnFormat(Format):
    """Reads the tables of the model as they are."""

    name = "own"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet's name or header means a table of the model."""
        return _table(sheet, hints) is not None

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's rows for its one table."""
        table = _table(sheet, hints)
        if table is None:
            raise misfit(sheet)
        columns = _columns(table, sheet, hints)
        positions = {position: table.by_name[name] for name, found in columns.items() for position in found}
        text = sheet.text
        for name, value in _said(table, columns, sheet, hints).items():
            text = _with(text, name, value)
            columns[name] = [*columns.get(name, []), name]
        missing = [table.by_name[name] for name in table.needed_key if name not in columns]
        if missing:
            raise missing_columns(table, missing)
        return Reading(
            [Draft(table, text, drafts.register(text), columns)],
            titles={position: sheet.header[int(position[1:])] for position in positions},
            personal=frozenset(position for position, column in positions.items() if column.personal),
            free_texts=frozenset(
                sheet.header[int(position[1:])] for position, column in positions.items() if column.is_free_text
            ),
        )

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Organisations come first, and what may refer to them by name after all that names them."""
        table = _table(sheet, hints)
        return 0 if table is None or table.name == "organisations" else 3


def _table(sheet: Sheet, hints: Hints) -> Table | None:
    """The table that the mapping names, where it is one for this sheet; else the one the sheet looks like."""
    mapping = hints.mapping_of(sheet.header)
    if mapping and mapping.table in TABLES:
        return TABLES[mapping.table]
    return table_for(sheet.title, sheet.header, {_EVENT} if hints.event_of(sheet) else ())


def _columns(table: Table, sheet: Sheet, hints: Hints) -> dict[str, list[str]]:
    """Which text columns hold which column of ``table``; what the mapping says counts alone."""
    found = columns_of(table, sheet.header) | names_of(table, sheet.header)
    mapping = hints.mapping_of(sheet.header)
    if mapping and mapping.table == table.name:
        found = mapping.applied(sheet.header, found)
    return found


def _said(table: Table, columns: dict[str, list[str]], sheet: Sheet, hints: Hints) -> dict[str, str]:
    """What somebody said that holds for every row: the event of a list, and the mapping's constants."""
    mapping, event = hints.mapping_of(sheet.header), hints.event_of(sheet)
    constants = mapping.constants if mapping and mapping.table == table.name else {}
    said = {name: value for name, value in constants.items() if name not in columns}
    if event and _EVENT in table.by_name and table.by_name[_EVENT].references:
        said[_EVENT] = event
    return said


def _with(text: SheetText, name: str, value: str) -> SheetText:
    """The sheet's text with one more column that says the same in every row."""
    return replace(text, rows=text.rows.append_column(name, pa.repeat(pa.scalar(value), text.rows.num_rows)))
