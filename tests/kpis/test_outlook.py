"""Outlooks: what a series is carried on to, its bounds, and what a path of targets makes of it.

The network's events fall on the 10th of each quarter's second month, one each, two in 2025-Q2; so by the ends of the
quarters from 2024-Q1 on 1, 2, 3, 4, 5, 7, 8 events were held since 1 January 2024.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company

events:
event_id | title | starts_on  | format   | status
e0       | Old   | 2023-11-10 | workshop | held
e1       | One   | 2024-02-10 | workshop | held
e2       | Two   | 2024-05-10 | workshop | held
e3       | Three | 2024-08-10 | workshop | held
e4       | Four  | 2024-11-10 | workshop | held
e5       | Five  | 2025-02-10 | workshop | held
e6       | Six   | 2025-05-10 | workshop | held
e7       | Seven | 2025-05-10 | workshop | held
e8       | Eight | 2025-08-10 | workshop | held
e9       | Last  | 2025-10-01 | board    | held

targets:
kpi                   | starts_on  | due_on     | baseline | target | source
events_held           | 2024-01-01 | 2025-12-31 | 0        | 9      | Grant
events_held           | 2024-01-01 | 2026-06-30 | 0        | 12     | Grant
events_held           | 2025-01-01 | 2026-12-31 | 0        | 8      | Board
events_held           | 2023-01-01 | 2024-12-31 | 0        | 5      | Past
organisations_reached | 2024-01-01 | 2026-12-31 | 0        | 3      | Grant
sme_share             | 2024-01-01 | 2026-12-31 | 0        | 0.5    | Grant
active_cooperations   | 2026-01-01 | 2026-12-31 | 0        | 3      | Grant
"""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.kpis import CATALOGUE, target_paths
from analytics.kpis.outlook import NoOutlook, Outlook, PathOutlook, carried_on, nature_of, outlook, outlook_of
from analytics.kpis.outlook_methods import Forecast, last_years_pace
from analytics.kpis.outlook_words import outlook_sentence, outlook_summary, prospect_word
from analytics.kpis.paths import Milestone, TargetPath
from analytics.language import Language

SPACE = "\N{NO-BREAK SPACE}"
gains = st.lists(st.floats(0, 50), min_size=5, max_size=20)
changes = st.lists(st.floats(-50, 50), min_size=5, max_size=20)


def added_up(steps, first=0.0):
    return list(np.cumsum([first, *steps]))


@pytest.fixture
def path(view):
    """Finds the path of a KPI by its source."""

    def of(kpi, source="Grant"):
        return next(found for found in target_paths(view) if (found.kpi.name, found.source) == (kpi, source))

    return of


# Pure series


def test_a_straight_line_goes_on_without_doubt():
    found = outlook([10, 12, 14, 16, 18, 20], 3, "sum")
    assert found == Outlook((22, 24, 26), (22, 24, 26), (22, 24, 26))
    assert (found.value, found.low, found.high) == (26, 26, 26)


def test_counts_go_on_at_the_last_four_quarters_pace():
    # The last four gains are 1, 2, 3 and 6: 3 a quarter.
    assert outlook([0, 50, 51, 53, 56, 62], 2, "stock").values == (65, 68)


def test_shares_stay_as_they_are():
    found = outlook([0.5, 0.6, 0.55, 0.6, 0.65, 0.7], 4, "share")
    assert found.values == (0.7,) * 4
    assert found.low < 0.7 < found.high <= 1


@pytest.mark.parametrize("known", range(6))
def test_fewer_than_six_values_give_none(known):
    assert outlook([1.0] * known, 4, "sum") == NoOutlook("too_few", known)


@pytest.mark.parametrize(("series", "ahead"), [([1.0] * 5 + [float("nan")], 2), ([1.0] * 6, 0)])
def test_what_cannot_be_carried_on_raises(series, ahead):
    with pytest.raises(ValueError, match="outlook"):
        outlook(series, ahead, "sum")


@settings(max_examples=40)
@given(gains, st.integers(1, 12), st.floats(0, 1000))
def test_a_sum_never_falls(steps, ahead, first):
    series = added_up(steps, first)
    found = outlook(series, ahead, "sum")
    for course in (found.values, found.lows, found.highs):
        assert np.all(np.diff([series[-1], *course]) >= -1e-9)


@pytest.mark.parametrize(
    ("nature", "value", "low", "high"),
    [
        ("sum", [12, 12, 15], [12, 12, 12], [13, 16, 19]),  # 12 is reached, and nothing takes that back
        ("stock", [11, 10, 15], [8, 4, 0], [13, 16, 19]),
        ("mean", [11, 10, 15], [8, 4, 0], [13, 16, 19]),
        ("share", [1, 1, 1], [1, 1, 0], [1, 1, 1]),
    ],
)
def test_whatever_the_method_a_value_stays_within_what_its_nature_can_be(nature, value, low, high):
    def method(values, ahead, rng):
        return Forecast(np.array([11.0, 10, 15]), np.array([8.0, 4, -2]), np.array([13.0, 16, 19]))

    found = carried_on(method, [3.0, 7, 8, 9, 11, 12], 3, nature)
    assert [part.tolist() for part in (found.value, found.low, found.high)] == [value, low, high]


