"""While an evening lasts: the pages of the hall, to be opened here and by phones."""

from urllib.parse import quote, urlsplit

import streamlit as st

from analytics.language import Language
from analytics.reception.evening import Evening
from analytics.warehouse import View
from pages.evening.door import door_query, end_of_evening, new_link, who_has_come
from pages.evening.qr import qr_code
from pages.parts.escape_markdown import escape_markdown

_PAGES = {"reception": ":material/slideshow:", "door": ":material/how_to_reg:", "feedback": ":material/rate_review:"}
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def evening_tonight(view: View, language: Language, evening: Evening) -> None:
    """The show, the door and the form for feedback: each opens in a tab of its own, or on a phone by its code."""
    del view
    who_has_come(language, evening)
    cards = st.container()
    base = _base(language)
    with cards:
        _cards(base, language, evening)
    new_link(language)
    st.subheader(language.text("evening.end"), anchor=False)
    end_of_evening(language, evening)


def _cards(base: str | None, language: Language, evening: Evening) -> None:
    for column, (name, icon) in zip(st.columns(len(_PAGES)), _PAGES.items(), strict=True):
        with column, st.container(border=True, key=f"evening_{name}"):
            _page(name, icon, base, language, evening)
    st.caption(escape_markdown(language.text("evening.tonight_read")))


def _page(name: str, icon: str, base: str | None, language: Language, evening: Evening) -> None:
    query = f"{name}?event={quote(evening.event_id, safe='')}&lang={language.code}"
    for_phones = door_query(evening, language) if name == "door" else query
    if name == "reception" and base is not None and base != _own_address():
        query += f"&phones={quote(base, safe='')}"  # the code that the show itself puts on the screen leads there, too
    title = language.text(f"evening.page_{name}")
    st.subheader(f"{icon} {title}", anchor=False)
    st.markdown(escape_markdown(language.text(f"evening.page_{name}_read")))
    st.link_button(
        language.text("evening.open"),
        query,
        type="primary",
        icon=":material/open_in_new:",
        key=f"open_{name}",
        width="stretch",
    )
    if base is not None:
        qr_code(f"{base}/{for_phones}", alt=language.text("evening.qr", title=title))
        st.code(f"{base}/{for_phones}", language=None, wrap_lines=True)


def _base(language: Language) -> str | None:
    """The address by which phones reach this server: the visitor's own, or what is typed in; None where neither is."""
    own = _own_address()
    if own is not None and urlsplit(own).hostname not in _LOCAL:
        return own
    with st.expander(language.text("evening.phones"), icon=":material/smartphone:"):
        st.markdown(escape_markdown(language.text("evening.phones_read")))
        typed = st.text_input(
            language.text("evening.phones_address"), key="evening_address", placeholder="http://192.168.178.20:8501"
        ).strip()
        if typed and not _is_address(typed):
            st.warning(language.text("evening.phones_not_an_address"), icon=":material/link_off:")
    return typed.rstrip("/") if _is_address(typed) else None


def _own_address() -> str | None:
    """Where the visitor's browser found the dashboard; None where that is not known."""
    url = st.context.url
    return without_page(url) if url else None


def without_page(url: str) -> str:
    """The dashboard's address from that of this page."""
    return url.rstrip("/").removesuffix("/evening").rstrip("/")


def _is_address(typed: str) -> bool:
    try:
        parts = urlsplit(typed)
        is_known = parts.scheme in ("http", "https") and bool(parts.hostname)
        return is_known and parts.port != 0  # asking for a port that there cannot be raises ValueError
    except ValueError:
        return False
