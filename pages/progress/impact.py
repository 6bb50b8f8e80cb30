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
from pages.parts.kpi_detail import kpi_detail
from pages.parts.plain import plain
from pages.parts.questions import values_of
from pages.parts.visit import Visit


def impact(visit: Visit) -> None:
    """The comparison of pairs, the share of those who agreed after meeting, and where cooperations came from.

    It speaks of the whole network, whatever is chosen above.
    """
    whole = replace(visit, scope=EVERYTHING)
    st.header(visit.text("progress.block_impact"), anchor=False)
    st.markdown(plain(visit.text("progress.impact_means")))
    st.caption(plain(visit.text("encounters.all_years", date=visit.language.date(visit.view.last_day))))
    comparisons = comparisons_of(whole)
    if comparisons.empty:
        st.info(visit.text("encounters.nobody"), icon=":material/info:")
    else:
        if said := findings.association(comparisons, visit.language):
            st.markdown(f"**{plain(said)}**")
        compared_pairs(whole, comparisons)
    _after_meeting(whole)
    found = origins(visit.view, visit.years)
    chart(visit, "cooperation_origins", found, charts.cooperation_origins, findings.cooperation_origins)


def _after_meeting(visit: Visit) -> None:
    """K28 in a sentence, its definition one click away."""
    kpi = CATALOGUE["ties_after_meeting"]
    found = values_of(visit, kpi, [Period(visit.period.starts_on, visit.day, "now")]).iloc[0]
    if not found["denominator"] > 0:
        return
    with st.container(border=True, key="after_meeting"):
        st.markdown(f"**{plain(kpi.label.in_(visit.language.code))}** :gray[{kpi.number}]")
        said = visit.text(
            "progress.after_meeting",
            n=round(found["denominator"]),
            agreed=round(found["numerator"]),
            share=visit.language.percent(found["value"]),
            date=visit.language.date(visit.day),
        )
        st.markdown(plain(said))
        if st.button(visit.text("kpis.details"), type="tertiary", icon=":material/info:", key="about_after_meeting"):
            kpi_detail(visit, kpi)
