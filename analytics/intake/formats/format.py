"""What a format must be able to do."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Draft, Drafts


@dataclass(frozen=True)
class Reading:
    """What a format makes of a sheet.

    ``titles`` leads from the text columns (c0, c1, ...) that were read to the sheet's own titles; those in
    ``personal`` speak of a person and are not kept of a rejected row. ``names`` leads from (table, column) of the
    model to what the sheet calls it, where a rejection should speak the file's language. ``free_texts`` are the titles
    of columns whose cells may hold any words; in others there are numbers, days and choices only.
    """

    drafts: list[Draft]
    titles: dict[str, str]
    personal: frozenset[str] = frozenset()
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    free_texts: frozenset[str] = frozenset()

    @property
    def impersonal(self) -> dict[str, str]:
        """The titles of the columns that may be kept of a rejected row."""
        return {column: title for column, title in self.titles.items() if column not in self.personal}


class Format(ABC):
    """One form in which files come."""

    name: str

    @abstractmethod
    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether ``sheet`` is in this format."""

    @abstractmethod
    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """What ``sheet`` says for which tables. Raises IntakeError where the sheet does not fit the format."""

    @abstractmethod
    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """A sheet of a lower rank is read first, whatever the files' order: what refers to others comes after them."""
