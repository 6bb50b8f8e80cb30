"""After an evening: what became of it, as text on screen and as files."""

from datetime import datetime

import streamlit as st

from analytics.language import Language
from analytics.reception import summary_words as words
from analytics.reception.evening import Evening
from analytics.reception.summary import Summary
from analytics.reports.evening import SUMMARY_AUDIENCES, SUMMARY_FORMATS, evening_summary
from analytics.warehouse import View
from pages.evening.door import end_of_evening
from pages.evening.files import paper_buttons
from pages.evening.views import public_view
from pages.evening.words import evening_words
from pages.parts.escape_markdown import escape_markdown
from pages.parts.questions import BY_SNAPSHOT


def evening_after(view: View, language: Language, evening: Evening) -> None:
    """The summary, or why there is none yet, and the free words that wait to be read."""
    evening_words(language, evening)
    if evening.status != "held":
        _not_held(language, evening)
        return
    seen = _seen(view, language)
    with st.spinner(language.text("evening.summing_up")):
        summary = _summary(seen, evening.event_id)
    st.header(escape_markdown(words.headline(summary, language)), anchor=False)
    paper_buttons(
        seen,
        language,
        f"evening_{evening.event_id}_{seen.audience}",
        SUMMARY_FORMATS,
        lambda kind, moment: evening_summary(seen, evening.event_id, kind, language=language, moment=moment),
    )
    _figures(summary, language)
    _text(summary, language)
    _later(summary, language)
    st.caption(escape_markdown(words.whom_for(summary, language)))


def _not_held(language: Language, evening: Evening) -> None:
    """Why there is no summary; where the evening is past, it can be closed here."""
    is_past = evening.is_past(datetime.now())
    told = "evening.summary_not_closed" if is_past else "evening.summary_not_over"
    st.info(language.text(told), icon=":material/hourglass_top:")
    if is_past:
        end_of_evening(language, evening)


def _seen(view: View, language: Language) -> View:
    """The data that is told of: the public's, or for the management by choice its own."""
    if view.is_masked:
        return public_view()
    audience = st.segmented_control(
        language.text("evening.summary_for"),
        SUMMARY_AUDIENCES,
        default=SUMMARY_AUDIENCES[0],
        format_func=lambda name: language.text(f"evening.for_{name}"),
        key="evening_audience",
        required=True,
    )
    return view if audience == "management" else public_view()


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _summary(view: View, event_id: str) -> Summary:
    return Summary.of(view, event_id)


def _figures(summary: Summary, language: Language) -> None:
    with st.container(horizontal=True, key="evening_figures"):
        for value, label, beneath in words.figures(summary, language):
            st.metric(label, value, delta=beneath or None, delta_color="off", delta_arrow="off")


def _text(summary: Summary, language: Language) -> None:
    came = [*words.guests(summary, language), words.mix(summary, language)]
    sections = {
        "guests": [" ".join(filter(None, came))],
        "feedback": [words.feedback(summary, language)],
        "agreed": [words.agreed(summary, language), *words.named(summary, language)],
    }
    for name, (first, *listed) in sections.items():
        if first:
            st.subheader(language.text(f"evening.summary_{name}"), anchor=False)
            st.markdown("\n".join([escape_markdown(first), "", *(f"- {escape_markdown(item)}" for item in listed)]))


def _later(summary: Summary, language: Language) -> None:
    st.subheader(language.text("evening.summary_later"), anchor=False)
    spans = words.later(summary, language)
    if spans:
        with st.container(horizontal=True, key="evening_later"):
            for days, said in spans:
                st.metric(language.text("evening.later_days", n=days), said)
    else:
        st.markdown(escape_markdown(" ".join(words.later_sentences(summary, language))))
    if summary.later:
        st.caption(escape_markdown(language.text("evening.later_caution")))
