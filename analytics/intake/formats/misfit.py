"""Why a sheet is of no table that is known: which ones it comes close to, and what it lacks of each."""

import re
from collections.abc import Sequence

from analytics.errors import IntakeError
from analytics.intake.headers import found_in, spellings
from analytics.intake.recognition import Miss, near_misses
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import vocabulary
from analytics.language import Language
from analytics.model import Column, Label, Table

_DATA = re.compile(r"@|^\s*\d[\d.,:/-]*\s*$")
"""What no column is called: an address, a number, a date."""
_FLAT = Label("Flache Tabelle von Projekten", "Flat table of projects")
_FLAT_NEEDS = (("title",), ("organisation_name",), ("project_id", "starts_on", "funding"))
"""Of each group a flat table needs one column."""
_FLAT_LABELS = {
    "title": Label("Projekt", "Project"),
    "organisation_name": Label("Partner", "Partner"),
    "project_id": Label("Projekt-ID", "Project ID"),
    "starts_on": Label("Start", "Start"),
    "funding": Label("Fördersumme", "Funding"),
}
_LONGEST = 200
_CHOICES = 4
"""How many of the columns are named of which one is lacking."""


def misfit(sheet: Sheet) -> IntakeError:
    """The error that tells why ``sheet`` is of no table.

    A first row that holds data is not repeated: it may speak of a person.
    """
    misses = near_misses(sheet.title, sheet.header, _flat(sheet))
    understood = max((len(miss.understood) for miss in misses), default=0)
    if understood < 2 and any(_DATA.search(title) for title in sheet.header):
        return IntakeError("no_header")
    if not misses:
        return IntakeError("unknown_header", header=", ".join(filter(None, sheet.header))[:_LONGEST])
    return IntakeError("near_misses", misses=_listing(sheet, misses), header=_not_understood(sheet, misses))


def _flat(sheet: Sheet) -> list[Miss]:
    """The flat table of projects, where the sheet has some of its columns."""
    found = found_in(sheet.header, spellings(vocabulary("flat")))
    lacks = [group for group in _FLAT_NEEDS if not found.keys() & set(group)]
    if not lacks or not found:
        return []
    positions = tuple(position for columns in found.values() for position in columns)
    return [Miss(_FLAT, positions, tuple(tuple(_FLAT_LABELS[name] for name in group) for group in lacks))]


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
