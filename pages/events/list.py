"""Events as masked audiences may know them: what took place, and how many came, in classes."""

import pandas as pd
import streamlit as st

from analytics.model.count_classes import CLASS
from analytics.reports.presentable import heading, presentable, untold
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

_SHOWN = ("starts_on", "title", "format", "venue", "attended", "organisations", "newcomers")
_COUNTED = ("attended", "organisations", "newcomers")


def event_list(context: PageContext, events: pd.DataFrame) -> None:
    """The table, newest first, with classes in the places of counts."""
    shown = events[[*_SHOWN, *(f"{column}{CLASS}" for column in _COUNTED)]]
    title = context.text("events.table_alt", n=len(events))
    st.dataframe(presentable(shown, context.language), hide_index=True, alt=title, key="event_list")
    left_out = [heading(column, context.language) for column in untold(shown)]
    said = [context.text("classes.events")]
    said += [context.text("classes.left_out", columns=context.language.listing(left_out))] if left_out else []
    said += [context.text("events.numbered")] if shown["title"].str.fullmatch(r"#\d+").any() else []
    st.caption(escape_markdown(" ".join(said)))
    downloads(context, "events", shown, title=context.text("events.navigation"))
