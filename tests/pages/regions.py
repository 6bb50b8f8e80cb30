"""Stores made from the tables of a docstring, and what a page drew of them."""

import csv

from streamlit.testing.v1.element_tree import Block

from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build
from tests.tables import tables_in


def take(store: Store, folder, text: str) -> None:
    """Import the tables of ``text`` as one batch and build a snapshot of it."""
    folder.mkdir()
    for name, rows in tables_in(text).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    assert import_files(store, [folder]).rejections == []
    build(store)


def blocks(parent):
    """Every container below ``parent``, and ``parent`` itself."""
    yield parent
    for child in parent.children.values():
        if isinstance(child, Block):
            yield from blocks(child)


def card(page, label):
    """What stands in the card of the KPI with this label: its value, then the other texts in their order."""
    for block in blocks(page.main):
        elements = list(block.children.values())
        if any(element.type == "metric" and element.label == label for element in elements):
            metric = next(element for element in elements if element.type == "metric")
            return [metric.value, *(element.value for element in elements if element.type in ("markdown", "caption"))]
    return None
