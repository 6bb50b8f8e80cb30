"""Which kinds, as masked audiences may know it: by calendar years, small counts withheld."""

from functools import partial

import streamlit as st

from analytics.charts import findings
from analytics.charts.growth import growth
from pages.parts.chart import chart
from pages.parts.plain import plain
from pages.parts.questions import answer
from pages.parts.visit import Visit


def kinds_by_year(visit: Visit) -> None:
    """Organisations reached, by kind and calendar year."""
    kinds = answer(visit, "growth_kinds", visit.years)
    chart(visit, "kinds_by_year", kinds, growth.kinds_over_time, findings.kinds_over_time)
    _withheld(visit)


def partner_kinds_by_year(visit: Visit) -> None:
    """Partners in active cooperations at the end of each calendar year, by kind."""
    kinds = answer(visit, "growth_partner_kinds", visit.years)
    find = partial(findings.partner_kinds, periods=[year.name for year in visit.years])
    chart(visit, "partner_kinds_by_year", kinds, growth.kinds_over_time, find)
    _withheld(visit)


def _withheld(visit: Visit) -> None:
    st.caption(plain(visit.text("kpis.withheld")))
