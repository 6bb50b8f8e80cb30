"""What in the data does not fit together, for as long as it stands so."""

import streamlit as st

from analytics.language import Language
from analytics.model import TABLES
from analytics.warehouse import View
from analytics.warehouse.quality import contradictions
from pages.parts.escape_markdown import escape_markdown


def contradictions_of(view: View, language: Language) -> None:
    """One message a rule that something breaks, and how many cooperations are none between anybody."""
    st.header(language.text("intake.contradictions"), anchor=False)
    found = contradictions(view)
    if found.empty:
        st.success(language.text("intake.no_contradictions"), icon=":material/check_circle:")
    else:
        st.caption(escape_markdown(language.text("intake.contradictions_help")))
    for row in found.to_dict("records"):
        label = TABLES[row["table_name"]].label.in_(language.code)
        sentence = language.text(f"notes.{row['rule']}", n=int(row["things"]), value=row["examples"])
        st.warning(escape_markdown(f"{label}: {sentence}"), icon=":material/rule:")
    if one_sided := int(view.ask("cooperations_recorded").iloc[0]["one_sided"]):
        st.info(escape_markdown(language.text("cooperation.one_sided", n=one_sided)), icon=":material/person:")
