"""What the person who brings files says about them."""

from dataclasses import dataclass

from analytics.intake.mapping import ColumnMapping


@dataclass(frozen=True)
class Hints:
    """``mapping`` leads a foreign table's headers to names known here; ``event`` is the one that a list is of."""

    mapping: ColumnMapping | None = None
    event: str | None = None
