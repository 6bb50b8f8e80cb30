"""The evening that is meant: one event, whose guests are to come, are coming, or came."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pandas as pd

from analytics.errors import QuestionError
from analytics.warehouse import View

MORNING = time(6)
"""An evening lasts until the next morning: then it is past, and one that nobody closed is closed."""
FEEDBACK_DAYS = 7
"""So many days after its last one an event can be told how it was."""


@dataclass(frozen=True)
class Evening:
    """One event as an audience may see it; ``ends_on`` is its first day where it has no other."""

    event_id: str
    title: str
    starts_on: date
    ends_on: date
    status: str
    venue: str | None
    expected_attendance: int | None

    @classmethod
    def of(cls, view: View, event_id: str) -> "Evening":
        """The event of that id. Raises QuestionError where there is none, or it was cancelled."""
        found = next((evening for evening in evenings(view) if evening.event_id == event_id), None)
        if found is None:
            raise QuestionError("unknown_evening", event=event_id)
        return found

    def is_rehearsal(self, today: date) -> bool:
        """Whether it is yet to come: what is ticked off before its day is practice and counts for nothing."""
        return today < self.starts_on

    def is_on(self, today: date) -> bool:
        """Whether it takes place today."""
        return self.starts_on <= today <= self.ends_on

    def is_past(self, now: datetime) -> bool:
        """Whether the morning after it has come."""
        return now >= datetime.combine(self.ends_on, MORNING) + timedelta(days=1)

    def takes_feedback(self, today: date) -> bool:
        """Whether it may be told how it was: from its first day on, until some days after its last."""
        return self.starts_on <= today <= self.ends_on + timedelta(days=FEEDBACK_DAYS)


def evenings(view: View) -> list[Evening]:
    """Every event that was not cancelled, as ``view`` may show it, the latest first."""
    return [
        Evening(
            str(row["event_id"]),
            str(row["title"]),
            row["starts_on"].date(),
            row["ends_on"].date(),
            str(row["status"]),
            None if pd.isna(row["venue"]) else str(row["venue"]),
            None if pd.isna(row["expected_attendance"]) else int(row["expected_attendance"]),
        )
        for row in view.ask("evenings").to_dict("records")
    ]


def tonight(found: list[Evening], today: date) -> Evening | None:
    """Which of the evenings is most likely meant: the one of today, else the next to come, else the last one."""
    running = [evening for evening in found if evening.is_on(today)]
    coming = [evening for evening in found if evening.starts_on > today]
    over = [evening for evening in found if evening.ends_on < today]
    if running:
        return min(running, key=lambda evening: evening.event_id)
    if coming:
        return min(coming, key=lambda evening: (evening.starts_on, evening.event_id))
    return max(over, key=lambda evening: (evening.ends_on, evening.event_id), default=None)
