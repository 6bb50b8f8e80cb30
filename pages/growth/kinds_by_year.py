"""Which kinds, as masked audiences may know it: by calendar years, counts in classes."""

from functools import partial

import streamlit as st

from analytics.charts import findings
from analytics.charts.growth import growth
from pages.parts.chart import chart
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import answer


def kinds_by_year(context: PageContext) -> None:
    """Organisations reached, by kind and calendar year."""
    kinds = answer(context, "growth_kinds", context.years)
    chart(context, "kinds_by_year", kinds, growth.kinds_over_time, findings.kinds_over_time)
    _in_classes(context)


def partner_kinds_by_year(context: PageContext) -> None:
    """Partners in active cooperations at the end of each calendar year, by kind."""
    kinds = answer(context, "growth_partner_kinds", context.years)
    find = partial(findings.partner_kinds, periods=[year.name for year in context.years])
    chart(context, "partner_kinds_by_year", kinds, growth.kinds_over_time, find)
    _in_classes(context)


def _in_classes(context: PageContext) -> None:
    st.caption(escape_markdown(context.text("classes.parts")))
