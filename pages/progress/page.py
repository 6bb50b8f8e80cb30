"""Are we on course?"""

import streamlit as st

from pages.parts.page_context import PageContext
from pages.parts.report_button import report_button
from pages.progress.economy import economy
from pages.progress.impact import impact
from pages.progress.indicator_sheets import indicator_sheets
from pages.progress.outlook import progress_outlook
from pages.progress.targets import progress_targets


def show(context: PageContext) -> None:
    """The blocks in which public money is accounted for: what was to be achieved, what it did, what it cost."""
    st.title(context.text("progress.question"), anchor=False)
    report_button(context)
    progress_targets(context)
    progress_outlook(context)
    impact(context)
    economy(context)
    indicator_sheets(context)
