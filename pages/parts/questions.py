"""What the warehouse and the KPIs answer, kept per snapshot, audience and scope."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analytics.kpis import Kpi, compute, split
from analytics.kpis.beside import beside
from analytics.kpis.catalogue import Split
from analytics.language import Language
from analytics.warehouse import Period, Scope, View
from pages.parts.page_context import PageContext

BY_SNAPSHOT: dict[str | type[Any], Callable[[Any], Any]] = {
    View: lambda view: (view.snapshot.name, view.audience),
    Kpi: lambda kpi: kpi.name,
}
"""How caches tell views and KPIs apart: by name, so that nothing ever needs clearing."""


def answer(context: PageContext, question: str, periods: Sequence[Period] = (), **values: str) -> pd.DataFrame:
    """The rows of ``question`` for ``periods`` within the visitor's scope."""
    return _asked(context.view, question, list(periods), context.scope, values)


def values_of(context: PageContext, kpi: Kpi, periods: Sequence[Period]) -> pd.DataFrame:
    """The KPI's values for ``periods``, see :func:`analytics.kpis.compute`."""
    return _computed(context.view, kpi, list(periods), context.scope)


def values_split(context: PageContext, kpi: Kpi, by: Split, segments: list[str]) -> pd.DataFrame:
    """The KPI in the chosen period for each of ``segments``, see :func:`analytics.kpis.split`."""
    period = context.year if context.view.is_masked else context.period
    return _split(context.view, kpi, by, segments, period, context.scope)


def said_beside(context: PageContext, kpi: Kpi) -> str:
    """What has to stand beside the KPI's value in the chosen period, see :func:`analytics.kpis.beside.beside`."""
    return _beside(context.view, kpi, context.period, context.scope, context.language.code)


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _beside(view: View, kpi: Kpi, period: Period, scope: Scope, code: str) -> str:
    return beside(kpi, view, period, scope, Language(code))


@st.cache_data(max_entries=512, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _asked(view: View, question: str, periods: list[Period], scope: Scope, values: dict[str, str]) -> pd.DataFrame:
    return view.ask(question, periods, scope, **values)


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _computed(view: View, kpi: Kpi, periods: list[Period], scope: Scope) -> pd.DataFrame:
    return compute(view, [kpi], periods, scope)


@st.cache_data(max_entries=256, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _split(view: View, kpi: Kpi, by: Split, segments: list[str], period: Period, scope: Scope) -> pd.DataFrame:
    return split(view, kpi, by, segments, [period], scope)
