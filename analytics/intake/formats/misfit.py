"""Why a sheet is of no table that is known: which ones it comes close to, and what it lacks of each."""

import re
from collections.abc import Sequence

from analytics.errors import IntakeError
from analytics.intake.recognition import Miss, near_misses
from analytics.intake.sheet import Sheet
from analytics.language import Language
from analytics.model import Column, Label, Table

_DATA = re.compile(r"@|^\s*\d[\d.,:/-]*\s*$")
"""What no column is called: an address, a number, a date."""
_LONGEST = 200
_CHOICES = 4
"""How many of the columns are named of which one is lacking."""


def misfit(sheet: Sheet) -> IntakeError:
    """The error that tells why ``sheet`` is of no table.

    A first row that holds data is not repeated: it may speak of a person.
    """
    misses = near_misses(sheet.title, sheet.header)
    understood = max((len(miss.understood) for miss in misses), default=0)
    if understood < 2 and any(_DATA.search(title) for title in sheet.header):
        return IntakeError("no_header")
    if not misses:
        return IntakeError("unknown_header", header=", ".join(filter(None, sheet.header))[:_LONGEST])
    return IntakeError("near_misses", misses=_listing(sheet, misses), header=_not_understood(sheet, misses))


def missing_columns(table: Table, columns: Sequence[Column]) -> IntakeError:
    """The error that tells which columns a sheet lacks of the table that somebody said it holds."""
    return IntakeError(
        "missing_columns", n=len(columns), table=table.label, columns=_joined([column.label for column in columns])
    )


def _listing(sheet: Sheet, misses: Sequence[Miss]) -> Label:
    """The tables that the sheet comes close to, each with what is understood and what is lacking."""
    return Label(*("; ".join(_told(sheet, miss, language) for miss in misses) for language in ("de", "en")))


def _told(sheet: Sheet, miss: Miss, language: str) -> str:
    titles = ", ".join(sheet.header[int(position[1:])] for position in miss.understood)
    spoken = Language(language)
    word_or = f" {spoken.text('imports.or')} "
    groups = ", ".join(word_or.join(label.in_(language) for label in group[:_CHOICES]) for group in miss.lacking)
    return spoken.text("imports.miss", table=miss.label.in_(language), titles=titles, columns=groups)


def _not_understood(sheet: Sheet, misses: Sequence[Miss]) -> str:
    understood = {position for miss in misses for position in miss.understood}
    titles = [title for position, title in enumerate(sheet.header) if f"c{position}" not in understood and title]
    return ", ".join(titles)[:_LONGEST] or "–"


def _joined(labels: Sequence[Label]) -> Label:
    return Label(", ".join(label.de for label in labels), ", ".join(label.en for label in labels))
