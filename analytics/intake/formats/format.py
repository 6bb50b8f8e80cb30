"""What a format must be able to do."""

from typing import Protocol

from analytics.intake.mapping import Mapping
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Draft, Drafts


class Format(Protocol):
    """One form in which files come."""

    name: str

    def recognises(self, sheet: Sheet, mapping: Mapping | None) -> bool:
        """Whether ``sheet`` is in this format."""
        ...

    def drafts(self, sheet: Sheet, mapping: Mapping | None, drafts: Drafts) -> list[Draft]:
        """What ``sheet`` says for which tables. Raises IntakeError where the sheet does not fit the format."""
        ...
