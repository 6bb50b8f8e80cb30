"""What a KPI means."""

import streamlit as st

from analytics.kpis import Kpi
from analytics.language import Language
from pages.parts.escape_markdown import escape_markdown


def definition(kpi: Kpi, language: Language) -> None:
    """What the KPI means, how it counts, when it is undefined, and what it resembles."""
    code = language.code
    st.markdown(escape_markdown(kpi.definition.in_(code)))
    st.markdown(f"**{language.text('kpis.counting')}** {escape_markdown(kpi.counting.in_(code))}")
    if kpi.undefined:
        st.markdown(f"**{language.text('kpis.undefined')}** {escape_markdown(kpi.undefined.in_(code))}")
    if kpi.near:
        st.markdown(escape_markdown(language.text("kpis.near", indicator=kpi.near)))
    st.caption(
        escape_markdown(
            language.text("kpis.for", audiences=", ".join(language.text(f"kpis.{name}") for name in kpi.audiences))
        )
    )
