"""A region's tables as plain records, read from CSV files: dates, numbers, truth values and words, None where empty."""

import csv
from datetime import date
from functools import cache
from pathlib import Path


def a_word(cell):
    return cell or None


def a_day(cell):
    return date.fromisoformat(cell) if cell else None


def a_number(cell):
    return float(cell) if cell else None


def a_count(cell):
    return int(cell) if cell else None


def a_truth(cell):
    return cell == "true"


def topics(cell):
    return frozenset(topic.strip() for topic in cell.split(",") if topic.strip())


COLUMNS = {
    "organisations": {
        "organisation_id": a_word, "kind": a_word, "size": a_word, "nace_code": a_word, "postcode": a_word,
        "place": a_word, "district": a_word, "member_since": a_day, "is_coordinator": a_truth,
    },
    "events": {
        "event_id": a_word, "starts_on": a_day, "district": a_word, "topics": topics, "status": a_word,
        "unlisted_headcount": a_count,
    },
    "participations": {
        "event_id": a_word, "organisation_id": a_word, "person_id": a_word, "persons": a_count, "status": a_word,
        "walk_in": a_truth, "registered_on": a_day,
    },
    "cooperations": {
        "cooperation_id": a_word, "kind": a_word, "topics": topics, "evidence": a_word, "ended_on": a_day,
    },
    "cooperation_stages": {"cooperation_id": a_word, "stage": a_count, "since": a_day},
    "cooperation_members": {
        "cooperation_id": a_word, "organisation_id": a_word, "joined_on": a_day, "left_on": a_day,
    },
    "consultations": {"organisation_id": a_word, "held_on": a_day, "is_structured": a_truth},
    "funding": {
        "organisation_id": a_word, "cooperation_id": a_word, "programme": a_word, "status": a_word,
        "approved_eur": a_number, "decided_on": a_day, "supported": a_truth,
    },
    "targets": {
        "kpi": a_word, "starts_on": a_day, "due_on": a_day, "baseline": a_number, "target": a_number, "source": a_word,
    },
}  # fmt: skip
"""What is read of each table, and how its cells are understood."""

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def cells_of(path):
    """A file's rows of cells; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def records_of(folder, table):
    """A table's rows with their meaning; a column that is not there is empty."""
    columns = COLUMNS[table].items()
    return [
        {column: understood(row.get(column, "")) for column, understood in columns}
        for row in cells_of(folder / f"{table}.csv")
    ]


CORE_DISTRICTS = [row["ags5"] for row in cells_of(REFERENCE / "districts_nrw.csv") if row["is_core"] == "True"]


@cache
def district_of_postcode(postcode, place):
    """The district in which a postcode lies; where it lies in two, the place decides, and None where that is open.

    A postcode that is none of the state's lies elsewhere in Germany.
    """
    rows = [row for row in cells_of(REFERENCE / "postcodes_nrw.csv") if row["postcode"] == postcode]
    if not rows and postcode and len(postcode) == 5 and postcode.isdigit():
        return "elsewhere"
    if len(rows) > 1:
        rows = [row for row in rows if row["place"] == place]
    return rows[0]["ags5"] if len(rows) == 1 else None
