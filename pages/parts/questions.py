"""The warehouse's answers, kept per snapshot, audience and scope."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.warehouse import Period, Scope, View
from pages.parts.visit import Visit


def answer(visit: Visit, question: str, periods: Sequence[Period] = (), **values: str) -> pd.DataFrame:
    """The rows of ``question`` for ``periods`` within the visitor's scope."""
    return _asked(visit.view, question, list(periods), visit.scope, values)


@st.cache_data(max_entries=512, show_spinner=False, hash_funcs={View: lambda view: (view.snapshot.name, view.audience)})
def _asked(view: View, question: str, periods: list[Period], scope: Scope, values: dict[str, str]) -> pd.DataFrame:
    return view.ask(question, periods, scope, **values)
