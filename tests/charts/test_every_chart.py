"""What all charts promise: both languages, both themes, any number of rows, nothing undefined drawn, safe text."""

import json
from datetime import date, timedelta
from functools import partial

import pandas as pd
import pytest

from analytics.charts import describe
from analytics.charts.events import encounters, events
from analytics.charts.growth import growth, pathway
from analytics.charts.growth.network_growth import network_growth
from analytics.charts.intake import intake
from analytics.charts.kpis import kpi
from analytics.language import Language

HOSTILE = '<b>x</b><a href="javascript:1">y</a>'
LONG = "Wissenschaftstransferveranstaltung zur Kreislaufwirtschaft in der metallverarbeitenden Industrie " * 2
EVENTS = pd.DataFrame({"starts_on": [date(2016, 5, 1)] * 2, "title": [HOSTILE, LONG], "format": ["reception", LONG]})
CHARTS = {
    "organisations_reached": growth.organisations_reached,
    "arrivals": growth.arrivals,
    "retention": growth.retention,
    "kinds_over_time": growth.kinds_over_time,
    "kinds_over_time_share": partial(growth.kinds_over_time, share=True),
    "attendance_steps": events.attendance_steps,
    "kind_mix": events.kind_mix,
    "events_compared": partial(events.events_compared, measure="newcomers"),
    "feedback": events.feedback,
    "kpi_series": partial(kpi.kpi_series, label="Kooperierende Organisationen", unit="count"),
    "kpi_split": partial(kpi.kpi_split, label="Kooperierende Organisationen", unit="count"),
    "completeness": intake.completeness,
    "meeting_funnel": encounters.meeting_funnel,
    "funnel_history": encounters.funnel_history,
    "waiting_meeting": partial(encounters.waiting_curve, since="meeting"),
    "waiting_contact": partial(encounters.waiting_curve, since="contact"),
    "met_before": encounters.met_before,
    "events_aftermath": encounters.events_aftermath,
    "pathway_steps": pathway.pathway_steps,
    "pathway_pace": pathway.pathway_pace,
    "pathway_stops": partial(pathway.pathway_stops, by="kind"),
    "network_growth": partial(network_growth, events=EVENTS),
}


LISTS = ("kind_mix", "kpi_split", "completeness")
"""Charts that list their rows, each with a dash where it has no value, and so are empty only without rows."""


def frame_for(name, rows, text=LONG):
    """A frame of ``rows`` periods, events or segments, whose second value is undefined."""
    periods = [f"{2016 + place // 4}-Q{place % 4 + 1}" for place in range(rows)]
    values = [None if place == 1 else 1000.0 + 7 * place for place in range(rows)]
    shares = [None if value is None else value / 2000 for value in values]
    cohorts = [(2016 + row, after) for row in range(min(rows, 10)) for after in range(min(rows, 10) - row)]
    kinds = {
        "period": [period for period in periods for _ in range(2)],
        "kind": ["public", text] * rows,
        "organisations": [value for value in values for _ in range(2)],
    }
    waited = {
        "days_after": [30 * place for place in range(rows)],
        "waiting": values,
        **dict.fromkeys(("share", "low", "high"), shares),
    }
    columns = {
        "organisations_reached": {"period": periods, "cumulative": values, "active": values},
        "arrivals": {"period": periods, **dict.fromkeys(("new", "returning", "back_again", "lapsed"), values)},
        "retention": {
            "cohort": [str(cohort) for cohort, _ in cohorts],
            "year_after": [after for _, after in cohorts],
            "share": [None if place == 1 else 0.5 for place in range(len(cohorts))],
            "organisations": 30,
        },
        "kinds_over_time": kinds,
        "kinds_over_time_share": kinds,
        "attendance_steps": {"step": events.STEPS[:rows], "value": values[: len(events.STEPS)]},
        "kind_mix": {"kind": [f"{text}{place}" for place in range(rows)], "organisations": values},
        "events_compared": {
            "event_id": periods,
            "title": text,
            "starts_on": [date(2016, 1, 1) + timedelta(days=90 * place) for place in range(rows)],
            "format": ["reception" if place % 2 else text for place in range(rows)],
            **dict.fromkeys(("attended", "organisations", "newcomers", "mix"), values),
        },
        "feedback": {"answer": range(1, min(rows, 5) + 1), "answers": values[:5]},
        "kpi_series": {"period": periods, "value": values, "target": 1200},
        "kpi_split": {"segment": [f"{text}{place}" for place in range(rows)], "value": values},
        "meeting_funnel": {"step": ("met", "contact", "agreed", "joint")[:rows], "pairs": values[:4]},
        "funnel_history": {"period": periods, **dict.fromkeys(("contact", "agreed", "joint"), values)},
        "waiting_meeting": waited,
        "waiting_contact": waited,
        "met_before": dict.fromkeys(("cases", "exposed_cases", "controls", "exposed_controls"), values),
        "events_aftermath": {
            "title": text,
            "starts_on": [date(2016, 1, 1) + timedelta(days=90 * place) for place in range(rows)],
            "days_passed": [90 * place for place in range(rows)],
            **dict.fromkeys(("pairs", "within_90", "within_180", "within_365", "otherwise"), values),
        },
        "pathway_steps": {
            "step": pathway.STEPS[:rows],
            "organisations": values[: len(pathway.STEPS)],
            **dict.fromkeys(("share", "moved_on_share"), shares[: len(pathway.STEPS)]),
        },
        "pathway_pace": {"step": ["again"] * rows, "days": [30 * place for place in range(rows)], "share": shares},
        "pathway_stops": {
            "kind": [f"{text}{place}" for place in range(rows)],
            "step": ["agreed" if place % 2 else "reached" for place in range(rows)],
            "organisations": values,
        },
        "network_growth": {
            "period": periods,
            "ends_on": [date(2016, 3, 31) + timedelta(days=91 * place) for place in range(rows)],
            **dict.fromkeys(("participations", "reached", "nodes", "ties"), values),
        },
        "completeness": {
            "table": text,
            "column": text,
            "filled": [None if value is None else value / 2000 for value in values],
            "rows": 1412,
        },
    }
    return pd.DataFrame(columns[name])


