"""Charts of encounters, and the sentences above them."""

from datetime import date

import pandas as pd
import pytest

from analytics.charts.events import encounter_findings as findings
from analytics.charts.events import encounters
from analytics.language import Language

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"
RATIO = {
    "window": 365, "cases": 553, "exposed_cases": 278, "controls": 2185, "exposed_controls": 767, "odds_ratio": 3.88, "expected": 1.9,
    "low": 2.82, "high": 5.34, "p_value": 0.001, "finds": True,
}  # fmt: skip


def steps(met, contact, agreed, joint):
    return pd.DataFrame({"step": ["met", "contact", "agreed", "joint"], "pairs": [met, contact, agreed, joint]})


def curve(*rows):
    return pd.DataFrame(rows, columns=["days_after", "share", "low", "high", "waiting"])


def ratios(*rows):
    return pd.DataFrame([RATIO | row for row in rows])


def events(*rows):
    columns = ["title", "starts_on", "pairs", "within_90", "within_180", "within_365", "otherwise", "days_passed"]
    return pd.DataFrame(rows, columns=columns)


AFTER = events(
    ("Forum", date(2024, 1, 10), 45, 1, 3, 3, 1, 500),
    ("Workshop", date(2025, 3, 1), 10, 0, 0, 0, 0, 100),
    ("Reception", date(2024, 6, 1), 1225, 2, 2, 4, 0, 365),
)


def test_the_funnel_s_bars_are_on_the_scale_of_those_in_contact(look):
    figure = encounters.meeting_funnel(steps(8344, 50, 27, 0), **look)
    assert list(figure.data[0].x) == [None, 50, 27, 0]
    written = [text.strip() for text in figure.data[1].text]
    assert written == ["8.344 Paare", f"50 (0,6{SPACE}%)", f"27 (0,3{SPACE}%)", f"0 (0,0{SPACE}%)"]


def test_the_funnel_s_sentence():
    assert findings.meeting_funnel(steps(1200, 5, 1, 0), GERMAN) == (
        "1.200 Paare begegneten sich im Zeitraum zum ersten Mal; seither in Kontakt: 5, vereinbart: 1, "
        "gemeinsames Vorhaben: 0"
    )
    nobody = findings.meeting_funnel(steps(0, 0, 0, 0), ENGLISH)
    assert nobody == "No pair met for the first time in this period"


def test_each_pair_is_stacked_where_it_got_to(look):
    frame = pd.DataFrame(
        {"period": ["2024-Q1", "2024-Q3"], "pairs": [90, 10], "contact": [9, 1], "agreed": [5, 1], "joint": [2, 0]}
    )
    figure = encounters.funnel_history(frame, **look)
    assert [trace.name for trace in figure.data] == [
        "bis zum gemeinsamen Vorhaben", "bis zur Vereinbarung", "bis zum Kontakt",
    ]  # fmt: skip
    assert [list(trace.y) for trace in figure.data] == [[2, None, 0], [3, None, 1], [4, None, 0]]
    assert findings.funnel_history(frame, GERMAN) == (
        "Seit Beginn begegneten sich 100 Paare zum ersten Mal; seither in Kontakt: 10"
    )


def test_the_curve_is_a_staircase_with_its_band(look):
    frame = curve((0, 0, 0, 0, 9), (100, 0.4, 0.2, 0.6, 9), (200, 1.0, None, None, 2))
    figure = encounters.waiting_curve(frame, since="contact", **look)
    low, high, line = figure.data
    assert list(line.x) == [0, 100, 200]
    assert line.line.shape == low.line.shape == high.line.shape == "hv"
    assert list(low.x) == [0, 100]
    assert list(high.y) == [0, 0.6]


def test_the_curve_is_drawn_to_its_last_rise_and_two_years_at_least(look):
    for rise, watched, drawn in ((100, 400, 400), (100, 1600, 730), (1500, 1600, 1500)):
        frame = curve((0, 0, 0, 0, 9), (rise, 0.4, 0.2, 0.6, 9), (watched, 0.4, 0.2, 0.6, 2))
        figure = encounters.waiting_curve(frame, since="meeting", **look)
        assert list(figure.layout.xaxis.range) == [0, drawn]


def test_the_curve_s_sentence_says_when_half_have_got_there():
    frame = curve((0, 0, 0, 0, 9), (80, 0.4, 0.3, 0.5, 9), (100, 0.55, 0.42, 0.65, 5), (300, 0.7, 0.6, 0.8, 2))
    assert findings.waiting_curve(frame, GERMAN, since="contact") == (
        "Die Hälfte der Kooperationen ist 100 Tage nach dem ersten Kontakt vereinbart (95-%-Bereich 80 bis 300 Tage)"
    )
    assert findings.waiting_curve(frame.head(3), ENGLISH, since="meeting") == (
        "Half of the pairs have agreed on something 100 days after first meeting (95% range from 80 days)"
    )


@pytest.mark.parametrize(("watched", "said"), [(364, "180 Tage"), (365, "365 Tage"), (90, "90 Tage")])
def test_while_it_is_not_half_it_says_how_many_after_the_longest_time_known(watched, said):
    frame = curve((0, 0, 0, 0, 900), (60, 0.006, 0.005, 0.007, 900), (watched, 0.006, 0.005, 0.007, 2))
    assert findings.waiting_curve(frame, GERMAN, since="meeting") == (
        f"{said} nach der ersten Begegnung haben 0,6{SPACE}% der Paare etwas vereinbart "
        f"(95-%-Bereich 0,5{SPACE}% bis 0,7{SPACE}%)"
    )


