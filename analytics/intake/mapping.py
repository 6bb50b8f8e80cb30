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
With ``table: participations``, say, it is that table of the model, and the names are that table's columns; with
``table: attendance``, ``members`` or ``calendar`` a list of guests, of members, or of events, and the names are those
of ``formats/attendance.yaml`` and so on. A column without a title is called by its letter, as a spreadsheet does.
``left_out: [Bemerkung]`` names columns that are not to be read.
``decimal: comma`` (or ``decimal: dot``) says how to read numbers such as 40.000 where no cell of their column tells.
A column that the mapping does not name is still found by its title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from analytics.errors import IntakeError
from analytics.intake.headers import spelling
from analytics.intake.vocabulary import SUBJECTS, vocabulary
from analytics.model import TABLES
from analytics.warehouse.distinct_readings import DECIMALS, Decimal


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
    def subject(self) -> str:
        """What the rows are about: a table of the model, or one of the subjects of foreign tables."""
        return self.table or "flat"

    @property
    def speaks_of_columns(self) -> bool:
        """Whether it says what a table's columns mean, and not only how its numbers are written."""
        return bool(self.columns or self.constants or self.table)

    def missing(self, header: Sequence[str]) -> list[str]:
        """The titles that the mapping names and the header has not."""
        there = {spelling(title) for title in named(header)}
        return [title for title in self.columns.values() if spelling(title) not in there]

    def fits(self, header: Sequence[str]) -> bool:
        """Whether the header has every title that the mapping names."""
        return not self.missing(header)

    def is_of_shape(self, header: Sequence[str]) -> bool:
        """Whether the header has the mapping's titles and those it leaves out, in whatever order, and no others.

        Of what it leaves out a title may be gone: columns of persons lose theirs before a format sees them.
        """
        there = {spelling(title) for title in header if title}
        gone = self.shape - there
        blank = sum(1 for title in header if not title)
        return self.speaks_of_columns and self.fits(header) and there <= self.shape and len(gone) <= blank

    @property
    def shape(self) -> frozenset[str]:
        """The spellings of all titles of the header that it was made for."""
        return frozenset(map(spelling, (*self.columns.values(), *self.left_out)))

    def applied(self, header: Sequence[str], found: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """``found`` (text columns by name) put right: what the mapping says of a title counts alone."""
        positions: dict[str, list[str]] = {}
        for position, title in enumerate(named(header)):
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
    if table is not None and table not in (*SUBJECTS, *TABLES):
        raise IntakeError("unknown_mapping_name", file=path.name, name=table, known=", ".join((*SUBJECTS, *TABLES)))
    if decimal is not None and decimal not in DECIMALS:
        raise IntakeError("unknown_mapping_name", file=path.name, name=decimal, known=", ".join(DECIMALS))
    known = list(vocabulary(table or "flat"))
    for name in (*columns, *constants):
        if name not in known:
            raise IntakeError("unknown_mapping_name", file=path.name, name=name, known=", ".join(known))
    return ColumnMapping(columns, constants, table, decimal, left_out, str(raw.get("name") or ""))


def named(header: Sequence[str]) -> list[str]:
    """The titles, where a column has none its letter."""
    return [title or letter(position) for position, title in enumerate(header)]


def letter(position: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A, Z, AA."""
    rest, last = divmod(position, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def shape_of(header: Sequence[str]) -> frozenset[str]:
    """What headers share that have the same titles in whatever order: the titles' spellings."""
    return frozenset(map(spelling, named(header)))
