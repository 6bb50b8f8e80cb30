"""Events as masked audiences may know them: what took place, and how many came where they are enough."""

import pandas as pd
import streamlit as st

from analytics.reports import presentable
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

_SHOWN = ("starts_on", "title", "format", "venue", "attended", "organisations", "newcomers")
_COUNTED = ("attended", "organisations", "newcomers")


def event_list(context: PageContext, events: pd.DataFrame) -> None:
    """The table, newest first, with signs in the places of small counts."""
    shown = events[[*_SHOWN, *(f"{column}_hidden" for column in _COUNTED)]]
    title = context.text("events.table_alt", n=len(events))
    st.dataframe(presentable(shown, context.language), hide_index=True, alt=title, key="event_list")
    st.caption(escape_markdown(context.text("kpis.withheld_events")))
    downloads(context, "events", shown, title=context.text("events.navigation"))
