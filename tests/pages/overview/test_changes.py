"""What changed, in sentences made from standings: more or fewer or the same, and what got worst. Standings by hand."""

from datetime import date

import pytest

from analytics.kpis import CATALOGUE, Standing, changes
from analytics.language import Language

UNTIL = date(2024, 3, 31)
GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"


def stands(kpi, value, before=None):
    return Standing(CATALOGUE[kpi], value, before, None, (), None)


def told(*standings, language=GERMAN):
    return changes(standings, UNTIL, language)


def test_more_than_before_and_who_is_new():
    reached, new = stands("organisations_reached", 1234, 1200), stands("newcomers", 7, 7)
    assert told(reached, new) == [
        "1.234 Organisationen wurden erreicht, 34 mehr als im Vorzeitraum; 7 davon zum ersten Mal."
    ]
    assert told(reached, new, language=ENGLISH) == [
        "1,234 organisations were reached, 34 more than in the period before; 7 of them for the first time."
    ]


def test_fewer_than_before():
    # Less than a tenth fewer is not worth a sentence of its own.
    assert told(stands("organisations_reached", 95, 100)) == [
        "95 Organisationen wurden erreicht, 5 weniger als im Vorzeitraum."
    ]


def test_as_many_as_before():
    assert told(stands("organisations_reached", 2, 2)) == [
        "2 Organisationen wurden erreicht, so viele wie im Vorzeitraum."
    ]


def test_one_is_one():
    assert told(stands("organisations_reached", 1), stands("newcomers", 1)) == [
        "1 Organisation wurde erreicht; 1 davon zum ersten Mal."
    ]


def test_where_the_period_before_is_not_known_nothing_is_compared():
    assert told(stands("organisations_reached", 5)) == ["5 Organisationen wurden erreicht."]


def test_cooperations_that_are_active_and_that_began():
    standings = (stands("active_cooperations", 12, 10), stands("new_cooperations", 1, 0))
    assert told(*standings) == [
        "Am 31.03.2024 waren 12 Kooperationen aktiv, 2 mehr als im Vorzeitraum; 1 wurde im Zeitraum vereinbart."
    ]
    assert told(*standings, language=ENGLISH) == [
        "On 31 Mar 2024 12 cooperations were active, 2 more than in the period before; 1 was agreed in the period."
    ]


def test_what_got_worse_most_as_a_share_of_its_value_before():
    # Events fell by a quarter, the share by half; the no-show rate, of which less is better, doubled.
    assert told(stands("events_held", 3, 4), stands("sme_share", 0.3, 0.6), stands("no_show_rate", 0.25, 0.125)) == [
        f"Am deutlichsten verschlechtert: No-Show-Quote, von 12,5{SPACE}% auf 25,0{SPACE}%."
    ]
    assert told(stands("events_held", 3, 4), stands("sme_share", 0.3, 0.6), language=ENGLISH) == [
        "Worsened most: SME share, from 60.0% to 30.0%."
    ]


@pytest.mark.parametrize(("value", "before"), [(91, 100), (100, 100), (200, 100), (1, None), (None, 100), (1, 0)])
def test_what_is_not_worse_by_a_tenth_or_cannot_be_said_is_not_told(value, before):
    assert told(stands("events_held", value, before)) == []


def test_a_tenth_is_worth_a_sentence():
    assert told(stands("events_held", 90, 100)) == ["Am deutlichsten verschlechtert: Veranstaltungen, von 100 auf 90."]


def test_less_of_what_is_better_down_is_no_worsening():
    assert told(stands("no_show_rate", 0.1, 0.5)) == []


def test_where_nothing_is_known_nothing_is_told():
    assert told() == []
    assert told(stands("organisations_reached", 0, 10), stands("active_cooperations", None)) == [
        "Am deutlichsten verschlechtert: Erreichte Organisationen, von 10 auf 0."
    ]
    assert told(stands("organisations_reached", 0, 0), stands("active_cooperations", 0)) == []


def test_the_changes_of_a_standing():
    standing = Standing(CATALOGUE["events_held"], 5, 3, 8, (), None)
    assert (standing.change, standing.year_change) == (2, -3)
    undefined = Standing(CATALOGUE["events_held"], None, 3, 8, (), None)
    assert (undefined.change, undefined.year_change) == (None, None)
