"""How an organisation came to the network: its first event, consultation and cooperation, in sentences."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext


def the_way_it_came(
    context: PageContext, row: "pd.Series[Any]", timeline: pd.DataFrame, cooperations: pd.DataFrame
) -> None:
    """The sentences, as rows of the questions "organisation_timeline" and "organisation_cooperations" tell them.

    ``row`` is the organisation's in the directory: of what is undefined there, nothing is said.
    """
    dated = timeline.rename(columns={"since": "day"})
    agreed = cooperations.dropna(subset=["agreed_on"]).sort_values("agreed_on", kind="stable")
    first = {
        "event": (row["events_attended"], dated[dated["format"].notna()]),
        "consultation": (row["consultations"], dated[dated["format"].isna() & dated["stage"].isna()]),
        "cooperation": (row["cooperations_now"], agreed.rename(columns={"agreed_on": "day"})),
    }
    told = [_told(context, what, rows) for what, (count, rows) in first.items() if pd.notna(count)]
    st.subheader(context.text("organisations.way_title"), anchor=False)
    st.markdown("\n".join(f"- {escape_markdown(sentence)}" for sentence in told))


def _told(context: PageContext, what: str, rows: pd.DataFrame) -> str:
    """When and what the first of ``rows`` was, or that there is none yet."""
    if rows.empty:
        return context.text(f"organisations.not_yet_{what}")
    first = rows.iloc[0]
    return context.text(f"organisations.first_{what}", day=context.language.date(first["day"]), title=first["title"])
