"""Is everything ready for the evening?"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

import streamlit as st

from analytics.language import Language
from analytics.reception.evening import Evening, evenings, tonight
from analytics.warehouse import View
from pages.evening.after import evening_after
from pages.evening.before import evening_before
from pages.evening.tonight import evening_tonight
from pages.parts.escape_markdown import escape_markdown
from pages.parts.nothing_yet import nothing_yet

Part = Literal["before", "tonight", "after"]
_PARTS: dict[Part, Callable[[View, Language, Evening], None]] = {
    "before": evening_before,
    "tonight": evening_tonight,
    "after": evening_after,
}
_TYPED = "evening_address"


def show_without_scope(view: View | None, language: Language) -> None:
    """One evening: what hosts need before it, what runs while it lasts, and what became of it."""
    st.title(language.text("evening.question"), anchor=False)
    if view is None or view.is_empty:
        nothing_yet(view, language)
        return
    found = evenings(view)
    if not found:
        st.info(language.text("evening.none"), icon=":material/event_busy:")
        return
    if _TYPED in st.session_state:  # Streamlit forgets what no widget holds, as while another part is shown
        st.session_state[_TYPED] = st.session_state[_TYPED]
    evening = _choice(found, language)
    st.markdown(escape_markdown(_state(evening, language)))
    part: Part = st.segmented_control(
        language.text("evening.part"),
        list(_PARTS),
        default=_usual(evening),
        format_func=lambda name: language.text(f"evening.part_{name}"),
        key=f"evening_part_{evening.event_id}",
        label_visibility="collapsed",
        required=True,
    )
    _PARTS[part](view, language, evening)


def _choice(found: list[Evening], language: Language) -> Evening:
    """The box in which the evening is chosen; first of all it is the one that is most likely meant."""
    known = {evening.event_id: evening for evening in found}
    if st.session_state.get("evening") not in known:
        meant = tonight(found, date.today())
        st.session_state["evening"] = meant.event_id if meant else found[0].event_id
    chosen: str = st.selectbox(
        language.text("evening.choose"),
        list(known),
        format_func=lambda event: f"{language.date(known[event].starts_on)} · {known[event].title}",
        key="evening",
    )
    return known[chosen]


def _state(evening: Evening, language: Language) -> str:
    """Where and when it is, seen from today."""
    today = date.today()
    if evening.status == "held":
        when = language.text("evening.is_over")
    elif today < evening.starts_on:
        when = language.text("evening.in_days", n=(evening.starts_on - today).days)
    else:
        when = language.text("evening.is_today" if today <= evening.ends_on else "evening.is_not_closed")
    return " · ".join(filter(None, (when, evening.venue)))


def _usual(evening: Evening) -> Part:
    """The part that is most likely wanted; an evening that was never closed is closed where it is looked back on."""
    if evening.status == "held" or evening.is_past(datetime.now()):
        return "after"
    return "before" if date.today() < evening.starts_on else "tonight"