@settings(max_examples=40)
@given(changes, st.integers(1, 12))
def test_a_stock_is_never_below_0(steps, ahead):
    found = outlook(np.maximum(added_up(steps, 60), 0).tolist(), ahead, "stock")
    assert min(found.lows) >= 0


@settings(max_examples=40)
@given(st.lists(st.floats(0, 1), min_size=6, max_size=20), st.integers(1, 12))
def test_a_share_stays_between_0_and_1(series, ahead):
    found = outlook(series, ahead, "share")
    assert min(found.lows) >= 0
    assert max(found.highs) <= 1


@settings(max_examples=40)
@given(changes, st.integers(1, 12), st.sampled_from(["sum", "stock", "share", "mean"]))
def test_the_range_holds_the_value_for_every_quarter(steps, ahead, nature):
    highest = 1 if nature == "share" else 999
    series = added_up(np.abs(steps)) if nature == "sum" else np.clip(added_up(steps, 1), 0, highest)
    found = outlook(list(series), ahead, nature)
    assert len(found.values) == ahead
    assert all(low <= value <= high for low, value, high in zip(found.lows, found.values, found.highs, strict=True))


def test_the_same_series_has_the_same_outlook_and_another_kpi_another():
    series = added_up([3, 1, 4, 1, 5, 9, 2, 6])
    assert outlook(series, 6, "sum", "one") == outlook(series, 6, "sum", "one")
    assert outlook(series, 6, "sum", "one") != outlook(series, 6, "sum", "other")


def test_the_range_widens():
    found = outlook(added_up([3, 1, 4, 1, 5, 9, 2, 6]), 8, "sum")
    widths = np.subtract(found.highs, found.lows)
    assert np.all(np.diff(widths) > 0)


class Highest:
    """Chance at its highest: of whatever is drawn from, always the greatest."""

    def choice(self, values, shape):
        return np.full(shape, np.max(values))


def test_the_range_is_wider_where_few_gains_tell_the_scatter():
    # The gains 1, 7, 7, 7, 1 lie above their mean, 4.6, by 2.4 at most; five being few, that is taken times the root of
    # 5/4: 2.683. The pace is the last four's, 5.5, and no gain differs from the one a year before. So the greatest gain
    # is 5.5 + 2 x 2.683: once for the gain to come, once for those that the pace was taken from.
    found = last_years_pace(np.array([0.0, 1, 8, 15, 22, 23]), 2, Highest())
    assert found.value.tolist() == [28.5, 34]
    assert found.high.tolist() == pytest.approx([23 + 10.8666, 23 + 2 * 10.8666], abs=1e-3)


def test_further_than_two_years_is_untested():
    series = added_up([1] * 6)
    assert outlook(series, 8, "sum").is_tested
    assert not outlook(series, 9, "sum").is_tested


@pytest.mark.parametrize(
    ("kpi", "nature"),
    [
        ("organisations_reached", "sum"),
        ("funding_won", "sum"),
        ("active_cooperations", "stock"),
        ("sme_share", "share"),
        ("event_mix", "share"),
        ("mean_partners", "mean"),
        ("time_to_agreement", "mean"),
    ],
)
def test_what_a_kpi_can_be(kpi, nature):
    assert nature_of(CATALOGUE[kpi]) == nature


# Paths


def test_a_path_goes_on_to_its_end(view, path):
    # Q3 2025 is the last whole quarter; in it and the three before 1, 2, 1 and 1 were held: 5 / 4 a quarter.
    found = outlook_of(view, path("events_held"))
    assert found.known["value"].tolist() == [1, 2, 3, 4, 5, 7, 8]
    assert found.days == (date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30))
    assert found.outlook.values == (9.25, 10.5, 11.75)


def test_its_course_begins_with_the_last_known_value(view, path):
    course = outlook_of(view, path("events_held")).course
    assert list(course.columns) == ["day", "value", "low", "high"]
    assert course["day"].dt.date.tolist() == [date(2025, 9, 30), *outlook_of(view, path("events_held")).days]
    assert course.iloc[0].tolist()[1:] == [8, 8, 8]


def test_what_is_known_by_an_earlier_day(view, path):
    # On 30 June 2025 six ends of quarters are known: 1, 2, 3, 4, 5, 7; the last four gains are 1, 1, 1 and 2.
    found = outlook_of(view, path("events_held"), date(2025, 6, 30))
    assert found.outlook.value == 7 + 4 * 5 / 4
    assert outlook_of(view, path("events_held"), date(2025, 6, 29)).outlook == NoOutlook("too_few", 5)


