"""Are we on course?"""

import streamlit as st

from pages.parts.report_button import report_button
from pages.parts.visit import Visit
from pages.progress.economy import economy
from pages.progress.impact import impact
from pages.progress.indicator_sheets import indicator_sheets
from pages.progress.outlook import progress_outlook
from pages.progress.targets import progress_targets


def show(visit: Visit) -> None:
    """The blocks in which public money is accounted for: what was to be achieved, what it did, what it cost."""
    st.title(visit.text("progress.question"), anchor=False)
    report_button(visit)
    progress_targets(visit)
    progress_outlook(visit)
    impact(visit)
    economy(visit)
    indicator_sheets(visit)
