"""How complete the data is, table by table."""

import streamlit as st

from analytics.charts import config, describe
from analytics.charts.intake.intake import completeness as completeness_chart
from analytics.language import Language
from analytics.model import TABLES
from analytics.reports import presentable
from analytics.warehouse import View, completeness, contents
from pages.parts.downloads import offer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import theme_now


def completeness_of(view: View, language: Language) -> None:
    """A chosen table's columns and how far each is filled; rows that wait for what they refer to. Nothing for none."""
    found = completeness(view)
    filled = found[found["rows"] > 0]
    if filled.empty:
        return
    st.header(language.text("intake.completeness"), anchor=False)
    table = st.selectbox(
        language.text("intake.table"),
        filled["table"].unique().tolist(),
        format_func=lambda name: TABLES[name].label.in_(language.code),
        key="completeness_table",
    )
    rows = filled[filled["table"] == table]
    labels = TABLES[table].by_name
    shown = rows.assign(
        table=TABLES[table].label.in_(language.code),
        column=[labels[name].label.in_(language.code) for name in rows["column"]],
    )
    figure = completeness_chart(shown, language=language, theme=theme_now())
    st.plotly_chart(figure, theme=None, config=config(language), alt=describe(figure), key="completeness")
    st.caption(escape_markdown(language.text("intake.completeness_read")))
    with st.expander(language.text("charts_read.table"), icon=":material/table:"):
        title, units = language.text("intake.completeness"), {"filled": "share"}
        st.dataframe(presentable(shown, language, units), hide_index=True, alt=escape_markdown(title))
        offer(language, view, f"completeness_{table}", shown, title=title, units=units)
    if undated := contents(view).undated:
        st.warning(escape_markdown(language.text("frame.lacks_cooperations", n=undated)), icon=":material/event_busy:")
    pending = view.ask("pending")
    for row in pending.to_dict("records"):
        label = TABLES[row["table_name"]].label.in_(language.code)
        st.warning(escape_markdown(language.text("intake.pending", n=int(row["rows_pending"]), table=label)))
    (deleted,) = view.ask("deletions").to_dict("records")
    if people := int(deleted["people_deleted"]):
        affected = int(deleted["participations_affected"])
        st.info(
            escape_markdown(language.text("intake.deleted_people", n=people, participations=affected)),
            icon=":material/person_off:",
        )
