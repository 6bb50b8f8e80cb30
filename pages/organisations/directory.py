"""All organisations: how they stand in a sentence, and a table to search, sort, open and take away."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.language.search import matching
from analytics.reports.presentable import labelled
from analytics.warehouse import View
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.organisation_table import organisation_table
from pages.parts.page_context import PageContext

_CHIPS = ("is_dormant", "is_unpartnered", "is_new")
_COUNTED = {
    "events_attended": "attendances",
    "consultations": "consultations",
    "partners": "memberships",
    "cooperations_now": "memberships",
}
"""The facts that each count is made of."""
_KEPT = ("organisation_search", "organisation_chips")
_WAITING = "organisations_kept"


def only_known(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the question "organisations_directory", counts undefined where nothing of that kind is recorded."""
    missing = [column for column, facts in _COUNTED.items() if facts in view.views_without_facts]
    nothing = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    return rows.assign(**dict.fromkeys(missing, nothing))


def keep_directory() -> None:
    """Keep what is searched for while a profile stands in the directory's place."""
    state = st.session_state
    state.setdefault(_WAITING, {}).update({name: state[name] for name in _KEPT if name in state})


def _take_up() -> None:
    """Give the boxes back what was kept: said anew, or the browser would show them empty."""
    for name, value in st.session_state.pop(_WAITING, {}).items():
        st.session_state[name] = value


def directory(context: PageContext, listed: pd.DataFrame) -> None:
    """The organisations of ``listed``, rows of the question "organisations_directory"."""
    _take_up()
    with st.container(border=True, key="organisations_answer"):
        st.markdown(escape_markdown(_answer(context, listed)))
    if context.scope.kinds or context.scope.districts:
        st.caption(escape_markdown(context.text("organisations.filtered")))
    found = _narrowed(context, listed)
    if found.empty:
        st.info(context.text("organisations.no_match"), icon=":material/search_off:")
        return
    st.caption(escape_markdown(context.text("organisations.count", n=len(found), all=len(listed))))
    alt = context.text("organisations.table_alt", n=len(found))
    shown = found.drop(columns=["period", *_CHIPS, *_unused(listed)])
    organisation_table(context, "organisation_rows", shown, alt=alt, opens=True)
    downloads(context, "organisations", found.drop(columns="period"), title=context.text("organisations.navigation"))


def _answer(context: PageContext, listed: pd.DataFrame) -> str:
    """How many were reached, how many work with others, and how many have not been seen for long."""
    reached, dormant = _count(listed["first_contact_on"].notna()), _count(listed["is_dormant"])
    many = (
        context.text("organisations.reached", n=reached)
        if reached
        else context.text("organisations.recorded", n=len(listed))
    )
    if listed["partners"].notna().any():
        many += ", " + context.text("organisations.cooperating", n=_count(listed["partners"].fillna(0) > 0))
    silent = f"; {context.text('organisations.dormant', n=dormant)}" if dormant else ""
    return f"{many}{silent}."


def _narrowed(context: PageContext, listed: pd.DataFrame) -> pd.DataFrame:
    """Those that match what is typed and every chosen chip."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    typed = left.text_input(
        context.text("organisations.search"),
        key="organisation_search",
        placeholder=context.text("organisations.search_placeholder"),
        help=context.text("organisations.search_help"),
        icon=":material/search:",
    )
    chips: list[str] = right.pills(
        context.text("organisations.chips"),
        _chips(listed),
        selection_mode="multi",
        format_func=lambda chip: context.text(
            "organisations.chip", label=context.text(f"columns.{chip}"), n=_count(listed[str(chip)])
        ),
        key="organisation_chips",
        help=context.text("organisations.chips_help"),
    )
    found = listed[listed[list(chips)].all(axis=1)] if chips else listed
    return found[_matches(context, found, typed)]


def _chips(listed: pd.DataFrame) -> list[str]:
    """The chips that leave somebody; who has a partner is known only where cooperations are recorded."""
    known = listed["partners"].notna().any()
    return [chip for chip in _CHIPS if listed[chip].any() and (known or chip != "is_unpartnered")]


def _matches(context: PageContext, found: pd.DataFrame, typed: str) -> list[bool]:
    """Whose name, kind and district hold what is typed."""
    words = labelled(found[["name", "kind", "district"]], context.language).astype(object).fillna("")
    return matching([" ".join(map(str, row)) for row in words.itertuples(index=False)], typed)


def _count(values: "pd.Series[Any]") -> int:
    """How many are true."""
    return int(values.astype(bool).to_numpy().sum())


def _unused(listed: pd.DataFrame) -> list[str]:
    """The columns in which nobody has anything."""
    counts = [column for column in _COUNTED if listed[column].isna().all()]
    return counts + [
        column for column in ("first_contact_on", "last_contact_on", "district") if listed[column].isna().all()
    ]