@pytest.mark.parametrize(
    ("kpi", "source", "reason", "known"),
    [
        ("events_held", "Board", "too_few", 3),
        ("events_held", "Past", "over", 8),
        ("active_cooperations", "Grant", "not_begun", 0),
        ("sme_share", "Grant", "undefined", 0),
    ],
)
def test_why_a_path_has_none(view, path, kpi, source, reason, known):
    found = outlook_of(view, path(kpi, source))
    assert found.outlook == NoOutlook(reason, known)
    assert found.course.empty
    assert found.prospect is None
    assert prospect_word(found.prospect, Language("de")) == "–"
    for code in ("de", "en"):
        assert outlook_sentence(found, Language(code))


def test_its_quarters_end_with_the_path(view, path):
    # A path that ends in the middle of a month is asked for every three months before that day.
    crooked = path("events_held")
    shifted = type(crooked)(
        **vars(crooked) | {"milestones": (crooked.milestones[0]._replace(due_on=date(2026, 8, 17)),)}
    )
    days = outlook_of(view, shifted).known["day"].dt.date.tolist()
    assert days[:2] == [date(2024, 2, 17), date(2024, 5, 17)]
    assert days[-1] == date(2025, 8, 17)


# Words


def test_it_says_where_things_lead(view, path):
    found = outlook_of(view, path("events_held"))
    low, high = (Language("de").number(end) for end in (found.outlook.low, found.outlook.high))
    german = outlook_sentence(found, Language("de"))
    assert german.startswith(
        f"Geht es weiter wie bisher, sind es am 30.06.2026 etwa 12 (zwischen {low} und {high}); Ziel 12."
    )
    assert outlook_sentence(found, Language("en")).startswith(
        f"If things go on as they have, it will be about 12 on 30 Jun 2026 (between {low} and {high}); target 12."
    )


def test_too_few_say_how_many_there_are(view, path):
    told = outlook_sentence(outlook_of(view, path("events_held", "Board")), Language("de"))
    assert told.startswith(
        "Noch kein Ausblick: Auf diesem Pfad sind erst 3 Quartalsenden bekannt. Nötig sind mindestens 6"
    )


@pytest.mark.parametrize(
    ("final", "prospect", "word"),
    [
        (8, "likely", "✓ voraussichtlich erreicht"),
        (11, "open", "◐ offen"),
        (99, "unlikely", "✗ voraussichtlich verfehlt"),
    ],
)
def test_what_it_means_for_the_target(view, path, final, prospect, word):
    given_path = path("events_held")
    milestones = (given_path.milestones[-1]._replace(value=final),)
    found = outlook_of(view, type(given_path)(**vars(given_path) | {"milestones": milestones}))
    assert found.prospect == prospect
    assert prospect_word(prospect, Language("de")) == word


def test_large_numbers_are_written_with_three_digits():
    path = TargetPath(CATALOGUE["funding_won"], None, date(2024, 1, 1), 0, (Milestone(date(2026, 12, 31), 4_000_000),))
    found = PathOutlook(path, pd.DataFrame(), (), Outlook((4_592_650,), (4_241_269,), (4_980_179,)))
    assert outlook_sentence(found, Language("de")).startswith(
        f"Geht es weiter wie bisher, sind es Ende 2026 etwa 4.590.000{SPACE}€ "
        f"(zwischen 4.240.000{SPACE}€ und 4.980.000{SPACE}€); Ziel 4.000.000{SPACE}€. Das Ziel wird damit"
    )


def test_where_nothing_varied_no_range_is_said():
    path = TargetPath(CATALOGUE["events_held"], None, date(2024, 1, 1), 0, (Milestone(date(2026, 12, 31), 150),))
    found = PathOutlook(path, pd.DataFrame(), (), Outlook((128,), (128,), (128,)))
    assert outlook_sentence(found, Language("de")) == (
        "Geht es weiter wie bisher, sind es Ende 2026 etwa 128; Ziel 150. "
        "Zuletzt ging es so gleichmäßig voran, dass sich keine Spanne angeben lässt."
    )
    assert "no range" in outlook_sentence(found, Language("en"))


def test_the_summary_counts_every_target_that_runs(path):
    def leading_to(low, high, final=10):
        given = path("events_held")
        changed = type(given)(**vars(given) | {"milestones": (given.milestones[-1]._replace(value=final),)})
        return PathOutlook(changed, pd.DataFrame(), (), Outlook((low,), (low,), (high,)))

    without = PathOutlook(path("events_held"), pd.DataFrame(), (), NoOutlook("too_few", 3))
    found = [leading_to(11, 12), leading_to(9, 12), leading_to(8, 9), leading_to(7, 8), without]
    assert outlook_summary(found, Language("en")) == (
        "If things go on as they have, 1 of 5 running targets are likely to be reached, 1 are open, 2 are likely to be "
        "missed; for 1 there is no outlook yet"
    )
    assert outlook_summary(found[:4], Language("de")).endswith("2 werden voraussichtlich verfehlt")
    assert outlook_summary([without], Language("de")) == "Für keines der Ziele gibt es einen Ausblick."
    assert outlook_summary([], Language("de")) == ""
