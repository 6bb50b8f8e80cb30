"""Columns that may hold persons, found by their titles and by what stands in them, and taken out of a sheet.

No format sees such a column, so that none can store it, unless somebody said in a mapping file what it holds. What
cannot be decided is not read either, and asked about. ``personal.yaml`` lists the titles. In the place of guests' names
stands a column of keys, made with the store's secret: by it an order's guests are told apart.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from analytics.intake.domains import domains_beside
from analytics.intake.headers import columns_of, spelling
from analytics.intake.hints import Hints
from analytics.intake.note import Note
from analytics.intake.person_names import is_organisation_name, is_person_name, word_lists
from analytics.intake.sheet import Sheet
from analytics.model import TABLES
from analytics.model.addresses import STRUCK, carries_address, without_addresses
from analytics.warehouse.person_keys import PersonKey

_LOOKED_AT = 2_000
"""So many different values of a column tell what it holds."""
_GUESTS = "guests"
_MANY = 0.3
_MOST = 0.5
_FAR_MOST = 0.8
_WORD = re.compile(r"[^\W\d_]{3,}")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:[ ,]+[^\W\d_a-z][\w'’.-]*)+")


@dataclass(frozen=True)
class Impersonal:
    """A sheet without the columns that may hold persons.

    ``notes`` says which ones these were and why; ``known`` are the words that stood in them, in small letters;
    ``domains_by_line`` has those of the e-mail addresses in them, see :func:`analytics.intake.domains.domains_beside`.
    """

    sheet: Sheet
    notes: list[Note] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    domains_by_line: pa.Table | None = None

    def speaks_of_person(self, text: str) -> bool:
        """Whether a cell of the sheet holds an address, a person's name, or a word of a column that was taken out."""
        return _is_personal(text) or not self.known.isdisjoint(_WORD.findall(text.casefold()))

    def may_name_person(self, text: str) -> bool:
        """Whether a cell in which no name belongs could hold one all the same, as in a row that is out of step."""
        return self.speaks_of_person(text) or _CAPITALISED.fullmatch(text.strip()) is not None

    def cells(self, cells: str, names: Iterable[str]) -> str:
        """The cells of a row (JSON by title) without those that may speak of a person; ``names`` may hold names."""
        holds_names = set(names)
        kept = {
            title: cell
            for title, cell in json.loads(cells).items()
            if cell is None or not (self.speaks_of_person(cell) if title in holds_names else self.may_name_person(cell))
        }
        return json.dumps(kept, ensure_ascii=False)


def without_persons(sheet: Sheet, hints: Hints, person_key: PersonKey) -> Impersonal:
    """The sheet without its columns of persons; what a mapping file names stays.

    ``person_key`` makes the keys that stand in the place of guests' names.
    """
    found = _Columns(sheet, _spoken_for(sheet, hints)).personal()
    if not found:
        return Impersonal(sheet)
    header = tuple("" if position in found else title for position, title in enumerate(sheet.header))
    rows = sheet.text.rows
    known: set[str] = set()
    for position in found:
        for text in pc.unique(rows[f"c{position}"]).to_pylist():
            known.update(_WORD.findall((text or "").casefold()))
    guests = _guest_keys(sheet, found, person_key)
    rows = rows.drop_columns([f"c{position}" for position in found])
    if guests is not None:
        rows = rows.append_column(_GUESTS, guests)
    left = replace(
        sheet, header=header, text=replace(sheet.text, rows=rows), guests=None if guests is None else _GUESTS
    )
    return Impersonal(left, _notes(sheet, found), frozenset(known), domains_beside(sheet, found))


def _guest_keys(sheet: Sheet, found: Collection[int], person_key: PersonKey) -> pa.Array | None:
    """A key in the place of each row's guest, empty where nobody is named; None where no column names guests."""
    by_title = {spelling(sheet.header[position]): f"c{position}" for position in sorted(found, reverse=True)}
    columns = [by_title[form] for title in word_lists()["guests"] if (form := spelling(title)) in by_title]
    if not columns:
        return None
    named = zip(*(sheet.text.rows[column].to_pylist() for column in columns), strict=True)
    names = [next((name.strip() for name in row if name and name.strip()), "") for row in named]
    keys = {name: person_key(f"guest {name}") if name else "" for name in set(names)}
    return pa.array([keys[name] for name in names], pa.string())


