"""The scope bar: which period, which organisations, districts and topics a page speaks of."""

import streamlit as st

from analytics.charts import Theme
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.warehouse import EVERYTHING, Scope, View
from pages.frame_parts.address import Choice, keep_choices
from pages.frame_parts.period_choice import chosen_period, period_choice, usual_period
from pages.frame_parts.scope_names import district_names, topic_names
from pages.parts.page_context import PageContext


def defaults(view: View | None) -> dict[str, Choice]:
    """What is chosen where the address says nothing: the last four quarters with data, everything in them."""
    first, last = usual_period(view)
    return {
        "lang": "de",
        "from": first,
        "until": last,
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


def scope_bar(view: View, language: Language, theme: Theme, page: str) -> PageContext:
    """Draw of the bar what has an effect on the ``page``, and give what is chosen.

    Targets and indicators speak of the whole network. On the page of the region masked audiences choose a calendar
    year of the whole network, on the page itself.
    """
    keep_choices()
    has_period = not (view.is_masked and page == "region")
    has_scope = has_period and page != "progress"
    period, grain = period_choice(view, language) if has_period else chosen_period(view)
    scope = _scope_choice(view, language) if has_scope else EVERYTHING
    return PageContext(view, language, theme, period, grain, scope)


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
