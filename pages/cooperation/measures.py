"""The network's measures as cards, each beside a year before and with a plain sentence, and one of them over time."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.charts.cooperation.network_measures import GROUPS, Measure
from analytics.kpis.beside import range_of_robustness
from pages.cooperation.measure_history import measure_history
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import ends, estimates, left_out_days, measured, robustness_on, year_before
from pages.parts.page_context import PageContext

_DIGITS = {"share": 0, "index": 2, "mean": 1}


def network_measures(context: PageContext, *, cumulative: bool) -> None:
    """The cards, and below them one measure over time."""
    shown = {
        group: [measure for measure in members if _applies(context, measure, cumulative)]
        for group, members in GROUPS.items()
    }
    every = [measure for members in shown.values() for measure in members]
    names = [*(measure.name for measure in every), "members"]
    course = measured(context, names, ends(context, context.trail), cumulative=cumulative)
    moments = measured(context, names, [year_before(context.day), context.day], cumulative=cumulative)
    for group, members in shown.items():
        st.subheader(context.text(f"cooperation.group_{group}"), anchor=False)
        compared = moments.join(_chance(context, members, cumulative=cumulative))
        with st.container(horizontal=True, key=f"cards_network_{group}"):
            for measure in members:
                about = " ".join([_about(context, measure, compared), _range(context, measure, cumulative=cumulative)])
                _card(context, measure, compared, course[measure.name], about.strip())
    told = estimates(context, ("groups", "two_step_reach", "clustering_expected"), cumulative=cumulative)
    for sentence in told + left_out_days(context, ends(context, context.trail), cumulative=cumulative):
        st.caption(escape_markdown(sentence))
    measure_history(context, every, cumulative=cumulative)


def _applies(context: PageContext, measure: Measure, cumulative: bool) -> bool:
    """Whether there is a sense in it: ties survive only where they can end, members must be recorded."""
    if measure.name == "tie_survival":
        return not cumulative
    if measure.name == "robustness_without_coordinator":
        return context.scope.with_coordinator
    if measure.name == "isolates":
        return bool(measured(context, ["members"], [context.day])["members"].notna().any())
    return True


def _chance(context: PageContext, every: Sequence[Measure], *, cumulative: bool) -> pd.DataFrame:
    """What chance would give on the visitor's day, for each measure that is compared with it."""
    names = [measure.expected for measure in every if measure.expected]
    if not names:
        return pd.DataFrame(index=[1])
    with st.spinner(context.text("cooperation.computing")):
        found = measured(context, names, [context.day], cumulative=cumulative)
    return found.set_axis([1])[names]


def _card(context: PageContext, measure: Measure, moments: pd.DataFrame, course: pd.Series, about: str) -> None:
    language = context.language
    before, now = (_number(moments[measure.name].iloc[place]) for place in (0, -1))
    known = course.dropna().tolist()
    with st.container(border=True, height="stretch", gap="small", key=f"card_network_{measure.name}"):
        st.metric(
            context.text(f"network.{measure.name}"),
            language.value(now, measure.unit, _DIGITS.get(measure.unit)),
            chart_data=known if len(known) > 1 else None,
            chart_type="area",
        )
        if now is not None and before is not None:
            earlier = context.text(
                "cooperation.a_year_before", value=language.value(before, measure.unit, _DIGITS.get(measure.unit))
            )
            change = _rounded(now, measure) - _rounded(before, measure)
            st.markdown(f"{_badge(context, measure, change)} :small[{escape_markdown(earlier)}]")
        st.caption(escape_markdown(about))


def _rounded(value: float, measure: Measure) -> float:
    """The value as it is shown: of two that are read, the change is their difference."""
    return round(value, 2 if measure.unit == "share" else _DIGITS.get(measure.unit, 0))


def _badge(context: PageContext, measure: Measure, change: float) -> str:
    """The change as a badge: green for the better, red for the worse, grey where neither is."""
    colour = "gray"
    if change and measure.better:
        colour = "green" if (change > 0) == (measure.better == "up") else "red"
    arrow = "forward" if not change else "upward" if change > 0 else "downward"
    if measure.unit == "share":
        points = round(100 * change)
        written = context.text("cooperation.points", n=abs(points), change=context.language.signed(points, 0))
    else:
        written = context.language.signed(change, _DIGITS.get(measure.unit, 0))
    return f":{colour}-badge[:material/arrow_{arrow}: {escape_markdown(written)}]"


def _about(context: PageContext, measure: Measure, moments: pd.DataFrame) -> str:
    """What the measure means, with its value in it, and whether more is better."""
    now = moments.iloc[-1]
    value = _number(now[measure.name])
    if value is None:
        return context.text("cooperation.undefined")
    chance = _number(now[measure.expected]) if measure.expected else None
    return context.text(
        f"cooperation.about_{measure.name}",
        members=context.language.number(_number(now.get("members"))),
        ten=_of(context, 10, value),
        ten_expected=_of(context, 10, chance),
        hundred=_of(context, 100, value),
        share=context.language.percent(value, 0),
        share_expected=context.language.percent(chance, 0),
    )


def _range(context: PageContext, measure: Measure, *, cumulative: bool) -> str:
    """Between what robustness (K21) lies, depending on whom of equals a loss hits; "" for what has no range."""
    found = robustness_on(context, cumulative=cumulative) if measure.name == "robustness" else None
    return "" if found is None else range_of_robustness(found, context.language)


def _of(context: PageContext, whole: int, share: float | None) -> str:
    """So many of ``whole``, with a digit more where it would else be none or all of them."""
    if share is None:
        return context.language.number(None)
    count = whole * share
    is_between = 0 < share < 1 and round(count) in (0, whole) and 0 < round(count, 1) < whole
    return context.language.number(count, 1 if is_between or 0 < round(count, 1) < 1 else 0)


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[call-overload,arg-type]
