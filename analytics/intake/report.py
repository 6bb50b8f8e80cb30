"""What an import did."""

from dataclasses import dataclass, field

from analytics.intake.domains import Domains
from analytics.intake.note import Note
from analytics.intake.rejection import Rejection
from analytics.store import Rows


@dataclass(frozen=True)
class Report:
    """What an import did. ``batch`` is None where nothing was new, nothing accepted, or nothing should be written.

    ``unassigned`` counts by (table, column) the accepted rows that name a row not there yet;
    ``drafted`` counts by table the rows that were made of the sources' rows, whether they were there already or not;
    ``ignored`` lists by sheet the columns that were not read; ``notes`` is what to know of the rows that were taken.
    ``domains`` are those of e-mail addresses beside the organisations, for what follows at once: they are kept nowhere.
    """

    batch: str | None
    format: str
    rows: Rows
    tables: dict[str, int]
    rejections: list[Rejection]
    unassigned: dict[tuple[str, str], int] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    drafted: dict[str, int] = field(default_factory=dict)
    domains: Domains = field(default_factory=dict, repr=False)
