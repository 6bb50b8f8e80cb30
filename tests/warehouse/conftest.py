"""The tables in a test's docstring as a snapshot, and questions put to it."""

import csv
import datetime

import pandas as pd
import pytest

from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import Period, Scope, View, build
from tests.tables import tables_in


@pytest.fixture
def ask(view):
    """Puts a question: its rows as tuples of the named columns, of all where none is named. The scope by keyword."""

    def put(question, *periods, columns=(), values=None, **scope):
        asked = [Period.parse(period) if isinstance(period, str) else period for period in periods]
        return rows_of(view.ask(question, asked, Scope(**scope), **(values or {})), *columns)

    return put


class Region:
    """A store of a test's own, which takes batches one after another, written as the tables of a docstring."""

    def __init__(self, folder):
        self._folder = folder
        self.store = Store(folder / "store")

    def take(self, text):
        """Import the tables as one batch; the batch's name."""
        folder = self._folder / f"batch {len(list(self._folder.iterdir()))}"
        folder.mkdir()
        for name, rows in tables_in(text).items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        report = import_files(self.store, [folder])
        assert report.rejections == []
        return report.batch

    def view(self, audience="management"):
        """What the store holds now, built."""
        return View(build(self.store), audience)


@pytest.fixture
def region(tmp_path):
    return Region(tmp_path)


def rows_of(frame, *columns):
    """A frame's rows as tuples of plain values: missing ones are None, days are dates."""
    chosen = frame[list(columns)] if columns else frame
    return [tuple(map(_plain, row)) for row in chosen.itertuples(index=False, name=None)]


def _plain(value):
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    return value.date() if isinstance(value, datetime.datetime) else value
