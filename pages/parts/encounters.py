"""From meeting to working together: the funnel, how long it takes, and whether it has to do with meeting."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.events import encounter_findings as findings
from analytics.charts.events import encounters as charts
from analytics.network.encounters.agreement import from_contact_to_agreement, from_meeting_to_agreement
from analytics.network.encounters.encounters import Encounters
from analytics.network.encounters.funnel import STEPS, funnel
from analytics.network.encounters.matched_pairs import FEWEST_CASES, LEVEL, compared, table
from analytics.warehouse import Period, Scope, View
from pages.parts.after_meeting import after_meeting
from pages.parts.chart import chart
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT, answer

_SHARES = {"share": "share", "low": "share", "high": "share"}
_RATIOS = {"odds_ratio": "mean", "low": "mean", "high": "mean", "expected": "mean", "p_value": "share"}


def encounters(context: PageContext) -> None:
    """What followed each event of the period, the period's funnel, and what all years together say."""
    if not context.view.is_masked:
        _after_each_event(context)
    st.header(context.text("encounters.title"), anchor=False)
    with st.spinner(context.text("encounters.computing")):
        passed = _funnel(context.view, context.scope, [context.period]).iloc[0]
        from_meeting, from_contact, comparisons = _analysed(context.view, context.scope)
    if not from_meeting["waiting"].iloc[0]:
        st.info(context.text("encounters.nobody"), icon=":material/info:")
        return
    st.caption(escape_markdown(context.text("encounters.pairs_are")))
    steps = pd.DataFrame({"step": ["met", *STEPS], "pairs": passed[["pairs", *STEPS]].to_numpy(dtype=int)})
    steps["share"] = steps["pairs"] / steps["pairs"].iloc[0] if passed["pairs"] else None
    left, right = st.columns(2)
    with left:
        chart(context, "meeting_funnel", steps, charts.meeting_funnel, findings.meeting_funnel, units=_SHARES)
        if passed["recent"] == passed["pairs"] > 0:
            st.caption(escape_markdown(context.text("encounters.recent_all")))
        elif passed["recent"]:
            st.caption(escape_markdown(context.text("encounters.recent", n=int(passed["recent"]))))
    with right:
        history = _funnel(context.view, context.scope, context.history)
        history = history[history["pairs"].cumsum() > 0]
        chart(context, "funnel_history", history, charts.funnel_history, findings.funnel_history)
    st.caption(escape_markdown(context.text("encounters.all_years", date=context.language.date(context.view.last_day))))
    left, right = st.columns(2)
    with left:
        _waiting(context, "meeting", from_meeting)
    with right:
        _waiting(context, "contact", from_contact)
    after_meeting(context)
    st.subheader(context.text("encounters.compared"), anchor=False)
    compared_pairs(context, comparisons)


def comparisons_of(context: PageContext) -> pd.DataFrame:
    """New pairs beside comparable ones, over all years, see :class:`Comparison`; empty if nobody met."""
    with st.spinner(context.text("encounters.computing")):
        from_meeting, _, comparisons = _analysed(context.view, context.scope)
    return comparisons if from_meeting["waiting"].iloc[0] else comparisons.head(0)


def _after_each_event(context: PageContext) -> None:
    aftermath = answer(context, "events_aftermath", [context.period])
    if len(aftermath):
        shown = aftermath.drop(columns="event_id")
        chart(context, "events_aftermath", shown, charts.events_aftermath, findings.events_aftermath)


def _waiting(context: PageContext, since: charts.Beginning, curve: pd.DataFrame) -> None:
    draw, find = partial(charts.waiting_curve, since=since), partial(findings.waiting_curve, since=since)
    chart(context, f"waiting_{since}", curve, draw, find, units=_SHARES)


def compared_pairs(context: PageContext, comparisons: pd.DataFrame) -> None:
    """The ratio in words, with its counts beside it, and the caution that belongs to it."""
    first = comparisons.iloc[0]
    if not first["cases"]:
        st.info(context.text("encounters.no_new_pairs"), icon=":material/info:")
        return
    find = partial(findings.met_before, needed=FEWEST_CASES)
    chart(context, "met_before", comparisons, charts.met_before, find, units=_RATIOS)
    if means := findings.ratio_means(comparisons, context.language):
        st.markdown(escape_markdown(means))
    certain = findings.certainty(comparisons, context.language)
    notes = [certain, context.text("encounters.level", n=round(100 * LEVEL))] if certain else []
    if first["cases"] < FEWEST_CASES:
        notes.append(context.text("encounters.why_few"))
    if first["unmatched"]:
        notes.append(context.text("encounters.unmatched", n=int(first["unmatched"])))
    if drawn := findings.drawn(comparisons, context.language):
        notes.append(drawn)
    if notes:
        st.markdown(escape_markdown(" ".join(notes)))
    st.caption(escape_markdown(context.text("encounters.caution")))


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _of(view: View, scope: Scope) -> Encounters:
    return Encounters.of(view, scope)


@st.cache_data(max_entries=128, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _funnel(view: View, scope: Scope, periods: list[Period]) -> pd.DataFrame:
    return funnel(_of(view, scope), periods)


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _analysed(view: View, scope: Scope) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The curve from meeting, the curve from contact, the comparisons."""
    found = _of(view, scope)
    cooperations = view.counting(scope=scope).ask("network_cooperations")
    from_contact = from_contact_to_agreement(cooperations, pd.Timestamp(view.last_day or date.today()))
    comparisons = table(compared(found)).drop(columns="permutations")
    return from_meeting_to_agreement(found).curve, from_contact.curve, comparisons