def harmless_title(title: str) -> str:
    """A column's title as it may be told: in a file without a header it is a cell."""
    return STRUCK if is_person_name(title) else without_addresses(title)


def _is_personal(text: str) -> bool:
    return carries_address(text) or is_person_name(text)


@dataclass(frozen=True)
class _Found:
    """Why a column may hold persons: the reason's key, and the title that says so."""

    reason: str
    because: str | None = None


@dataclass(frozen=True)
class _Columns:
    """The columns of a sheet, of which somebody has said what is in ``spoken_for``."""

    sheet: Sheet
    spoken_for: frozenset[int]

    def personal(self) -> dict[int, _Found]:
        """The columns that may hold persons, by position."""
        found = {}
        for position, title in enumerate(self.sheet.header):
            if position not in self.spoken_for and (why := self._why(position, title)):
                found[position] = why
        return found

    def _why(self, position: int, title: str) -> _Found | None:
        form = spelling(title)
        is_number = title.rstrip().endswith("#")  # "Attendee #" says which one, not who
        if (form in _titles("titles") and not is_number) or any(part in form for part in _titles("parts")):
            return _Found("personal_title")
        values = self._values(position)
        persons = _share(values, is_person_name)
        if form in _titles("either"):
            return self._name(values, persons)
        if persons >= _MANY and _share(values, is_organisation_name) < persons / 2:
            return _Found("personal_values")
        return None

    def _name(self, values: Sequence[str], persons: float) -> _Found | None:
        """Of a column that is called "Name" and no more: whose name it is."""
        organisations = _share(values, is_organisation_name)
        if organisations >= _FAR_MOST and not persons:
            return None
        if beside := self._titled("organisations"):
            return _Found("personal_beside", beside)
        if (beside := self._titled("beside surnames")) and not self._titled("surnames"):
            return _Found("personal_beside", beside)
        if persons >= _MOST and organisations < persons:
            return _Found("personal_values")
        if self._titled("identities") or organisations >= _MOST:
            return None
        return _Found("undecided_name")

    def _titled(self, kind: str) -> str | None:
        """The title of the first column of this kind."""
        return next((title for title in self.sheet.header if spelling(title) in _titles(kind)), None)

    def _values(self, position: int) -> list[str]:
        texts = pc.unique(self.sheet.text.rows[f"c{position}"].slice(0, 50 * _LOOKED_AT)).to_pylist()
        return [text for text in texts if text][:_LOOKED_AT]


def _share(values: Sequence[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, values)) / len(values) if values else 0.0


@cache
def _titles(kind: str) -> frozenset[str]:
    return frozenset(map(spelling, word_lists()[kind]))


def _spoken_for(sheet: Sheet, hints: Hints) -> frozenset[int]:
    """The columns of which it is known what they hold: those that a mapping names, and keys of persons."""
    mapping = hints.mapping_of(sheet.header)
    named = {spelling(title) for title in mapping.columns.values()} if mapping else set()
    keys = {
        column
        for table in TABLES.values()
        for name, columns in columns_of(table, sheet.header).items()
        if table.by_name[name].personal
        for column in columns
    }
    return frozenset(
        position for position, title in enumerate(sheet.header) if spelling(title) in named or f"c{position}" in keys
    )


def _notes(sheet: Sheet, found: dict[int, _Found]) -> list[Note]:
    """One note for each reason, with the columns that it holds for."""
    by_reason: dict[_Found, list[str]] = {}
    for position, why in found.items():
        by_reason.setdefault(why, []).append(harmless_title(sheet.header[position]))
    return [
        Note(sheet.label, None, ", ".join(titles), f"notes.{why.reason}", why.because, len(titles))
        for why, titles in by_reason.items()
    ]
