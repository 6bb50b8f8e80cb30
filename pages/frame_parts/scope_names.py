"""What the scope can be narrowed to, with the names that people read."""

import streamlit as st

from analytics.language import Language
from analytics.warehouse import View
from pages.parts.questions import BY_SNAPSHOT


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def district_names(view: View, language: Language) -> dict[str, str]:
    """The districts that occur in the data, by key, core districts first, then the alphabet; unknown ones last.

    Masked audiences are given all there are: which of them occur would tell of a single organisation.
    """
    found = view.ask("districts_all" if view.is_masked else "districts_present")
    names = dict(zip(found["district"], found["name"], strict=True))
    for token in ("elsewhere", "abroad", "unknown"):
        if token in names:
            names[token] = language.text(f"scope.district_{token}")
    return names


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def topic_names(view: View, language: Language) -> dict[str, str]:
    """The topics in the data, the most frequent first; then what has none, where there is any topic at all."""
    topics: dict[str, str] = {topic: topic for topic in view.ask("topics")["topic"]}
    return {**topics, "unknown": language.text("scope.topic_unknown")} if topics else {}
