"""What files would do, before anything changes: the account, the tables, the figures, every value old and new."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analytics.intake.report import Report
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES
from analytics.warehouse.batch_changes import BatchChanges
from pages.intake.import_answer import account, remarks
from pages.intake.import_session import ImportSession
from pages.parts.escape_markdown import escape_markdown

_MADE = ("organisations", "events", "cooperations")


def preview(session: ImportSession, language: Language) -> None:
    """The preview of the files that ``session`` has checked."""
    assert session.prepared is not None
    assert session.changes is not None
    st.subheader(language.text("intake.preview"), anchor=False)
    if said := st.session_state.pop("import_session_said", None):
        st.info(language.text(said), icon=":material/sync:")
    report, changes = session.prepared.report, session.changes
    account(report, language)
    if session.would_change:
        _tables(report, changes, language)
        _figures(session, language)
        _made(changes, language)
        _cells(changes, language)
    elif not report.rejections:
        st.info(language.text("intake.nothing_new"), icon=":material/check_circle:")
    remarks(report, session.rejected(language), language)


def _tables(report: Report, changes: BatchChanges, language: Language) -> None:
    """How many rows of each table are new, changed, as they were, and gone."""
    counts = changes.counts.set_index("table").reindex(list(report.drafted | report.tables)).fillna(0).astype(int)
    drafted = pd.Series(report.drafted).reindex(counts.index).fillna(0).astype(int)
    counts["unchanged"] = (drafted - counts["new"] - counts["changed"]).clip(lower=0)
    shown = pd.DataFrame(
        {
            language.text("intake.table"): [TABLES[name].label.in_(language.code) for name in counts.index],
            **{
                language.text(f"intake.rows_{what}"): counts[what].map(language.number)
                for what in ("new", "changed", "unchanged", "deleted")
                if what != "deleted" or counts[what].any()
            },
        }
    )
    st.table(shown.set_index(language.text("intake.table")))


def _figures(session: ImportSession, language: Language) -> None:
    """Three figures as they are and as they would be; they are worked out while the visitor reads the rest."""
    if not session.is_done():
        _figures_coming(session, language)
        return
    if session.figures is None:
        return
    with st.container(horizontal=True, key="headline"):
        for kpi, change in session.figures.items():
            st.metric(
                kpi.label.in_(language.code),
                _number(change.after, language),
                language.text("intake.figure_before", value=_number(change.now, language)),
                delta_color="off",
                delta_arrow="off",
                border=True,
            )
    st.caption(language.text("intake.figures_read"))


@st.fragment(run_every=1.0)
def _figures_coming(session: ImportSession, language: Language) -> None:
    """That they are being worked out; the page is drawn anew once they are."""
    if session.is_done():
        st.rerun()
    st.caption(language.text("intake.figures_coming"))


def _number(value: float, language: Language) -> str:
    return "–" if pd.isna(value) else language.number(value)


def _made(changes: BatchChanges, language: Language) -> None:
    """The organisations, events and cooperations that would be made, by name."""
    counts = changes.counts.set_index("table")["new"]
    for table in _MADE:
        rows = changes.made[changes.made["table"] == table]
        if rows.empty:
            continue
        label = TABLES[table].label.in_(language.code)
        title = language.text("intake.made", table=label, n=int(counts[table]))
        with st.expander(escape_markdown(title), icon=":material/add_circle:"):
            name, key = language.text("intake.made_name"), language.text("intake.made_key")
            st.dataframe(
                pd.DataFrame({name: rows["name"].to_list(), key: rows["key"].to_list()}),
                hide_index=True,
                alt=escape_markdown(title),
            )
            _say_more(int(counts[table]) - len(rows), language)


def _cells(changes: BatchChanges, language: Language) -> None:
    """Every changed value beside the one it replaces."""
    if not changes.cells_changed:
        return
    title = language.text("intake.cells_changed", n=changes.cells_changed)
    with st.expander(escape_markdown(title), icon=":material/edit:"):
        rows = changes.cells.to_dict("records")
        shown = pd.DataFrame(
            {
                language.text("intake.table"): [TABLES[row["table"]].label.in_(language.code) for row in rows],
                language.text("intake.which_row"): [row["name"] or row["key"] for row in rows],
                language.text("intake.column"): [
                    TABLES[row["table"]].by_name[row["column"]].label.in_(language.code) for row in rows
                ],
                language.text("intake.before"): [_value(row, "before", language) for row in rows],
                language.text("intake.after"): [_value(row, "after", language) for row in rows],
            }
        )
        st.dataframe(shown, hide_index=True, alt=escape_markdown(title))
        _say_more(changes.cells_changed - len(rows), language)


def _value(row: Mapping[Hashable, Any], side: str, language: Language) -> str:
    """A cell as people read it."""
    value, column = row[side], TABLES[str(row["table"])].by_name[str(row["column"])]
    if value is None or pd.isna(value):
        return "–"
    return ENUMERATIONS[column.enumeration].label_of(value, language.code) if column.enumeration else value


def _say_more(count: int, language: Language) -> None:
    if count > 0:
        st.caption(language.text("intake.more_messages", n=count))
