"""A visitor is there while the data changes: the next run shows the new snapshot, choices stay, and so do old links."""

import pytest

from analytics.store import Store
from analytics.warehouse import build
from tests.pages.regions import take

FIRST = """
organisations:
organisation_id | name  | kind
a               | Alpha | company

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-01-10
c2              | a               | 2024-04-10
"""

SECOND = """
organisations:
organisation_id | name | kind
b               | Beta | science

consultations:
consultation_id | organisation_id | held_on
c3              | b               | 2024-01-11
c4              | b               | 2024-08-10
"""


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "store")
    take(found, tmp_path / "first", FIRST)
    return found


def _reached(page):
    """The value of the first card, organisations reached."""
    return page.metric[0].value


def _snapshot(page):
    return page.caption[-1].value


def test_the_next_run_shows_it(store, opened, tmp_path):
    page = opened(store)
    assert _reached(page) == "1"
    before = _snapshot(page)
    take(store, tmp_path / "second", SECOND)
    assert _reached(page) == "1"
    page.run()
    assert not page.exception
    assert _reached(page) == "2"
    assert _snapshot(page) != before


def test_an_undo_shows_the_earlier_one(store, opened, tmp_path):
    page = opened(store)
    before = _snapshot(page)
    take(store, tmp_path / "second", SECOND)
    page.run()
    store.undo(store.active()[-1].batch)
    build(store)
    page.run()
    assert (_reached(page), _snapshot(page)) == ("1", before)


def test_what_was_chosen_stays(store, opened, tmp_path):
    page = opened(store, kinds="company", **{"from": "2024-Q1", "until": "2024-Q1"})
    take(store, tmp_path / "second", SECOND)
    page.run()
    assert not page.exception
    assert page.multiselect("kinds").value == ["company"]
    assert (page.selectbox("from").value, page.selectbox("until").value) == ("2024-Q1", "2024-Q1")
    assert _reached(page) == "1"


def test_an_event_that_is_open_closes_when_it_is_taken_back(store, opened, tmp_path):
    take(
        store,
        tmp_path / "events",
        """
        events:
        event_id | title | starts_on  | format | status
        e1       | Forum | 2024-02-01 | forum  | held
        e2       | Other | 2024-02-02 | forum  | held
        """,
    )
    page = opened(store, "events", event="e1")
    assert [header.value for header in page.header] == ["Forum"]
    store.undo(store.active()[-1].batch)
    build(store)
    page.run()
    assert not page.exception
    assert not page.header


def test_the_first_data_comes_while_somebody_waits(opened, tmp_path):
    store = Store(tmp_path / "fresh")
    page = opened(store)
    assert not page.exception
    assert len(page.info) == 1
    take(store, tmp_path / "first-files", FIRST)
    page.run()
    assert not page.exception
    assert _reached(page) == "1"
