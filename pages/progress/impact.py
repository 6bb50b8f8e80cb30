"""The block on effect: what meeting has to do with cooperating, with the caution that belongs to it."""

from dataclasses import replace

import streamlit as st

from analytics.charts.progress import origins as charts
from analytics.charts.progress import progress_findings as findings
from analytics.kpis import CATALOGUE
from analytics.kpis.origins import origins
from analytics.warehouse import EVERYTHING, Period
from pages.parts.chart import chart
from pages.parts.encounters import compared_pairs, comparisons_of
from pages.parts.escape_markdown import escape_markdown
from pages.parts.kpi_detail import kpi_detail
from pages.parts.page_context import PageContext
from pages.parts.questions import said_beside, values_of


def impact(context: PageContext) -> None:
    """The comparison of pairs, the share of those who agreed after meeting, and where cooperations came from.

    It speaks of the whole network, whatever is chosen above.
    """
    whole = replace(context, scope=EVERYTHING)
    st.header(context.text("progress.block_impact"), anchor=False)
    st.markdown(escape_markdown(context.text("progress.impact_means")))
    st.caption(escape_markdown(context.text("encounters.all_years", date=context.language.date(context.view.last_day))))
    comparisons = comparisons_of(whole)
    if comparisons.empty:
        st.info(context.text("encounters.nobody"), icon=":material/info:")
    else:
        if said := findings.association(comparisons, context.language):
            st.markdown(f"**{escape_markdown(said)}**")
        compared_pairs(whole, comparisons)
    _after_meeting(whole)
    found = origins(context.view, context.years)
    chart(context, "cooperation_origins", found, charts.cooperation_origins, findings.cooperation_origins)


def _after_meeting(context: PageContext) -> None:
    """K28 in a sentence, its definition one click away."""
    kpi = CATALOGUE["ties_after_meeting"]
    found = values_of(context, kpi, [Period(context.period.starts_on, context.day, "now")]).iloc[0]
    if not found["denominator"] > 0:
        return
    with st.container(border=True, key="after_meeting"):
        st.markdown(f"**{escape_markdown(kpi.label.in_(context.language.code))}** :gray[{kpi.number}]")
        said = context.text(
            "progress.after_meeting",
            n=round(found["denominator"]),
            agreed=round(found["numerator"]),
            share=context.language.percent(found["value"]),
            date=context.language.date(context.day),
        )
        st.markdown(escape_markdown(" ".join([said, said_beside(context, kpi)])))
        if st.button(context.text("kpis.details"), type="tertiary", icon=":material/info:", key="about_after_meeting"):
            kpi_detail(context, kpi)
