"""How does the ecosystem grow?"""

import pandas as pd
import streamlit as st

from analytics.charts import findings, growth
from pages.parts.chart import chart
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """From the beginning to the chosen period's end: who was reached, who stays, which kinds, which cooperations."""
    st.title(visit.text("growth.question"))
    reached = _begun(answer(visit, "growth_organisations", visit.history))
    cooperations = _begun(answer(visit, "growth_cooperations", visit.history))
    st.caption(plain(visit.text("growth.span", until=visit.language.date(visit.until))))
    if len(reached):
        _organisations(visit, reached)
    else:
        st.info(visit.text("growth.no_contacts"), icon=":material/info:")
    if len(cooperations):
        _cooperations(visit, cooperations)
    else:
        st.info(visit.text("growth.no_cooperations"), icon=":material/info:")


def _chosen(visit: Visit) -> list[str]:
    """The names of the history's periods up to the chosen one's end: of these a finding speaks."""
    return [period.name for period in visit.history if period.ends_on <= visit.period.ends_on]


def _begun(frame: pd.DataFrame) -> pd.DataFrame:
    """The periods from the first on in which anything is counted."""
    return frame[frame["cumulative"] > 0].reset_index(drop=True)


def _organisations(visit: Visit, reached: pd.DataFrame) -> None:
    chart(
        visit,
        "organisations_reached",
        findings.organisations_reached(reached, visit.language),
        growth.organisations_reached(reached, **visit.look),
        reached,
    )
    periods = visit.history[-len(reached) :]
    arrivals = answer(visit, "growth_arrivals", periods)
    retention = answer(visit, "growth_retention", periods)
    kinds = answer(visit, "growth_kinds", periods)
    left, right = st.columns(2)
    with left:
        chart(
            visit,
            "arrivals",
            findings.arrivals(arrivals, visit.language),
            growth.arrivals(arrivals, **visit.look),
            arrivals,
        )
    with right:
        chart(
            visit,
            "retention",
            findings.retention(retention, visit.language),
            growth.retention(retention, **visit.look),
            retention,
            units={"share": "share"},
        )
    chart(
        visit,
        "kinds_over_time",
        findings.kinds_over_time(kinds, visit.language),
        growth.kinds_over_time(kinds, share=True, **visit.look),
        kinds,
    )


def _cooperations(visit: Visit, cooperations: pd.DataFrame) -> None:
    recorded = answer(visit, "cooperations_recorded").iloc[0]
    st.caption(plain(visit.text("growth.recorded", n=int(recorded["recorded"]), undated=int(recorded["undated"]))))
    kinds = answer(visit, "growth_partner_kinds", visit.history[-len(cooperations) :])
    left, right = st.columns(2)
    with left:
        chart(
            visit,
            "cooperations_growth",
            findings.cooperations_growth(cooperations, visit.language),
            growth.cooperations_growth(cooperations, **visit.look),
            cooperations,
        )
    with right:
        chart(
            visit,
            "partner_kinds",
            findings.partner_kinds(kinds[kinds["period"].isin(_chosen(visit))], visit.language),
            growth.kinds_over_time(kinds, **visit.look),
            kinds,
        )
