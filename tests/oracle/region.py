"""All records of one region, and what the KPIs' words take for granted about them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from tests.oracle.files import COLUMNS, district_of_postcode, records_of
from tests.oracle.history import Cooperation

ENTERPRISES = ("company", "startup")


@dataclass(frozen=True)
class Visit:
    """An organisation at an event that was held."""

    organisation: str
    event: str
    day: date


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
        return [cooperation for cooperation in self.recorded_cooperations if cooperation.is_possible]

    @cached_property
    def stages(self):
        """When which cooperation reached which stage; what is yet to come has not happened."""
        return [row for row in self.tables["cooperation_stages"] if row["since"] <= date.today()]

    @cached_property
    def recorded_cooperations(self):
        """All cooperations on record, possible or not."""
        stages, spans = {}, {}
        for row in self.stages:
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
        """All cooperations on record by their ids."""
        return {cooperation.name: cooperation for cooperation in self.recorded_cooperations}

    @cached_property
    def days(self):
        """The days on which something happened or began: events, consultations, stages, decisions."""
        return [
            *(row["starts_on"] for row in self.held_events.values()),
            *(row["held_on"] for row in self.consultations),
            *(row["since"] for row in self.stages),
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
