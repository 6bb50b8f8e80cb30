"""Paths of targets and their status: what is drawn, written and said."""

from datetime import date
from itertools import product
from xml.etree import ElementTree

import pandas as pd
import pytest

from analytics.charts import describe
from analytics.charts.palette import PALETTES, contrast
from analytics.charts.progress.target_findings import target_path as find
from analytics.charts.progress.target_findings import targets_summary
from analytics.charts.progress.target_status import SIGNS, progress_bar, status_colour, status_word
from analytics.charts.progress.targets import target_path
from analytics.kpis import STATUSES
from analytics.language import Language

COURSE = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-01", "2024-03-31", "2024-06-30", "2024-12-31"]),
        "on_path": [0.0, 25.0, 50.0, 100.0],
        "milestone": [None, None, 50.0, 100.0],
        "amber": [0.0, 22.5, 45.0, 90.0],
        "red": [0.0, 17.5, 35.0, 70.0],
        "actual": [None, 30.0, 40.0, None],
    }
)
AHEAD = COURSE.assign(
    outlook=[None, None, 40.0, 82.0], outlook_low=[None, None, 40.0, 70.0], outlook_high=[None, None, 40.0, 95.0]
)
LEVEL = pd.DataFrame(
    {
        "day": pd.to_datetime(["2024-01-01", "2024-12-31"]),
        "on_path": [0.8, 0.92],
        "milestone": [None, 0.92],
        "amber": [0.8, 0.908],
        "red": [0.8, 0.884],
        "actual": [None, 0.9],
    }
)


def traces(figure):
    return {trace.name: trace for trace in figure.data if trace.name}


def draw(frame, look, label="Veranstaltungen", unit="count"):
    return target_path(frame, label=label, unit=unit, **look)


def test_path_milestones_and_actual_values(look):
    drawn = traces(draw(COURSE, look))
    assert list(drawn["Soll-Pfad"].y) == [0, 25, 50, 100]
    assert drawn["Soll-Pfad"].line.dash == "dash"
    assert list(drawn["Meilenstein"].y) == [50, 100]
    assert list(drawn["Ist"].y) == [30, 40]
    assert drawn["Ist"].customdata[1] == "30.06.2024<br>Veranstaltungen: <b>40</b>"


def test_the_zones_lie_between_the_thresholds_and_below_the_second(look):
    figure = draw(COURSE, look)
    drawn = traces(figure)
    assert list(drawn["Gefährdet"].y) == [0, 17.5, 35, 70]
    assert list(drawn["Im Rückstand"].y) == [0] * 4
    assert drawn["Gefährdet"].fill == drawn["Im Rückstand"].fill == "tonexty"
    before = [trace for trace in figure.data if trace.line.dash == "dot"]
    assert [list(trace.y) for trace in before] == [[0, 22.5, 45, 90], [0, 17.5, 35, 70]]


def test_the_legend_begins_with_what_is_reached(look):
    figure = draw(AHEAD, look)
    named = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert figure.layout.legend.traceorder == "reversed"
    assert named[::-1] == ["Ist", "Meilenstein", "Soll-Pfad", "Ausblick", "Im Rückstand", "Gefährdet"]


def test_where_the_path_leads_down_the_zones_lie_above(look):
    falling = COURSE.assign(**{name: 100 - COURSE[name] for name in ("on_path", "milestone", "amber", "red", "actual")})
    figure = target_path(falling, label="x", unit="count", less_is_better=True, **look)
    assert list(traces(figure)["Im Rückstand"].y) == [figure.layout.yaxis.range[1]] * 4


def test_the_outlook_fans_out_from_the_last_known_value(look):
    figure = draw(AHEAD, look)
    drawn = traces(figure)
    assert list(drawn["Ausblick"].y) == [40, 82]
    assert drawn["Ausblick"].customdata[1] == "31.12.2024<br>Ausblick: <b>82</b><br>Spanne: 70 bis 95"
    bands = [list(trace.y) for trace in figure.data if trace.line.width == 0 and trace.name is None]
    assert bands == [[40, 95], [40, 70]]
    assert "Ausblick" not in traces(draw(COURSE, look))
    assert "Ausblick" not in traces(draw(AHEAD.assign(outlook=None), look))


def test_the_axis_holds_everything_and_begins_at_0(look):
    low, high = draw(AHEAD, look).layout.yaxis.range
    assert low == 0
    assert high >= 100


