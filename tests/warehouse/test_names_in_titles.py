"""Masked audiences read no title and no venue in which an organisation is named that did not agree to it.

organisations:
organisation_id | name                              | kind    | consents_to_name
o1              | Abel                              | company | no
o2              | Kessel AG                         | company |
o3              | Institut für Übermut und Optik    | science | no
o4              | Offen GmbH                        | company | yes
o5              | KIT                               | science | no
o6              | Zwölf & Co                        | company | no
"""

import csv

import duckdb
import pytest

from analytics.intake.importing import import_files
from analytics.warehouse import build
from tests.tables import store_from

LONG = "x" * 500
NAMING = [
    "Abel",
    "Zu Gast bei ABEL",
    "Babelsberg",
    "Besuch der KESSEL AG in Hagen",
    "Im Institut für Übermut und Optik",
    "Das institut für übermut und optik!",
    "Zwölf & Co",
    f"{LONG} Kessel AG {LONG}",
    "y" * 396 + "abel",
    "y" * 397 + "abel",
]
OTHERS = [
    "Abe lädt ein",
    "Kessel",
    "Kessel und die AG",
    "Im Institut für Übermut und Optimismus",
    "Bei der Offen GmbH",
    "Am KIT",
    "Zwölf & C",
    "Ab",
    f"{LONG} Kessel {LONG}",
    "y" * 397 + "abe",
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """By text: as which title and which venue an event shows it."""
    folder = tmp_path_factory.mktemp("titles")
    store = store_from(__doc__, folder)
    with (folder / "events.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["event_id", "title", "venue", "starts_on", "format", "status"])
        rows.writerows([text, text, text, "2026-03-01", "workshop", "held"] for text in NAMING + OTHERS)
    assert import_files(store, [folder / "events.csv"]).rejections == []
    with duckdb.connect(str(build(store).path), read_only=True) as connection:
        rows = connection.execute("select event_id, shown_title, shown_venue from base.events").fetchall()
    return {text: (title, venue) for text, title, venue in rows}


@pytest.mark.parametrize("text", NAMING)
def test_a_name_is_found_wherever_it_stands(shown, text):
    title, venue = shown[text]
    assert title.startswith("#")
    assert venue is None


@pytest.mark.parametrize("text", OTHERS)
def test_texts_without_such_a_name_are_shown(shown, text):
    assert shown[text] == (text, text)


def test_every_event_stands_once(shown):
    assert len(shown) == len(NAMING + OTHERS)
