"""Organisations as masked audiences may know them: those that agreed to be named, and whom they work with."""

import pandas as pd
import streamlit as st

from analytics.language.search import matching
from pages.organisations.network import organisation_network
from pages.organisations.profile import cooperations_of, facts_of, partners_of
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.organisation_table import organisation_table
from pages.parts.page_context import PageContext
from pages.parts.questions import answer


def named_directory(context: PageContext, named: pd.DataFrame) -> None:
    """The organisations of ``named``, rows of the question "organisations_named", to search, open and take away."""
    st.markdown(escape_markdown(context.text("organisations.named_count", n=len(named))))
    typed = st.text_input(
        context.text("organisations.search"),
        key="organisation_search",
        placeholder=context.text("organisations.search_placeholder"),
        icon=":material/search:",
    )
    found = named[matching(named["name"], typed)]
    if found.empty:
        st.info(context.text("organisations.no_match"), icon=":material/search_off:")
        return
    shown = found.drop(columns="period")
    organisation_table(
        context, "organisation_rows", shown, alt=context.text("organisations.table_alt", n=len(found)), opens=True
    )
    downloads(context, "organisations", shown, title=context.text("organisations.navigation"))


def named_profile(context: PageContext, organisation_id: str, named: pd.DataFrame) -> None:
    """One of them: what it is, its network, its cooperations and partners; partners without consent by number."""
    row = named[named["organisation_id"] == organisation_id].iloc[0]
    st.header(escape_markdown(str(row["name"])), anchor=False)
    st.markdown(escape_markdown(facts_of(context, organisation_id)))
    st.caption(escape_markdown(context.text("organisations.unnamed")))
    if pd.notna(row["cooperations_now"]):
        names = dict(zip(named["organisation_id"], named["name"], strict=True))
        organisation_network(context, organisation_id, names)
        cooperations_of(
            context, answer(context, "organisation_cooperations", [context.period], organisation_id=organisation_id)
        )
        partners_of(context, organisation_id)
