"""What does each number mean?"""

import streamlit as st

from analytics.kpis import CATALOGUE, GROUPS, Kpi
from analytics.language import Language
from analytics.warehouse import View
from pages.methodology.back_test import back_test_of
from pages.methodology.outlook_test import outlook_test
from pages.parts.definition import definition
from pages.parts.escape_markdown import escape_markdown


def show_without_scope(view: View | None, language: Language) -> None:
    """The rules that hold for all numbers, then every KPI by its group, then where the reference data is from."""
    st.title(language.text("methodology.question"), anchor=False)
    st.markdown(
        "\n".join(f"- {escape_markdown(rule)}" for rule in language.text("methodology.rules").strip().split("\n"))
    )
    wanted = st.text_input(language.text("methodology.search"), key="methodology_search", icon=":material/search:")
    found = [kpi for kpi in CATALOGUE.values() if _matches(kpi, wanted, language)]
    if not found:
        st.info(language.text("methodology.nothing"), icon=":material/search_off:")
    for group in GROUPS:
        members = [kpi for kpi in found if kpi.group == group]
        if members:
            st.header(language.text(f"kpis.group_{group}"), anchor=False)
        for kpi in members:
            with st.container(border=True, key=f"kpi_{kpi.name}"):
                st.subheader(f"{escape_markdown(kpi.label.in_(language.code))} :gray[{kpi.number}]", anchor=False)
                definition(kpi, language)
    outlook_test(view, language)
    st.header(language.text("methodology.audiences"), anchor=False)
    st.markdown(
        "\n".join(f"- {escape_markdown(rule)}" for rule in language.text("methodology.masks").strip().split("\n"))
    )
    back_test_of(view, language)
    st.caption(escape_markdown(language.text("methodology.sources")))


def _matches(kpi: Kpi, wanted: str, language: Language) -> bool:
    text = " ".join((kpi.number, kpi.name, kpi.label.in_(language.code), kpi.definition.in_(language.code)))
    return wanted.strip().casefold() in text.casefold()