def test_it_does_not_say_what_it_cannot_know():
    assert findings.waiting_curve(curve((0, 0, 0, 0, 9)), GERMAN, since="contact") == (
        "Noch führte kein Kontakt zu einer Vereinbarung"
    )
    short = curve((0, 0, 0, 0, 9), (60, 0.1, 0, 0.2, 9))
    assert "lässt sich noch nicht sagen" in findings.waiting_curve(short, GERMAN, since="meeting")


def test_both_groups_are_drawn_as_shares_with_their_counts(look):
    figure = encounters.met_before(ratios({}, {"window": 180}), **look)
    assert list(figure.data[0].x) == pytest.approx([278 / 553, 767 / 2185])
    assert "278 von 553" in figure.layout.yaxis.ticktext[0]
    assert "767 von 2.185" in figure.layout.yaxis.ticktext[1]


def test_the_ratio_in_words():
    frame = ratios({}, {"window": 180, "odds_ratio": 3.1, "low": 2.3, "high": 4.1})
    assert findings.met_before(frame, GERMAN, needed=20) == (
        f"50{SPACE}% der Paare, die zu kooperieren begannen, waren sich im Jahr davor bei einer Veranstaltung begegnet, "
        f"von vergleichbaren Paaren 35{SPACE}%"
    )
    assert findings.certainty(frame, ENGLISH) == (
        "Comparing each new pair with its own comparable pairs only, the odds of having met are 3.9 times as high "
        "(95% range 2.8 to 5.3). If visits are shuffled without changing the size of any event or anybody's number of "
        "visits, it is 1.9 on average: so much is explained already by who comes how often where. So high a ratio comes "
        "about in at most 1 of 1,000 shuffles. Counting only encounters in the 180 days before, the ratio is 3.1 "
        "(2.3 to 4.1)."
    )


def test_what_the_ratio_says_and_what_the_bars_alone_would_give():
    # 278 of 553 against 767 of 2,185: 278 * 1,418 / (275 * 767) = 1.87.
    said = findings.ratio_means(ratios({}), ENGLISH)
    assert said.startswith("What the ratio says (odds ratio): pairs that had met in the year before began to cooperate")
    assert "about 3.9 times as often" in said
    assert "The two bars alone would give 1.9." in said
    all_had_met = findings.ratio_means(ratios({"exposed_cases": 553}), ENGLISH)
    assert "3.9 times" in all_had_met
    assert "bars" not in all_had_met
    assert findings.ratio_means(ratios({"odds_ratio": float("nan")}), ENGLISH) == ""


def test_what_chance_may_bring_about_is_not_called_an_association():
    frame = ratios({"odds_ratio": 1.1, "low": 0.8, "high": 1.5, "p_value": 0.34, "finds": False})
    assert findings.met_before(frame, GERMAN, needed=20).startswith("Kein gesicherter Zusammenhang")
    assert "in etwa 340 von 1.000 Fällen" in findings.certainty(frame, GERMAN)


def test_too_few_new_pairs_say_nothing():
    nothing = dict.fromkeys(("odds_ratio", "low", "high", "p_value"), float("nan")) | {"finds": False}
    few = ratios(nothing | {"cases": 7})
    assert findings.met_before(few, GERMAN, needed=20) == (
        "Noch zu wenige neue Paare für einen Vergleich: 7 von mindestens 20"
    )
    assert findings.certainty(few, GERMAN) == ""
    assert "kein Verhältnis" in findings.met_before(ratios(nothing), GERMAN, needed=20)


def test_after_each_event_what_began_is_parted_by_how_soon(look):
    figure = encounters.events_aftermath(AFTER, **look)
    assert [trace.name for trace in figure.data if trace.type == "bar"] == [
        "bis 90 Tage danach", "91 bis 180 Tage", "181 bis 365 Tage", "nennen sie als Ursprung",
    ]  # fmt: skip
    assert [list(trace.x) for trace in figure.data if trace.type == "bar"] == [
        [0, 2, 1], [0, 0, 2], [0, 2, 0], [0, 0, 1],
    ]  # fmt: skip
    assert [text.strip() for text in figure.data[-1].text] == ["0*", "4", "4"]


def test_the_newest_events_are_drawn(look):
    many = events(*((f"E{day}", date(2024, 1, day), 3, 1, 1, 1, 0, 500) for day in range(1, 29)))
    figure = encounters.events_aftermath(many, **look)
    assert len(figure.layout.yaxis.ticktext) == encounters.MOST_EVENTS
    assert figure.layout.yaxis.ticktext[0].startswith("E28")


def test_after_which_event_most_began():
    assert findings.events_aftermath(AFTER, GERMAN) == (
        "Die meisten Kooperationen (4) begannen nach „Forum“ und „Reception“"
    )
    assert findings.events_aftermath(AFTER.iloc[[1]], ENGLISH) == (
        "No cooperation has begun after any event of the period so far"
    )
    same = events(*((f"E{day}", date(2024, 1, day), 3, 1, 1, 1, 0, 500) for day in range(1, 5)))
    assert findings.events_aftermath(same, GERMAN) == (
        "Nach 4 Veranstaltungen begann je 1 Kooperation, nach keiner mehr"
    )
