"""Answers to surveys that invite to an event or ask how it was: LimeSurvey's and Microsoft Forms' exports.

Their columns are questions, in whatever words; ``answers.yaml`` lists the words by which a question is known. An answer
with an assessment is feedback and names nobody; any other one is a registration, as far as it names an organisation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

import yaml

from analytics.errors import IntakeError
from analytics.intake.formats.attendance import AttendanceFormat, Marks, has_marks
from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.headers import spelling, titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

_ASSESSMENTS = ("satisfaction", "would_recommend", "new_contacts")
_NUMBER = "order_code"
_OF_THE_ANSWER = ("starts_on", "ends_on", "registered_on")
"""Times at which somebody began or sent an answer; they are no event's."""
_SAYS: Says = {"feedback": {"event_id": "event_title"} | {name: name for name in _ASSESSMENTS}}


@dataclass(frozen=True)
class AnswersFormat(Format):
    """Reads the answers to a survey.

    ``marks`` are titles that every survey of the system has, ``number`` those of the answer's number within its survey
    and ``submitted`` those of the time at which it was sent; an answer without one was given up on the way.
    """

    name: str
    marks: Marks
    number: tuple[str, ...]
    submitted: tuple[str, ...]

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the header has the system's own titles."""
        return has_marks(sheet, self.marks)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The registrations or the feedback that the answers are.

        Raises IntakeError where no question asks for the organisation (``no_organisation_asked``), or neither the
        answers nor ``hints`` say of which event they speak (``which_event``).
        """
        asked = _asked(sheet)
        assessed = {name: asked[name] for name in (*_ASSESSMENTS, "event_title") if name in asked}
        own = titled(sheet.header, {_NUMBER: self.number, "submitted": self.submitted})
        if assessed.keys() & set(_ASSESSMENTS):
            return self._feedback(sheet, hints, drafts, assessed | own)
        registrations = AttendanceFormat(self.name)
        columns = asked | registrations.columns(sheet, hints) | own
        for name in _OF_THE_ANSWER:
            columns.pop(name, None)
        if "company" not in columns:
            raise IntakeError("no_organisation_asked")
        return registrations.read_columns(sheet, hints, drafts, columns, survey=_survey(sheet))

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """With the lists of guests."""
        return 5

    def _feedback(self, sheet: Sheet, hints: Hints, drafts: Drafts, columns: dict[str, list[str]]) -> Reading:
        """One row of feedback an answer."""
        event = hints.event_of(sheet)
        if "event_title" not in columns and event is None:
            raise IntakeError("which_event")
        names = ("event_title", *_ASSESSMENTS, _NUMBER, "submitted")
        constants = {name: "" for name in names if name not in columns}
        constants |= {"asked_event": event or "", "survey": _survey(sheet)}
        constants |= {"has_submitted": str("submitted" in columns).lower()}
        return derived(sheet, drafts, "feedback", columns, constants, _SAYS, {_NUMBER}, personal={_NUMBER})


LIMESURVEY = AnswersFormat(
    "limesurvey",
    (
        ("response id", "antwort id", "id"),
        ("date submitted", "datum abgeschickt", "submitdate"),
        ("last page", "letzte seite", "lastpage"),
    ),
    number=("response id", "antwort id", "id"),
    submitted=("date submitted", "datum abgeschickt", "submitdate"),
)
MICROSOFT_FORMS = AnswersFormat(
    "microsoft_forms",
    (("id",), ("start time", "startzeit"), ("completion time", "fertigstellungszeit")),
    number=("id",),
    submitted=("completion time", "fertigstellungszeit"),
)


def _survey(sheet: Sheet) -> str:
    """A key of the survey: its questions. Answers are numbered anew in each."""
    return sha256("\n".join(map(spelling, sheet.header)).encode()).hexdigest()[:16]


def _asked(sheet: Sheet) -> dict[str, list[str]]:
    """For each name the text column of the first question that asks for it."""
    found: dict[str, list[str]] = {}
    for position, title in enumerate(sheet.header):
        form = spelling(title)
        for name, words in _words().items():
            asks = any(spelling(word) in form for word in words["asks"])
            if asks and not any(spelling(word) in form for word in words["unless"]):
                found.setdefault(name, [f"c{position}"])
                break
    return found


@cache
def _words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    source = files("analytics.intake.formats").joinpath("answers.yaml").read_text("utf-8")
    words: dict[str, dict[str, list[str]]] = yaml.safe_load(source)
    return words
