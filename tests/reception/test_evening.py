"""Which event is meant by the evening.

events:
event_id  | title         | starts_on  | ends_on    | format    | status    | expected_attendance
past      | Spring        | 2025-03-01 |            | reception | held      | 80
days      | Two days      | 2025-06-01 | 2025-06-02 | forum     | planned   |
called    | Called off    | 2025-06-02 |            | reception | cancelled |
coming    | Autumn        | 2025-09-01 |            | reception | planned   | 40
"""

from datetime import date

import pytest

from analytics.errors import QuestionError
from analytics.reception.evening import Evening, evenings, tonight


@pytest.mark.parametrize(
    ("today", "meant"),
    [
        (date(2025, 1, 1), "past"),
        (date(2025, 3, 1), "past"),
        (date(2025, 3, 2), "days"),
        (date(2025, 6, 2), "days"),
        (date(2025, 6, 3), "coming"),
        (date(2026, 1, 1), "coming"),
    ],
)
def test_the_evening_is_today_s_or_the_next_or_the_last(view, today, meant):
    assert tonight(evenings(view), today).event_id == meant


def test_without_events_there_is_no_evening():
    assert tonight([], date(2025, 1, 1)) is None


@pytest.mark.parametrize("event_id", ["called", "nobody's"])
def test_what_was_cancelled_or_never_was_is_refused(view, event_id):
    with pytest.raises(QuestionError):
        Evening.of(view, event_id)


def test_before_its_day_it_is_a_rehearsal_and_feedback_is_open_for_a_week(view):
    evening = Evening.of(view, "days")
    assert [evening.is_rehearsal(date(2025, *day)) for day in ((5, 31), (6, 1), (6, 3))] == [True, False, False]
    open_on = [evening.takes_feedback(date(2025, *day)) for day in ((5, 31), (6, 1), (6, 9), (6, 10))]
    assert open_on == [False, True, True, False]
    assert Evening.of(view, "coming").expected_attendance == 40
    assert evening.expected_attendance is None
