"""Who works with whom, and how does that network grow?"""

from typing import Literal

import streamlit as st

from pages.cooperation.answer import network_answer
from pages.cooperation.bridges import network_bridges
from pages.cooperation.files import network_files
from pages.cooperation.film_view import network_film
from pages.cooperation.groups import network_groups
from pages.cooperation.measures import network_measures
from pages.cooperation.mixing import network_mixing
from pages.cooperation.stages import network_stages
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import network
from pages.parts.page_context import PageContext
from pages.parts.questions import answer

Section = Literal["measures", "mixing", "stages", "bridges", "groups", "files"]
_SECTIONS: tuple[Section, ...] = ("measures", "mixing", "stages", "bridges", "groups", "files")
_OF_MASKED: tuple[Section, ...] = ("measures", "groups", "files")
"""Those that neither name who stands between others nor part the ties by kind or stage."""
_OF_A_DAY = {"measures", "mixing", "bridges", "groups"}
"""The sections in which either what is running counts, or all so far."""


def show(context: PageContext) -> None:
    """The answer in plain sentences, the film, and one section at a time of what lies behind it."""
    st.title(context.text("cooperation.question"), anchor=False)
    found = network(context)
    if found.memberships.empty:
        key = "cooperation.none" if found.cooperations.empty else "cooperation.none_agreed"
        told = [context.text(key)]
        recorded = answer(context, "cooperations_recorded").iloc[0]
        if undated := int(recorded["undated"]):
            told.append(context.text("frame.lacks_cooperations", n=undated))
        for left_out in ("one_sided", "contradictory"):
            if count := int(recorded[left_out]):
                told.append(context.text(f"cooperation.{left_out}", n=count))
        st.info(escape_markdown(" ".join(told)), icon=":material/hub:")
        return
    network_answer(context)
    network_film(context)
    if context.view.is_masked:
        st.caption(escape_markdown(context.text("cooperation.masked")))
    _sections(context)


@st.fragment
def _sections(context: PageContext) -> None:
    """Only what is chosen is computed and drawn, and a choice leaves the rest of the page as it stands."""
    st.header(context.text("cooperation.section"), anchor=False)
    section: Section = st.segmented_control(
        context.text("cooperation.section"),
        _OF_MASKED if context.view.is_masked else _SECTIONS,
        default="measures",
        format_func=lambda name: context.text(f"cooperation.section_{name}"),
        key="network_section",
        label_visibility="collapsed",
        required=True,
    )
    cumulative = section in _OF_A_DAY and _is_cumulative(context)
    if section == "measures":
        network_measures(context, cumulative=cumulative)
    elif section == "mixing":
        network_mixing(context, cumulative=cumulative)
    elif section == "stages":
        network_stages(context)
    elif section == "bridges":
        network_bridges(context, cumulative=cumulative)
    elif section == "groups":
        network_groups(context, cumulative=cumulative)
    else:
        network_files(context)


def _is_cumulative(context: PageContext) -> bool:
    chosen = st.segmented_control(
        context.text("cooperation.counted"),
        ("active", "cumulative"),
        default="active",
        format_func=lambda name: context.text(f"cooperation.{name}"),
        key="network_counted",
        required=True,
    )
    st.caption(escape_markdown(context.text(f"cooperation.{chosen}_read", day=context.language.date(context.day))))
    return chosen == "cumulative"
