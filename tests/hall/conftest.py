"""The hall's pages, asked as a browser would, without a browser."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from analytics.store import Store
from pages.hall.routes import ROUTES


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch):
    """Opens the hall's routes on a store: ``hall(store).get("/reception")``."""

    def open_hall(store: Store) -> TestClient:
        monkeypatch.setenv("NETWORK_STORE", str(store.folder))
        return TestClient(Starlette(routes=ROUTES))

    return open_hall
