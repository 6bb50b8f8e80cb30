"""From one page of the dashboard to another."""

import streamlit as st


def page_button(name: str, label: str, icon: str, **choices: str) -> None:
    """A button that leads to the page at the address ``name``, with what is chosen there."""
    if st.button(label, icon=icon, key=f"to_{name}"):
        st.session_state.update(choices)
        st.switch_page(st.Page(_nothing, url_path=name, title=name))


def _nothing() -> None:
    """Stands for the page, which Streamlit knows by its address."""
