"""K28 where pages speak of meeting and working together: the share, and beside it that of pairs that never met."""

import streamlit as st

from analytics.kpis import CATALOGUE
from analytics.warehouse import Period
from pages.parts.escape_markdown import escape_markdown
from pages.parts.kpi_detail import kpi_detail
from pages.parts.page_context import PageContext
from pages.parts.questions import said_beside, values_of


def after_meeting(context: PageContext) -> None:
    """K28 in a sentence with its benchmark, its definition one click away; nothing for whom the KPI is not meant."""
    kpi = CATALOGUE["ties_after_meeting"]
    if context.view.audience not in kpi.audiences:
        return
    found = values_of(context, kpi, [Period(context.period.starts_on, context.day, "now")]).iloc[0]
    if not found["denominator"] > 0:
        return
    with st.container(border=True, key="after_meeting"):
        st.markdown(f"**{escape_markdown(kpi.label.in_(context.language.code))}** :gray[{kpi.number}]")
        said = context.text(
            "encounters.after_meeting",
            n=round(found["denominator"]),
            agreed=round(found["numerator"]),
            share=context.language.percent(found["value"], 2),
            date=context.language.date(context.day),
        )
        st.markdown(escape_markdown(" ".join([said, said_beside(context, kpi)])))
        if st.button(context.text("kpis.details"), type="tertiary", icon=":material/info:", key="about_after_meeting"):
            kpi_detail(context, kpi)
