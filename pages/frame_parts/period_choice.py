"""The period of the scope bar: from one quarter to another, and the steps in which it is shown."""

from collections.abc import Sequence

import streamlit as st

from analytics.language import Language
from analytics.warehouse import GRAINS, Grain, Period, View, periods_between

_YEAR = 4
"""Quarters."""


def usual_period(view: View | None) -> tuple[str | None, str | None]:
    """The names of the first and the last quarter that are shown at first: the last four with data."""
    quarters = _quarters(view)
    latest = [quarter for quarter in quarters if view and view.last_day and quarter.starts_on <= view.last_day]
    return (latest[-_YEAR:][0].name, latest[-1].name) if latest else (None, None)


def chosen_period(view: View) -> tuple[Period, Grain]:
    """The period that is chosen, and the steps in which it is shown; the usual ones where nothing known is."""
    first, last = _chosen_quarters(view)
    return Period.spanning(first, last), st.session_state["grain"]


def period_choice(view: View, language: Language) -> tuple[Period, Grain]:
    """Draw the choice; see :func:`chosen_period`."""
    first, last = _chosen_quarters(view)
    names = [quarter.name for quarter in _quarters(view)]
    usual = usual_period(view)
    with st.popover(_period_title(language, first, last), icon=":material/date_range:"):
        _shortcuts(names, str(usual[0]), str(usual[1]), language)
        left, right = st.columns(2)
        left.selectbox(language.text("scope.from"), names, format_func=language.period, key="from")
        right.selectbox(language.text("scope.until"), names, format_func=language.period, key="until")
        st.segmented_control(
            language.text("scope.grain"),
            GRAINS,
            format_func=lambda grain: language.text(f"scope.{grain}"),
            key="grain",
            required=True,
        )
    return chosen_period(view)


def _chosen_quarters(view: View) -> tuple[Period, Period]:
    """The first and the last quarter of what is chosen; what is not known in the session is put right."""
    quarters, state = {period.name: period for period in _quarters(view)}, st.session_state
    for name, quarter in zip(("from", "until"), usual_period(view), strict=True):
        if state.get(name) not in quarters:
            state[name] = quarter
    if state["grain"] not in GRAINS:
        state["grain"] = "quarter"
    first, last = sorted((quarters[state["from"]], quarters[state["until"]]))
    return first, last


def _period_title(language: Language, first: Period, last: Period) -> str:
    if first == last:
        return language.period(first.name)
    return f"{language.period(first.name, short=True)} – {language.period(last.name, short=True)}"


def _shortcuts(names: Sequence[str], usual_from: str, usual_until: str, language: Language) -> None:
    def choose(first: str, last: str) -> None:
        st.session_state["from"], st.session_state["until"] = first, last

    year = usual_until[:4]
    this_year = [name for name in names if name.startswith(year)]
    before = [name for name in names if name.startswith(str(int(year) - 1))]
    shortcuts = {
        "last_year": [usual_from, usual_until],
        "this_year": this_year,
        "year_before": before,
        "all_time": list(names),
    }
    with st.container(horizontal=True):
        for key, chosen in shortcuts.items():
            if chosen:
                st.button(
                    language.text(f"scope.{key}"),
                    key=f"shortcut_{key}",
                    on_click=choose,
                    args=(chosen[0], chosen[-1]),
                    type="tertiary",
                )


def _quarters(view: View | None) -> list[Period]:
    if view is None or view.first_day is None or view.last_day is None:
        return []
    return periods_between(view.first_day, view.until_day or view.last_day, "quarter")
