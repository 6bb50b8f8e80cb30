"""A file dropped on page Data, and the page's buttons."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build
from pages.intake import upload

DE = Language("de")


@pytest.fixture
def own(tmp_path) -> Store:
    """A store without anything, published."""
    store = Store(tmp_path / "store")
    build(store)
    return store


@pytest.fixture
def dropped(opened, monkeypatch) -> Callable[..., AppTest]:
    """The page with a file dropped on it, and ``more`` by name, when they have been checked: ``dropped(store, content)``."""
    monkeypatch.setattr(upload, "_AT_ONCE", 60.0)

    def drop(store: Store, content: str, name: str = "datei.csv", lang: str = "de", **more: str) -> AppTest:
        page = opened(store, "intake", lang=lang)
        files = {name: content} | {f"{other}.csv": text for other, text in more.items()}
        page.file_uploader[0].set_value([(each, text.encode(), "text/csv") for each, text in files.items()])
        return page.run()

    return drop


def button(page: AppTest, key: str) -> Button:
    """The page's one button with the German text ``key``."""
    (found,) = [button for button in page.button if button.label == DE.text(key)]
    return found
