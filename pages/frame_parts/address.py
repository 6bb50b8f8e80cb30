"""The address: what is chosen stands in the URL, in tokens that do not change with the language.

So a link shows what its sender saw. Widgets keep their values in the session under the same names.
"""

from collections.abc import Mapping

import streamlit as st

_LISTS = frozenset({"kinds", "districts", "topics"})
_SCOPE = ("from", "until", "grain", *sorted(_LISTS))
_WRITTEN = "address_written"
_PAGE = "address_page"
_KEPT = "address_choices"
"""A copy of the choices: a run that is cut short by the next click may cost a widget its value."""
Choice = str | list[str] | None


def read_address(page: str, defaults: Mapping[str, Choice]) -> None:
    """Put what the URL says into the session, when it was opened or changed by hand; else leave the choices be.

    A change of page empties the URL's query; the choices stay, and :func:`write_address` writes them again.
    """
    state = st.session_state
    moved = state.get(_PAGE, page) != page
    state[_PAGE] = page
    kept = state.get(_KEPT, {})
    for name, default in defaults.items():
        choice = kept.get(name, default)
        state.setdefault(name, list(choice) if isinstance(choice, list) else choice)
    if moved or state.get(_WRITTEN) == _now():
        return
    for name, default in defaults.items():
        if name in _LISTS:
            state[name] = st.query_params.get_all(name)
        else:
            state[name] = st.query_params.get(name, default)


def keep_choices() -> None:
    """Keep what is chosen over a page without a scope bar; Streamlit forgets what its widget does not hold."""
    for name in _SCOPE:
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def write_address(defaults: Mapping[str, Choice]) -> None:
    """Write the choices that differ from the defaults into the URL."""
    chosen = {name: st.session_state.get(name) for name in defaults}
    query = {name: value for name, value in chosen.items() if value and value != defaults[name]}
    if query != _now():
        st.query_params.from_dict(query)
    st.session_state[_WRITTEN] = _now()
    st.session_state[_KEPT] = chosen


def language_code() -> str:
    """The language chosen: German unless the visitor asked for English."""
    return "en" if st.session_state.get("lang", st.query_params.get("lang")) == "en" else "de"


def _now() -> dict[str, str | list[str]]:
    names = list(st.query_params)
    return {name: st.query_params.get_all(name) if name in _LISTS else st.query_params[name] for name in names}
