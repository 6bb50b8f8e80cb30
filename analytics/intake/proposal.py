"""What the columns of a table that nobody knows may mean, each with the reason for it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pyarrow.compute as pc
from rapidfuzz import fuzz

from analytics.intake.column_kinds import CellKind, kinds_of
from analytics.intake.headers import spelling
from analytics.intake.hints import Hints
from analytics.intake.mapping import ColumnMapping, named
from analytics.intake.personal import without_persons
from analytics.intake.sheet import Sheet
from analytics.intake.vocabulary import SUBJECTS, vocabulary
from analytics.model import TABLES
from analytics.warehouse.person_keys import keys_of_nobody

Why = Literal["title", "title_has", "title_like", "values", "person", "nothing"]
_LOOKED_AT = 500
_SAMPLES = 3
_ALIKE = 85
"""From this likeness on (0 to 100) a title is taken for a misspelt one."""
_SHORT = 3
"""Titles of so few letters are like too many others."""
_NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "attendance": (("company", "invoice_company"), ("event_title", "event_id", "status", "checked_in", "starts_on")),
    "flat": (("title",), ("organisation_name",)),
    "members": (("organisation",),),
    "calendar": (("title",), ("starts_on",)),
}
"""Of each group a table of the subject needs one column."""
_BY_VALUES: Mapping[str, Mapping[CellKind, tuple[str, ...]]] = {
    "attendance": {"organisation": ("company",), "day": ("starts_on", "ends_on"), "came": ("status",)},
    "flat": {
        "organisation": ("organisation_name",),
        "day": ("starts_on", "ends_on"),
        "postcode": ("postcode",),
        "kind": ("kind",),
    },
    "members": {
        "organisation": ("organisation",),
        "day": ("member_since", "left_on"),
        "postcode": ("postcode",),
        "kind": ("kind",),
    },
    "calendar": {"day": ("starts_on", "ends_on")},
}
"""By subject and what a column's cells are: the names that it may have."""


@dataclass(frozen=True)
class ProposedColumn:
    """One column: its ``title``, up to three ``samples``, and the ``name`` that it may have, None to leave it out.

    ``why`` says what that rests on, ``because`` the title that is known. A column that may hold persons is left out.
    """

    title: str
    samples: tuple[str, ...]
    name: str | None
    why: Why
    because: str = ""


@dataclass(frozen=True)
class Proposal:
    """What a sheet's rows may be about, and what its columns may mean."""

    subject: str
    columns: tuple[ProposedColumn, ...]


def propose(sheet: Sheet, subject: str | None = None, known: Sequence[ColumnMapping] = ()) -> Proposal:
    """The proposal for a sheet, as rows of ``subject`` where somebody said it.

    A mapping in ``known`` of which the sheet has all titles says what they mean.
    """
    fitting = next((mapping for mapping in known if mapping.columns and mapping.fits(sheet.header)), None)
    if fitting is not None and subject in (None, fitting.subject):
        return Proposal(fitting.subject, tuple(_as_mapped(sheet, fitting)))
    if subject is not None:
        return Proposal(subject, tuple(_columns(sheet, subject)))
    proposals = [Proposal(known_subject, tuple(_columns(sheet, known_subject))) for known_subject in SUBJECTS]
    return max(proposals, key=_likeness)


def _likeness(proposal: Proposal) -> tuple[int, int]:
    """How likely a proposal is: what it lacks of what it needs, then its columns, those with known titles twice."""
    found = {column.name for column in proposal.columns if column.name}
    needed = _NEEDED[proposal.subject]
    has = sum(1 for group in needed if found & set(group))
    return has - len(needed), len(found) + sum(1 for column in proposal.columns if column.why == "title")


def _as_mapped(sheet: Sheet, mapping: ColumnMapping) -> list[ProposedColumn]:
    names = {spelling(title): name for name, title in mapping.columns.items()}
    return [
        ProposedColumn(title, samples, names.get(spelling(title)), "title" if spelling(title) in names else "nothing")
        for title, samples in zip(named(sheet.header), _samples(sheet), strict=True)
    ]


@dataclass(frozen=True, order=True)
class _Guess:
    """A name that a column may have; of lower ``rank`` is the better reason."""

    rank: int
    position: int
    name: str
    why: Why
    because: str = ""


def _columns(sheet: Sheet, subject: str) -> list[ProposedColumn]:
    """Every column with the name it may have; a name is given once, to the column with the best reason."""
    titles, personal = named(sheet.header), _personal(sheet)
    guesses = [
        guess
        for position, title in enumerate(titles)
        if position not in personal
        for guess in _guesses(sheet, position, title, subject)
    ]
    given: dict[int, _Guess] = {}
    taken: set[str] = set()
    for guess in sorted(guesses, key=lambda guess: (guess.rank, guess.position)):
        if guess.position not in given and guess.name not in taken:
            given[guess.position] = guess
            taken.add(guess.name)
    columns = []
    for position, (title, samples) in enumerate(zip(titles, _samples(sheet), strict=True)):
        found = given.get(position)
        if found is None:
            columns.append(ProposedColumn(title, samples, None, "person" if position in personal else "nothing"))
        else:
            columns.append(ProposedColumn(title, samples, found.name, found.why, found.because))
    return columns


def _guesses(sheet: Sheet, position: int, title: str, subject: str) -> list[_Guess]:
    """Names that a column may have."""
    form = spelling(title)
    words = {spelling(word) for word in re.split(r"[\W_]+", title) if word}
    found = []
    for other, name, called in _forms(subject):
        if form == other:
            found.append(_Guess(0, position, name, "title", called))
        elif other in words:
            found.append(_Guess(1, position, name, "title_has", called))
        elif len(form) > _SHORT and fuzz.ratio(form, other) >= _ALIKE:
            found.append(_Guess(2, position, name, "title_like", called))
    by_values = _by_values(subject)
    kinds = kinds_of(_values(sheet, position)) if by_values else []
    return found + [_Guess(3, position, name, "values") for kind in kinds for name in by_values.get(kind, ())]


@cache
def _by_values(subject: str) -> Mapping[CellKind, tuple[str, ...]]:
    """By what a column's cells are: the names that it may have. Of a table of the model its columns tell it."""
    if subject not in TABLES:
        return _BY_VALUES.get(subject, {})
    columns = TABLES[subject].columns
    return {
        "organisation": tuple(column.name for column in columns if column.references == "organisations"),
        "day": tuple(column.name for column in columns if column.kind == "date"),
        "postcode": tuple(column.name for column in columns if column.name == "postcode"),
        "kind": tuple(column.name for column in columns if column.enumeration == "organisation_kind"),
    }


@cache
def _forms(subject: str) -> list[tuple[str, str, str]]:
    """Every title that is known for the subject: its spelling, the name it stands for, and the title itself."""
    return [(spelling(title), name, title) for name, titles in vocabulary(subject).items() for title in (*titles, name)]


def _personal(sheet: Sheet) -> set[int]:
    """The columns that may hold persons."""
    left = without_persons(sheet, Hints(), keys_of_nobody()).sheet.text.rows.column_names
    return {position for position in range(len(sheet.header)) if f"c{position}" not in left}


def _samples(sheet: Sheet) -> list[tuple[str, ...]]:
    return [tuple(_values(sheet, position)[:_SAMPLES]) for position in range(len(sheet.header))]


def _values(sheet: Sheet, position: int) -> list[str]:
    texts = pc.unique(sheet.text.rows[f"c{position}"].slice(0, _LOOKED_AT)).to_pylist()
    return [text for text in texts if text]
