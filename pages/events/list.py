"""Events as masked audiences may know them: what took place, and how many came where they are enough."""

import pandas as pd
import streamlit as st

from analytics.reports import presentable
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.visit import Visit

_SHOWN = ("starts_on", "title", "format", "venue", "attended", "organisations", "newcomers")
_COUNTED = ("attended", "organisations", "newcomers")


def event_list(visit: Visit, events: pd.DataFrame) -> None:
    """The table, newest first, with signs in the places of small counts."""
    shown = events[[*_SHOWN, *(f"{column}_hidden" for column in _COUNTED)]]
    title = visit.text("events.table_alt", n=len(events))
    st.dataframe(presentable(shown, visit.language), hide_index=True, alt=title, key="event_list")
    st.caption(plain(visit.text("kpis.withheld_events")))
    downloads(visit, "events", shown, title=visit.text("events.navigation"))
