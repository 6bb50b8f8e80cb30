"""What became of an evening: who came, how it was, what was agreed, and what came later."""

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, NONE, UNTOLD, label_of
from analytics.reception.evening import Evening
from analytics.warehouse import Period, View

_ORDER = [
    *sorted(ENUMERATIONS["stage"].tokens, reverse=True),
    *ENUMERATIONS["organisation_kind"].tokens,
]
"""In which order parts are told: kinds as everywhere, of stages the furthest first, and last what is not known."""
SPANS = (30, 90, 180, 365)
"""After so many days it is asked what came of it."""


@dataclass(frozen=True)
class Count:
    """A number, or None where the audience is told its ``token`` (the class in which it lies) or nothing of it."""

    value: int | None
    token: str = UNTOLD

    @classmethod
    def of(cls, row: Mapping[Hashable, Any], column: str) -> "Count":
        """The count in ``column`` of a row of the warehouse's answers."""
        token, value = str(row.get(f"{column}{CLASS}", UNTOLD)), row[column]
        return cls(None, token) if token not in (UNTOLD, NONE) or pd.isna(value) else cls(int(value))

    @property
    def is_told(self) -> bool:
        """Whether anything is told of it."""
        return self.value is not None or self.token != UNTOLD

    def said(self, language: Language) -> str:
        """The number, or its class in words."""
        return label_of(self.token, language) if self.value is None else language.number(self.value)


@dataclass(frozen=True)
class Cooperation:
    """A cooperation that names the evening as its origin and may be named: its stage ("unknown" without a day)."""

    title: str
    members: tuple[str, ...]
    stage: str


@dataclass(frozen=True)
class Summary:
    """One event that was held, as an audience may know it.

    ``attended`` counts persons, ``organisations`` and ``newcomers`` (first reached on that day) organisations, and so
    do ``kinds``, by kind. Masked audiences are told all these in classes, and no kinds: they add up to what came.
    ``answers`` is None where they are too few to be told of; ``satisfaction`` is a mean from 1 to 5, ``new_contacts`` a
    mean number. ``agreed`` counts the cooperations that name the event as their origin, by their stage so far;
    ``named`` are those of them that may be named. ``later``: how many cooperations began among the guests within so
    many days, for each of :data:`SPANS` that has passed, those of shorter spans included; masked audiences are told
    none. ``days_passed`` is how much the data knows. ``is_masked``: whether it is told to such an audience.
    """

    evening: Evening
    attended: Count
    organisations: Count
    newcomers: Count
    kinds: tuple[tuple[str, Count], ...]
    answers: int | None
    satisfaction: float | None
    new_contacts: float | None
    agreed: tuple[tuple[str, Count], ...]
    named: tuple[Cooperation, ...]
    later: tuple[tuple[int, int], ...]
    days_passed: int
    is_masked: bool

    @classmethod
    def of(cls, view: View, event_id: str) -> "Summary":
        """What ``view`` may tell of the event. Raises QuestionError for one that is unknown or was not held."""
        evening = Evening.of(view, event_id)
        if evening.status != "held":
            raise QuestionError("evening_not_over", event=evening.title)
        figures = _figures(view, evening)
        feedback = view.ask("evening_feedback", event_id=event_id).iloc[0]
        return cls(
            evening=evening,
            attended=Count.of(figures, "attended"),
            organisations=Count.of(figures, "organisations"),
            newcomers=Count.of(figures, "newcomers"),
            kinds=() if view.is_masked else _cells(view, "evening_kinds", event_id, "kind"),
            answers=_whole(feedback["answers"]),
            satisfaction=_known(feedback["satisfaction"]),
            new_contacts=_known(feedback["new_contacts"]),
            agreed=_cells(view, "evening_agreed", event_id, "stage"),
            named=tuple(
                Cooperation(str(row["title"]), tuple(row["members"]), str(row["stage"]))
                for row in view.ask("evening_named", event_id=event_id).to_dict("records")
            ),
            later=() if view.is_masked else _added_up(view.ask("evening_later", event_id=event_id)),
            days_passed=(view.last_day - evening.starts_on).days if view.last_day else 0,
            is_masked=view.is_masked,
        )

    @property
    def agreed_in_all(self) -> int | None:
        """All cooperations that name the event as their origin; None where they are told in classes."""
        return _sum([count for _, count in self.agreed])


def _figures(view: View, evening: Evening) -> dict[Hashable, Any]:
    found = view.ask("events", [Period.of(evening.starts_on, "quarter")])
    return dict(found[found["event_id"] == evening.event_id].to_dict("records")[0])


def _cells(view: View, question: str, event_id: str, by: str) -> tuple[tuple[str, Count], ...]:
    """The rows of a question of one table as counts by ``by``."""
    rows = view.ask(question, event_id=event_id).to_dict("records")
    column = {"kind": "organisations", "stage": "cooperations"}[by]
    found = [(str(row[by]), Count.of(row, column)) for row in rows]
    return tuple(sorted(found, key=lambda cell: _ORDER.index(cell[0]) if cell[0] in _ORDER else len(_ORDER)))


def _added_up(spans: pd.DataFrame) -> tuple[tuple[int, int], ...]:
    """From cooperations that began in each span, how many began by its end."""
    return tuple(zip(spans["days"].astype(int), spans["cooperations"].cumsum().astype(int), strict=True))


def _sum(counts: list[Count]) -> int | None:
    known = [count.value for count in counts if count.value is not None]
    return sum(known) if len(known) == len(counts) else None


def _known(value: object) -> float | None:
    number = float(value) if value is not None and not pd.isna(value) else math.nan  # type: ignore[arg-type, call-overload]
    return None if math.isnan(number) else number


def _whole(value: object) -> int | None:
    number = _known(value)
    return None if number is None else int(number)
