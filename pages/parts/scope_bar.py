"""The scope bar: which period, which organisations, districts and topics a page speaks of."""

from collections.abc import Sequence

import streamlit as st

from analytics.charts import Theme
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.warehouse import GRAINS, Grain, Period, Scope, View, periods_between
from pages.parts.address import Choice
from pages.parts.scope_names import district_names, topic_names
from pages.parts.visit import Visit

_YEAR = 4


def defaults(view: View | None) -> dict[str, Choice]:
    """What is chosen where the address says nothing: the last four quarters with data, everything in them."""
    quarters = _quarters(view)
    latest = [quarter for quarter in quarters if view and view.last_day and quarter.starts_on <= view.last_day]
    return {
        "lang": "de",
        "from": latest[-_YEAR:][0].name if latest else None,
        "until": latest[-1].name if latest else None,
        "grain": "quarter",
        "kinds": [],
        "districts": [],
        "topics": [],
        "coordinator": None,
        "event": None,
        "evening": None,
        "organisation": None,
        "section": "organisations",
        "area": "westphalia",
        "scale": "count",
        "district": None,
        "year": None,
    }


def scope_bar(view: View, language: Language, theme: Theme) -> Visit:
    """Draw the bar and give what is chosen on it."""
    period, grain = _period_choice(view, language)
    scope = _scope_choice(view, language)
    return Visit(view, language, theme, period, grain, scope)


def _quarters(view: View | None) -> list[Period]:
    if view is None or view.first_day is None or view.last_day is None:
        return []
    return periods_between(view.first_day, view.until_day or view.last_day, "quarter")


def _period_choice(view: View, language: Language) -> tuple[Period, Grain]:
    quarters = {period.name: period for period in _quarters(view)}
    names = list(quarters)
    state = st.session_state
    usual = defaults(view)
    for name in ("from", "until"):
        if state.get(name) not in quarters:
            state[name] = usual[name]
    if state["grain"] not in GRAINS:
        state["grain"] = "quarter"
    first, last = sorted((quarters[state["from"]], quarters[state["until"]]))
    with st.popover(_period_title(language, first, last), icon=":material/date_range:"):
        _shortcuts(names, str(usual["from"]), str(usual["until"]), language)
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
    return Period.spanning(first, last), state["grain"]


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


def _scope_choice(view: View, language: Language) -> Scope:
    """What is chosen; masked audiences are shown the whole network, so only the coordinator is a choice."""
    return Scope(with_coordinator=_coordinator(language)) if view.is_masked else _parts_choice(view, language)


def _coordinator(language: Language) -> bool:
    """Whether the coordinator counts as a partner."""
    state = st.session_state
    counted = st.toggle(
        language.text("scope.coordinator"),
        value=state.get("coordinator") == "1",
        help=language.text("scope.coordinator_help"),
    )
    state["coordinator"] = "1" if counted else None
    return counted


def _parts_choice(view: View, language: Language) -> Scope:
    kinds = ENUMERATIONS["organisation_kind"]
    districts = district_names(view, language)
    topics = topic_names(view, language)
    state = st.session_state
    for name, known in (("kinds", kinds.tokens), ("districts", districts), ("topics", topics)):
        state[name] = [chosen for chosen in dict.fromkeys(state.get(name) or []) if chosen in known]
    chosen = len(state["kinds"]) + len(state["districts"]) + len(state["topics"])
    title = language.text("scope.filtered", n=chosen) if chosen else language.text("scope.unfiltered")
    with st.popover(title, icon=":material/filter_alt:"):
        st.multiselect(
            language.text("scope.kinds"),
            kinds.tokens,
            format_func=lambda kind: kinds.label_of(kind, language.code),
            key="kinds",
            placeholder=language.text("scope.all"),
        )
        st.multiselect(
            language.text("scope.districts"),
            list(districts),
            format_func=lambda district: districts[district],
            key="districts",
            placeholder=language.text("scope.all"),
        )
        if topics:
            st.multiselect(
                language.text("scope.topics"),
                list(topics),
                format_func=lambda topic: topics[topic],
                key="topics",
                placeholder=language.text("scope.all"),
            )
        coordinator = _coordinator(language)
    return Scope(
        kinds=tuple(state["kinds"]) or None,
        districts=tuple(state["districts"]) or None,
        topics=tuple(state["topics"]) or None,
        with_coordinator=coordinator,
    )
