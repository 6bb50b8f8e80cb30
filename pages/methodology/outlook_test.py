"""How the outlook comes about, and how good it would have been on days of the past."""

import pandas as pd
import streamlit as st

from analytics.charts import config, describe
from analytics.charts.progress import outlook_findings
from analytics.charts.progress.outlook import outlook_test as outlook_test_chart
from analytics.errors import DashboardError
from analytics.kpis import Kpi, kpis_for, target_paths
from analytics.kpis.outlook_back_test import QUICK, back_test, courses, pooled
from analytics.language import Language
from analytics.model.kpi_files import MEASURES_TARGETS
from analytics.reports import presentable
from analytics.warehouse import View
from pages.parts.downloads import offer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import theme_now
from pages.parts.questions import BY_SNAPSHOT

_UNITS = {"error": "share", "coverage": "share"}


def outlook_test(view: View | None, language: Language) -> None:
    """How outlooks are made, then the look back with its chart; without enough history a sentence in its place."""
    st.header(language.text("outlook.test_title"), anchor=False)
    st.markdown(escape_markdown(language.text("outlook.how")))
    st.markdown(escape_markdown(language.text("outlook.test_how")))
    if view is None or view.is_empty:
        return
    try:
        with st.spinner(language.text("outlook.testing")):
            tested = _tested(view)
    except DashboardError as error:
        st.info(escape_markdown(error.message(language.code)), icon=":material/history:")
        return
    _chart(view, tested, language)


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _tested(view: View) -> pd.DataFrame:
    return back_test(courses(view, _targeted(view)), QUICK)


def _targeted(view: View) -> list[Kpi]:
    """The KPIs with targets; where none has any, all."""
    with_targets = {path.kpi.name for path in target_paths(view)}
    shown = [kpi for kpi in kpis_for(view.audience) if kpi.name != MEASURES_TARGETS]
    return [kpi for kpi in shown if kpi.name in with_targets] or shown


def _chart(view: View, tested: pd.DataFrame, language: Language) -> None:
    whole = pooled(tested)
    finding = outlook_findings.outlook_test(whole, language)
    figure = outlook_test_chart(whole, language=language, theme=theme_now())
    with st.container(border=True, key="chart_outlook_test"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(figure, theme=None, config=config(language), alt=describe(figure), key="figure_outlook_test")
        st.caption(escape_markdown(language.text("outlook.test_read", n=tested["course"].nunique())))
        with st.expander(language.text("charts_read.table"), icon=":material/table:"):
            _table(view, whole, "outlook_test", language)
            st.markdown(escape_markdown(language.text("outlook.by_quarters")))
            by_ahead = pooled(tested[tested["is_chosen"]], ["ahead"])
            _table(view, by_ahead, "outlook_test_by_quarters", language)


def _table(view: View, rows: pd.DataFrame, name: str, language: Language) -> None:
    shown = rows.drop(columns="is_chosen").assign(
        group=[language.text(f"outlook.group_{group}") for group in rows["group"]],
        method=[language.text(f"outlook.method_{method}") for method in rows["method"]],
    )
    shown = shown.rename(columns={"group": "kpi_group", "courses": "kpis"})
    title = language.text("outlook.test_title")
    st.dataframe(presentable(shown, language, _UNITS), hide_index=True, alt=title, key=f"table_{name}")
    offer(language, view, name, shown, title=title, units=_UNITS)
