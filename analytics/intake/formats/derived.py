"""What the formats share that make several tables of one row: their SQL, its macros and its reference."""

from collections.abc import Collection, Mapping, Sequence

from analytics.intake.formats.format import Reading
from analytics.intake.formats.kinds import kind_macro
from analytics.intake.sheet import Sheet
from analytics.model import TABLES
from analytics.warehouse.drafts import Drafts
from analytics.warehouse.readings import names_nobody
from analytics.warehouse.snapshot import REFERENCE
from analytics.warehouse.sql import literal, sql_file

_SQL = "analytics.intake.formats.sql"

Says = Mapping[str, Mapping[str, str | tuple[str, ...]]]
"""By table and column of the model: the names of the file's columns that say it."""


def derived(
    sheet: Sheet,
    drafts: Drafts,
    sql: str,
    columns: Mapping[str, Sequence[str]],
    constants: Mapping[str, str],
    says: Says,
    needed: Collection[str],
    *,
    first: str = "",
    personal: Collection[str] = (),
) -> Reading:
    """What the format's SQL file ``sql`` makes of a sheet.

    ``columns`` leads from the names that the SQL uses to the sheet's text columns, ``constants`` to texts; of several
    names in ``says`` the first counts that the file has: by it a rejection calls the column. ``needed`` are the names
    whose cells count as they stand, whatever they say. ``first`` is an SQL file that is run before, when the sheet can
    be read. What stands in the columns ``personal`` is kept of no rejected row.
    """
    drafts.define(sql_file(_SQL, "macros"))
    drafts.define(f"create or replace macro names_nobody(text) as {names_nobody('text')}")
    drafts.define(kind_macro())
    drafts.define(_reference())
    titles = {
        column: sheet.header[int(column[1:])]
        for found in columns.values()
        for column in found
        if column != sheet.guests
    }
    statements = sql_file(_SQL, first) if first else ""
    drafted = drafts.derive(sheet.text, sql_file(_SQL, sql), columns, constants, titles, needed, first=statements)
    names = {
        (table, column): titles[columns[there[0]][0]]
        for table, sources in says.items()
        for column, name in sources.items()
        if (there := [one for one in ((name,) if isinstance(name, str) else name) if one in columns])
    }
    free_texts = {title for (table, name), title in names.items() if TABLES[table].by_name[name].is_free_text}
    hidden = frozenset(column for name in personal for column in columns.get(name, ()))
    return Reading(drafted, titles, hidden, names, frozenset(free_texts))


def _reference() -> str:
    districts = literal(str(REFERENCE / "districts_nrw.csv"))
    return f"create or replace table reference_districts as from read_csv({districts}, all_varchar = true)"
