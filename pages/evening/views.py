"""The data behind an evening: by name for its hosts, and as everybody may read it."""

import streamlit as st

from analytics.store import Store
from analytics.warehouse import Snapshot, View, current
from pages.access.visitor import require


def hosts_view() -> View:
    """The newest data by name, for the guest list and the sheet of introductions and nothing else.

    Staff are otherwise shown what the public sees. Raises AccessError for whoever is neither staff nor management.
    """
    require("management", "staff")
    return _view(current(Store()), "management")


def public_view() -> View:
    """The newest data as everybody may see it."""
    return _view(current(Store()), "public")


@st.cache_resource(max_entries=4, show_spinner=False)
def _view(snapshot: Snapshot, audience: str) -> View:
    return View(snapshot, audience)
