"""The mapping file: what the columns of somebody else's table mean here.

A YAML file, given with ``--mapping`` or among the files, such as::

    columns:                        # a name known here: the file's own title
      title: Projekttitel
      organisation_name: Partner
      starts_on: Laufzeit von
    constants:                      # a name known here: what holds for every row
      programme: Horizon Europe

Without ``table`` the file is a flat table of cooperations, one row a cooperation and organisation; the names are
those of ``formats/flat.yaml`` (title, project_id, starts_on, ends_on, funding, project_funding, partner_funding,
programme, decided_on, organisation_id, organisation_name, kind, role, postcode, place, country, nuts, district,
latitude, longitude).
With ``table: participations``, say, it is that table of the model, and the names are that table's columns.
``left_out: [Bemerkung]`` names columns that are not to be read.
``decimal: comma`` (or ``decimal: dot``) says how to read numbers such as 40.000 where no cell of their column tells.
A column that the mapping does not name is still found by its title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import yaml

from analytics.errors import IntakeError
from analytics.intake.headers import spelling
from analytics.model import TABLES
from analytics.warehouse.distinct_readings import DECIMALS, Decimal


def flat_names() -> dict[str, list[str]]:
    """The names that a flat table of cooperations may use, with other titles for each."""
    source = files("analytics.intake.formats").joinpath("flat.yaml").read_text("utf-8")
    names: dict[str, list[str]] = yaml.safe_load(source)
    return names


@dataclass(frozen=True)
class ColumnMapping:
    """``columns`` leads from names known here to the file's titles, ``constants`` to what every row says.

    ``table`` is the table of the model that the file holds; None means a flat table of cooperations. ``decimal`` is
    the sign that parts decimals where a column's cells leave it open. The titles ``left_out`` are not read, ``name`` is
    what people call the mapping.
    """

    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    table: str | None = None
    decimal: Decimal | None = None
    left_out: tuple[str, ...] = ()
    name: str = ""

    @property
    def speaks_of_columns(self) -> bool:
        """Whether it says what a table's columns mean, and not only how its numbers are written."""
        return bool(self.columns or self.constants or self.table)

    def missing(self, header: Sequence[str]) -> list[str]:
        """The titles that the mapping names and the header has not."""
        there = {spelling(title) for title in header}
        return [title for title in self.columns.values() if spelling(title) not in there]

    def fits(self, header: Sequence[str]) -> bool:
        """Whether the header has every title that the mapping names."""
        return not self.missing(header)

    def is_of_shape(self, header: Sequence[str]) -> bool:
        """Whether the header has the mapping's titles and those it leaves out, in whatever order, and no others."""
        there = {form for title in header if (form := spelling(title))}
        titles = (*self.columns.values(), *self.left_out)
        return self.speaks_of_columns and there == {spelling(title) for title in titles}

    def applied(self, header: Sequence[str], found: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """``found`` (text columns by name) put right: what the mapping says of a title counts alone."""
        positions: dict[str, list[str]] = {}
        for position, title in enumerate(header):
            positions.setdefault(spelling(title), []).append(f"c{position}")
        mapped = {name: positions[spelling(title)] for name, title in self.columns.items()}
        taken = {position for columns in mapped.values() for position in columns}
        taken |= {position for title in self.left_out for position in positions.get(spelling(title), ())}
        rest = {
            name: left
            for name, columns in found.items()
            if name not in mapped and (left := [column for column in columns if column not in taken])
        }
        return mapped | rest


def read_mapping(path: Path) -> ColumnMapping:
    """The mapping in the YAML file ``path``. Raises IntakeError where it is none or names what is not known."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
        columns = {str(name): str(title) for name, title in (raw.get("columns") or {}).items()}
        constants = {str(name): str(value) for name, value in (raw.get("constants") or {}).items()}
        table, decimal = raw.get("table"), raw.get("decimal")
        left_out = tuple(str(title) for title in raw.get("left_out") or ())
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError) as error:
        raise IntakeError("bad_mapping", file=path.name) from error
    if table is not None and table not in TABLES:
        raise IntakeError("unknown_mapping_name", file=path.name, name=table, known=", ".join(TABLES))
    if decimal is not None and decimal not in DECIMALS:
        raise IntakeError("unknown_mapping_name", file=path.name, name=decimal, known=", ".join(DECIMALS))
    known = list(TABLES[table].by_name) if table else list(flat_names())
    for name in (*columns, *constants):
        if name not in known:
            raise IntakeError("unknown_mapping_name", file=path.name, name=name, known=", ".join(known))
    return ColumnMapping(columns, constants, table, decimal, left_out, str(raw.get("name") or ""))
