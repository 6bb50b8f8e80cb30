"""Organisations as masked audiences may know them: those that agreed to be named, and whom they work with."""

import pandas as pd
import streamlit as st

from analytics.language.search import matching
from pages.organisations.network import organisation_network
from pages.organisations.profile import cooperations_of, facts_of, partners_of
from pages.parts.downloads import downloads
from pages.parts.organisation_table import organisation_table
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit


def named_directory(visit: Visit, named: pd.DataFrame) -> None:
    """The organisations of ``named``, rows of the question "organisations_named", to search, open and take away."""
    st.markdown(plain(visit.text("organisations.named_count", n=len(named))))
    typed = st.text_input(
        visit.text("organisations.search"),
        key="organisation_search",
        placeholder=visit.text("organisations.search_placeholder"),
        icon=":material/search:",
    )
    found = named[matching(named["name"], typed)]
    if found.empty:
        st.info(visit.text("organisations.no_match"), icon=":material/search_off:")
        return
    shown = found.drop(columns="period")
    organisation_table(
        visit, "organisation_rows", shown, alt=visit.text("organisations.table_alt", n=len(found)), opens=True
    )
    downloads(visit, "organisations", shown, title=visit.text("organisations.navigation"))


def named_profile(visit: Visit, organisation_id: str, named: pd.DataFrame) -> None:
    """One of them: what it is, its network, its cooperations and partners; partners without consent by number."""
    row = named[named["organisation_id"] == organisation_id].iloc[0]
    st.header(plain(str(row["name"])), anchor=False)
    st.markdown(plain(facts_of(visit, organisation_id)))
    st.caption(plain(visit.text("organisations.unnamed")))
    if pd.notna(row["cooperations_now"]):
        names = dict(zip(named["organisation_id"], named["name"], strict=True))
        organisation_network(visit, organisation_id, names)
        cooperations_of(
            visit, answer(visit, "organisation_cooperations", [visit.period], organisation_id=organisation_id)
        )
        partners_of(visit, organisation_id)
