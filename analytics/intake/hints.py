"""What the person who brings files says about them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from analytics.intake.entered import Row
from analytics.intake.mapping import ColumnMapping
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse.distinct_readings import Decimal


@dataclass(frozen=True)
class Hints:
    """What no file says of itself; the checks ask for it where it is needed.

    ``mappings`` lead foreign tables' headers to names known here, ``remembered`` are those of earlier imports, used
    where a header has exactly their titles. ``event`` is the one that lists of guests are of, ``events`` the same by
    sheet (its label), which counts first; ``year`` is the one that lists of members are of, ``years`` the same by
    sheet; ``new_events`` are rows of events that are to come in with the files.
    ``decimal`` says how to read numbers that their column leaves open (40.000), where no mapping says it;
    ``allow_large`` takes cooperations of very many members as they stand, too. ``format_name`` is the format of all
    sheets, None where each is recognised.
    """

    mappings: tuple[ColumnMapping, ...] = ()
    remembered: tuple[ColumnMapping, ...] = ()
    event: str | None = None
    events: Mapping[str, str] = field(default_factory=dict)
    year: int | None = None
    years: Mapping[str, int] = field(default_factory=dict)
    new_events: tuple[Row, ...] = ()
    decimal: Decimal | None = None
    allow_large: bool = False
    format_name: str | None = None

    def mapping_of(self, header: Sequence[str]) -> ColumnMapping | None:
        """The first mapping that fits a sheet with this header, else one remembered of this shape, or None."""
        given = next((mapping for mapping in self.mappings if mapping.fits(header)), None)
        return given or next((mapping for mapping in self.remembered if mapping.is_of_shape(header)), None)

    def event_of(self, sheet: Sheet) -> str | None:
        """The event that a sheet's guests are of, where somebody said it."""
        return self.events.get(sheet.label, self.event)

    def mapped(self, sheet: Sheet, subject: str, found: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """``found`` (a sheet's text columns by name) as somebody said that they are, where he spoke of ``subject``."""
        mapping = self.mapping_of(sheet.header)
        return mapping.applied(sheet.header, found) if mapping and mapping.subject == subject else dict(found)

    def constants(self, sheet: Sheet, subject: str, columns: Collection[str]) -> dict[str, str]:
        """What holds for every row under the names of ``subject`` that are no ``columns``; "" where nobody said it."""
        mapping = self.mapping_of(sheet.header)
        said = mapping.constants if mapping and mapping.subject == subject else {}
        return {name: said.get(name, "") for name in vocabulary(subject) if name not in columns}

    def year_of(self, sheet: Sheet) -> int | None:
        """The year of which a sheet lists the members, where somebody said it."""
        return self.years.get(sheet.label, self.year)
