"""Pages opened as a visitor would, without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from pages.access import visitor
from pages.access.access_settings import Role
from pages.access.role import Access

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"
Opener = Callable[..., AppTest]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Opens a page of the dashboard on a store: ``opened(store, "growth", role="ministry", lang="en")``."""

    def open_page(store: Store, page: str = "overview", role: Role = "management", **query: str | list[str]) -> AppTest:
        monkeypatch.setenv("NETWORK_STORE", str(store.folder))
        monkeypatch.setattr(visitor, "current_user", lambda: Access(role, "signed_in"))
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if page != "overview":
            # AppTest.switch_page knows pages that are files; ours are functions, found by their address.
            registered = app._registered_pages.items()
            app._page_hash = next(known for known, info in registered if info.get("url_pathname") == page)
            app.run()
        return app

    return open_page
