"""The block on effect: what meeting has to do with cooperating, with the caution that belongs to it."""

import streamlit as st

from analytics.charts.progress import origins as charts
from analytics.charts.progress import progress_findings as findings
from analytics.kpis.origins import origins
from pages.parts.after_meeting import after_meeting
from pages.parts.chart import chart
from pages.parts.encounters import compared_pairs, comparisons_of
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext


def impact(context: PageContext) -> None:
    """The comparison of pairs, the share of those who agreed after meeting, and where cooperations came from."""
    st.header(context.text("progress.block_impact"), anchor=False)
    st.markdown(escape_markdown(context.text("progress.impact_means")))
    st.caption(escape_markdown(context.text("encounters.all_years", date=context.language.date(context.view.last_day))))
    comparisons = comparisons_of(context)
    if comparisons.empty:
        st.info(context.text("encounters.nobody"), icon=":material/info:")
    else:
        if said := findings.association(comparisons, context.language):
            st.markdown(f"**{escape_markdown(said)}**")
        compared_pairs(context, comparisons)
    after_meeting(context)
    found = origins(context.view, context.years)
    chart(context, "cooperation_origins", found, charts.cooperation_origins, findings.cooperation_origins)
