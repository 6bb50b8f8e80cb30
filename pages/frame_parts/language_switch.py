"""German or English."""

import streamlit as st


def language_switch() -> None:
    """The switch; what it is set to stands in the address as ``lang``."""
    st.segmented_control(
        "Sprache / Language",
        ["de", "en"],
        format_func=str.upper,
        key="lang",
        label_visibility="collapsed",
        required=True,
    )
