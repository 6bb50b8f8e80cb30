"""What a visitor sees when a page fails: a sentence, and a way on; the log gets the rest."""

import logging

import streamlit as st

from analytics.errors import DashboardError
from analytics.language import Language
from pages.frame_parts.address import language_code
from pages.parts.escape_markdown import escape_markdown


def tell(error: Exception) -> bool:
    """Show the error in the visitor's language; True, so that Streamlit shows no traceback."""
    language = Language(language_code())
    if isinstance(error, DashboardError):
        st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
    else:
        logging.getLogger(__name__).error("a page failed", exc_info=error)
        st.error(language.text("frame.failed"), icon=":material/error:")
    return True
