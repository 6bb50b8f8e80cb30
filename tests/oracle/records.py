"""A region's tables as plain records, read from CSV files: dates, numbers, truth values and words, None where empty."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import combinations
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
ENTERPRISES = ("company", "startup")
DAY = timedelta(days=1)


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
    """The district in which a postcode lies; where it lies in two, the place decides, and None where that is open."""
    rows = [row for row in cells_of(REFERENCE / "postcodes_nrw.csv") if row["postcode"] == postcode]
    if len(rows) > 1:
        rows = [row for row in rows if row["place"] == place]
    return rows[0]["ags5"] if len(rows) == 1 else None


@dataclass(frozen=True)
class Visit:
    """An organisation at an event that was held."""

    organisation: str
    event: str
    day: date


@dataclass(frozen=True)
class Cooperation:
    """A cooperation with its history: the day of each stage, and who was in it from when until when (None: open)."""

    name: str
    kind: str
    topics: frozenset
    evidence: str | None
    ended_on: date | None
    stages: dict
    spans: tuple

    def reached(self, stage):
        """The first day at this stage or above; None without one."""
        return min((day for reached, day in self.stages.items() if reached >= stage), default=None)

    @property
    def begun(self):
        """The first day at any stage; None without one."""
        return self.reached(1)

    @property
    def agreed(self):
        """The first day at stage 3 or above; None without one."""
        return self.reached(3)

    def is_active(self, day):
        """Agreed and not yet ended; on the day of its end it still is."""
        return self.agreed is not None and self.agreed <= day and not (self.ended_on and self.ended_on < day)

    @property
    def members(self):
        """Everybody who ever was in it."""
        return {name for name, _, _ in self.spans}

    def members_on(self, day):
        """Who is in it on a day; on the day of joining and of leaving, too."""
        return {
            name
            for name, joined_on, left_on in self.spans
            if (joined_on is None or joined_on <= day) and (left_on is None or day <= left_on)
        }

    def first_together(self, pair, since):
        """The first day from ``since`` on on which both are in it before it ends; None where there is none."""
        if since is None:
            return None
        days = {since, *(joined_on for name, joined_on, _ in self.spans if name in pair and joined_on)}
        days = {day for day in days if day >= since and not (self.ended_on and self.ended_on < day)}
        return min((day for day in days if set(pair) <= self.members_on(day)), default=None)


class Region:
    """All records of one region, and what the KPIs' words take for granted about them."""

    def __init__(self, folder):
        self.tables = {table: records_of(folder, table) for table in COLUMNS}
        self.organisations = {row["organisation_id"]: row for row in self.tables["organisations"]}
        self.events = {row["event_id"]: row for row in self.tables["events"]}
        for row in self.organisations.values():
            if row["district"] is None:
                row["district"] = district_of_postcode(row["postcode"], row["place"])

    @cached_property
    def coordinators(self):
        """The coordinating office's ids."""
        return {name for name, row in self.organisations.items() if row["is_coordinator"]}

    @cached_property
    def held_events(self):
        """Events that took place, by id."""
        return {name: row for name, row in self.events.items() if row["status"] == "held"}

    @cached_property
    def guests(self):
        """Rows about guests of events that took place, each with the day of its event."""
        return [
            {**row, "day": self.held_events[row["event_id"]]["starts_on"], "persons": row["persons"] or 1}
            for row in self.tables["participations"]
            if row["event_id"] in self.held_events
        ]

    @cached_property
    def attended(self):
        """The guests of whom it is on record that they came."""
        return [row for row in self.guests if row["status"] == "attended"]

    @cached_property
    def visits(self):
        """Which organisation was at which event."""
        return {
            Visit(row["organisation_id"], row["event_id"], row["day"])
            for row in self.attended
            if row["organisation_id"] is not None
        }

    @cached_property
    def consultations(self):
        """All consultations held."""
        return self.tables["consultations"]

    @cached_property
    def cooperations(self):
        """Cooperations whose history is possible."""
        stages, spans = {}, {}
        for row in self.tables["cooperation_stages"]:
            stages.setdefault(row["cooperation_id"], {})[row["stage"]] = row["since"]
        for row in self.tables["cooperation_members"]:
            span = (row["organisation_id"], row["joined_on"], row["left_on"])
            spans.setdefault(row["cooperation_id"], []).append(span)
        return [
            Cooperation(
                row["cooperation_id"],
                row["kind"],
                row["topics"],
                row["evidence"],
                row["ended_on"],
                stages.get(row["cooperation_id"], {}),
                tuple(spans.get(row["cooperation_id"], ())),
            )
            for row in self.tables["cooperations"]
        ]

    @cached_property
    def cooperations_by_id(self):
        """The same by their ids."""
        return {cooperation.name: cooperation for cooperation in self.cooperations}

    @cached_property
    def days(self):
        """The days on which something happened or began: events, consultations, stages, decisions."""
        return [
            *(row["starts_on"] for row in self.held_events.values()),
            *(row["held_on"] for row in self.consultations),
            *(row["since"] for row in self.tables["cooperation_stages"]),
            *(row["decided_on"] for row in self.tables["funding"] if row["decided_on"]),
        ]

    @cached_property
    def last_day(self):
        """The last day that the data tells of, today at the latest."""
        return min(max(self.days), date.today()) if self.days else None

    def day_of(self, period):
        """The day of what is measured at a date: the period's end or the last day of data, whichever is earlier."""
        return min(period.ends_on, self.last_day)


def pairs(names):
    """Every two of them, once, in one order."""
    return combinations(sorted(names), 2)