@pytest.fixture(params=["de", "en"])
def language(request):
    return Language(request.param)


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


def strings(value):
    """Every text anywhere in a figure's JSON."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("rows", [1, 2, 40])
@pytest.mark.parametrize("name", CHARTS)
def test_it_draws_any_number_of_rows(name, rows, language, theme):
    figure = CHARTS[name](frame_for(name, rows), language=language, theme=theme)
    assert figure.data
    assert figure.layout.height
    assert figure.layout.width is None
    drawn = json.loads(figure.to_json())
    assert "NaN" not in figure.to_json()
    assert not any(text in ("nan", "None", "<NA>") for text in strings(drawn))


def is_kindly_empty(figure, language):
    return not figure.data and [note.text for note in figure.layout.annotations] == [language.text("charts.nothing")]


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_frame_gives_a_kind_sentence(name, language, theme):
    for frame in (pd.DataFrame(), frame_for(name, 3).iloc[:0]):
        assert is_kindly_empty(CHARTS[name](frame, language=language, theme=theme), language)


@pytest.mark.parametrize("name", [name for name in CHARTS if name not in LISTS])
def test_so_does_a_frame_of_undefined_values(name, language, theme):
    frame = frame_for(name, 3)
    undefined = frame.assign(**dict.fromkeys(frame.select_dtypes("float").columns, None))
    assert is_kindly_empty(CHARTS[name](undefined, language=language, theme=theme), language)


@pytest.mark.parametrize("name", CHARTS)
def test_the_alt_text_is_short_plain_and_in_the_readers_language(name, language):
    text = describe(CHARTS[name](frame_for(name, 40), language=language, theme="light"))
    assert 10 < len(text) <= 90
    assert "<" not in text
    assert "{" not in text
    other = Language("en" if language.code == "de" else "de")
    assert text != describe(CHARTS[name](frame_for(name, 40), language=other, theme="light"))


@pytest.mark.parametrize("name", CHARTS)
def test_text_from_the_data_is_never_markup(name, language, theme):
    figure = CHARTS[name](frame_for(name, 3, text=HOSTILE), language=language, theme=theme)
    figure.layout.meta = None
    shown = [text for text in strings(json.loads(figure.to_json())) if "javascript" in text or "<a" in text]
    allowed = {trace.legendgroup for trace in figure.data if "legendgroup" in trace}
    assert all("<a" not in text and "<b>x" not in text for text in shown if text not in allowed)


@pytest.mark.parametrize("name", CHARTS)
def test_no_finding_stands_inside_the_plot(name, language):
    """The title's place holds the unit of the value axis, quiet and small; findings stand above the chart."""
    figure = CHARTS[name](frame_for(name, 3), language=language, theme="light")
    assert len(figure.layout.title.text or "") <= 60
    assert figure.layout.template.layout.title.font.size <= 13


@pytest.mark.parametrize("name", CHARTS)
def test_the_frame_is_left_as_it_was(name, language):
    frame = frame_for(name, 3)
    before = frame.copy(deep=True)
    CHARTS[name](frame, language=language, theme="light")
    pd.testing.assert_frame_equal(frame, before)
