"""The tables that stand in a test's docstring, imported and built: what a test asks is what its reader sees.

A table is written as its name and a colon, then its header and its rows with cells parted by bars.
"""

import csv
import inspect
from pathlib import Path

from analytics.intake.importing import import_files
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import View, build, current


def tables_in(text):
    """The tables of a docstring: by name, the rows as lists of cells, the header first."""
    tables, rows = {}, None
    for line in inspect.cleandoc(text or "").splitlines():
        name = line.strip().removesuffix(":")
        if line.strip().endswith(":") and name in TABLES:
            rows = tables.setdefault(name, [])
        elif rows is not None and line.strip():
            rows.append([cell.strip() for cell in line.split("|")])
        else:
            rows = None
    return tables


def store_from(text, folder):
    """A store of a docstring's tables, built; every row of them must be accepted."""
    for name, rows in tables_in(text).items():
        with Path(folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    store = Store(folder / "store")
    report = import_files(store, [folder])
    assert [found.reason("en") for found in report.rejections] == []
    build(store)
    return store


def built_from(text, folder):
    """A view of the snapshot of a docstring's tables."""
    return View(current(store_from(text, folder)))
