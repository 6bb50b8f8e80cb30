"""Evenings on tiny stores of their own, which a door may write to."""

import shutil
from datetime import date, datetime

import pytest

from analytics.reception.door import Door
from analytics.reception.evening import Evening
from analytics.store import Store
from analytics.warehouse import View, current
from tests.tables import store_from

DAY = date(2025, 6, 1)
"""The day of the evening in these tests."""


def at(hour, minute=0, second=0, day=DAY):
    return datetime(day.year, day.month, day.day, hour, minute, second)


@pytest.fixture(scope="module")
def made(request, tmp_path_factory):
    """The tables in the file's docstring, as a store."""
    return store_from(request.module.__doc__, tmp_path_factory.mktemp("evening"))


@pytest.fixture
def store(made, tmp_path):
    """A copy of that store, which a test may write to."""
    shutil.copytree(made.folder, tmp_path / "store")
    return Store(tmp_path / "store")


def door_of(store, event_id="evening"):
    view = View(current(store))
    return Door(store, view, Evening.of(view, event_id))