def test_far_from_0_the_axis_is_cut_and_says_so(look):
    figure = draw(LEVEL, look, unit="share")
    low, high = figure.layout.yaxis.range
    assert 0.7 < low < 0.8
    assert high > 0.92
    assert figure.layout.title.text.replace("<br>", " ").endswith("die Achse beginnt nicht bei 0")
    assert figure.layout.yaxis.ticktext[0].endswith("%")


def test_a_path_that_has_not_begun_is_drawn_without_actual_values(look):
    drawn = traces(draw(COURSE.assign(actual=None), look))
    assert list(drawn["Ist"].y) == []
    assert list(drawn["Soll-Pfad"].y) == [0, 25, 50, 100]


def test_nothing_to_draw_says_so(look):
    assert not draw(COURSE.head(0), look).data


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_alt_text_is_short_and_names_the_values(code):
    figure = target_path(
        COURSE, label="Unternehmen mit Forschung (RCO10-nah)", unit="count", language=Language(code), theme="light"
    )
    assert len(describe(figure)) <= 90
    assert "40" in describe(figure)
    assert "100" in describe(figure)


def test_a_label_is_data(look):
    figure = draw(COURSE, look, label='<b>x</b><a href="javascript:1"> %{x}')
    hover = traces(figure)["Ist"].customdata[0]
    assert "<a" not in hover
    assert "&lt;b&gt;x" in hover


def test_the_finding_says_actual_due_and_status(german):
    said = find(COURSE, german, label="Veranstaltungen", unit="count", status="at_risk")
    assert said == "Veranstaltungen: Ist 40, Soll 50 am 30.06.2024 – gefährdet"
    bare = COURSE.assign(actual=None)
    assert "nicht bestimmt" in find(bare, german, label="X", unit="count", status="undefined")
    assert "noch nicht begonnen" in find(bare, german, label="X", unit="count", status="not_begun")


def running(*statuses, day=date(2024, 7, 1)):
    return pd.DataFrame({"status": statuses, "starts_on": date(2024, 1, 1), "ends_on": date(2024, 12, 31), "day": day})


def test_the_summary_counts_and_tells_the_time(german):
    # 182 of 365 days.
    frame = running("met", "on_course", "on_course", "at_risk", "behind", "undefined")
    assert targets_summary(frame, german) == (
        "3 von 6 laufenden Zielen erreicht oder auf Kurs, 1 gefährdet, 1 im Rückstand, 1 nicht bestimmbar; "
        "50\N{NO-BREAK SPACE}% der Laufzeit sind vergangen"
    )
    assert targets_summary(running("met"), german).startswith("1 von 1 laufendem Ziel erreicht oder auf Kurs; 50")


def test_the_time_is_that_of_the_longest_run(german):
    both = pd.concat([running("met"), running("met").assign(starts_on=date(2022, 1, 1), ends_on=date(2025, 12, 31))])
    assert "62\N{NO-BREAK SPACE}% der Laufzeit" in targets_summary(both, german)


def test_without_a_running_target_the_summary_says_so(german):
    assert targets_summary(running(), german) == "Zurzeit läuft kein Ziel"


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_a_sign_and_a_word_of_its_own(status):
    for code in ("de", "en"):
        words = {status_word(other, Language(code)) for other in STATUSES}
        assert len(words) == len(STATUSES) == len(set(SIGNS.values()))
        assert status_word(status, Language(code)).startswith(SIGNS[status])


@pytest.mark.parametrize(("status", "theme"), list(product(STATUSES, PALETTES)))
def test_a_status_stands_out_from_the_page(status, theme):
    assert contrast(status_colour(status, theme), PALETTES[theme].surface) >= 3


def bars(svg):
    return [
        (float(bar.get("x")), float(bar.get("width")))
        for bar in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}rect")
    ]


def test_a_bar_shows_what_is_done_and_what_is_due():
    track, done, due = bars(progress_bar(0.25, 0.5, "behind", theme="light"))
    assert done[1] == pytest.approx(0.25 * (track[1] + 1))
    assert due[0] == pytest.approx(0.5 * (track[1] + 1 - due[1]))


@pytest.mark.parametrize(("share", "part"), [(-0.5, 0), (1.7, 1), (None, 0)])
def test_a_bar_ends_where_its_track_ends(share, part):
    track, done, *_ = bars(progress_bar(share, None, "met", theme="dark"))
    assert done[1] == pytest.approx(part * (track[1] + 1))
    assert len(bars(progress_bar(share, None, "met", theme="dark"))) == 2
