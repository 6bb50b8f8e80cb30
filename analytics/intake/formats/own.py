"""The project's own format: a sheet is a table of the model, its headers in German or English."""

from analytics.errors import IntakeError
from analytics.intake.headers import columns_of, table_for
from analytics.intake.mapping import Mapping
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Draft, Drafts


class OwnFormat:
    """Reads the tables of the model as they are."""

    name = "own"

    def recognises(self, sheet: Sheet, mapping: Mapping | None) -> bool:
        """Whether the sheet's name or header means a table of the model."""
        return mapping is None and table_for(sheet.title, sheet.header) is not None

    def drafts(self, sheet: Sheet, mapping: Mapping | None, drafts: Drafts) -> list[Draft]:
        """The sheet's rows for its one table."""
        table = table_for(sheet.title, sheet.header)
        if table is None:
            raise IntakeError("unknown_header", header=", ".join(sheet.header)[:200])
        columns = columns_of(table, sheet.header)
        missing = [name for name in table.key if name not in columns and not table.derived_key]
        if missing:
            labels = ", ".join(table.by_name[name].label.de for name in missing)
            raise IntakeError("missing_columns", n=len(missing), table=table.label.de, columns=labels)
        relation = f"sheet_{sheet.number}"
        drafts.register(relation, sheet.text.rows)
        return [Draft(table, sheet.text, relation, columns)]
