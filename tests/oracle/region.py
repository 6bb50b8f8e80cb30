"""All records of one region, and what the KPIs' words take for granted about them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from tests.oracle.files import COLUMNS, district_of_postcode, records_of
from tests.oracle.history import Cooperation

TODAY = date.today()
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
        return {name: row for name, row in self.events.items() if row["status"] == "held" and row["starts_on"] <= TODAY}

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
        return [row for row in self.tables["consultations"] if row["held_on"] <= TODAY]

    @cached_property
    def decided(self):
        """All applications that were decided."""
        return [row for row in self.tables["funding"] if row["decided_on"] and row["decided_on"] <= TODAY]

    @cached_property
    def stages(self):
        """The days on which each cooperation reached its stages, as recorded."""
        days = {row["cooperation_id"]: {} for row in self.tables["cooperations"]}
        for row in self.tables["cooperation_stages"]:
            days[row["cooperation_id"]][row["stage"]] = row["since"]
        return days

    @cached_property
    def spans(self):
        """From when until when who was in each cooperation; a row without days only says that somebody was."""
        rows = {row["cooperation_id"]: [] for row in self.tables["cooperations"]}
        for row in self.tables["cooperation_members"]:
            rows[row["cooperation_id"]].append((row["organisation_id"], row["joined_on"], row["left_on"]))
        return {
            name: tuple(span for span in spans if any(span[1:]) or not has_days(span[0], spans))
            for name, spans in rows.items()
        }

    @cached_property
    def recorded_cooperations(self):
        """All cooperations on record, possible or not, with what happened of their histories."""
        return [
            Cooperation(
                row["cooperation_id"],
                row["kind"],
                row["topics"],
                row["evidence"],
                row["ended_on"],
                happened(self.stages[row["cooperation_id"]], row["ended_on"]),
                self.spans[row["cooperation_id"]],
            )
            for row in self.tables["cooperations"]
        ]

    @cached_property
    def cooperations(self):
        """Those whose history is possible as it is recorded."""
        return [
            cooperation
            for cooperation in self.recorded_cooperations
            if is_possible(self.stages[cooperation.name], cooperation.ended_on)
        ]

    @cached_property
    def cooperations_by_id(self):
        """All cooperations on record by their ids."""
        return {cooperation.name: cooperation for cooperation in self.recorded_cooperations}

    @cached_property
    def last_day(self):
        """The last day on which something happened or began: an event, a consultation, a stage, a decision."""
        days = [
            *(row["starts_on"] for row in self.held_events.values()),
            *(row["held_on"] for row in self.consultations),
            *(day for cooperation in self.recorded_cooperations for day in cooperation.stages.values()),
            *(row["decided_on"] for row in self.decided),
        ]
        return max(days, default=None)

    @cached_property
    def until_day(self):
        """The last day of the data for what is measured at a date: a cooperation may have ended later."""
        ends = [row["ended_on"] for row in self.tables["cooperations"] if row["ended_on"]]
        past = [day for day in ends if day <= TODAY]
        return max(self.last_day, *past) if past and self.last_day else self.last_day

    def day_of(self, period):
        """The day of what is measured at a date: the period's end or the last day of data, whichever is earlier."""
        return min(period.ends_on, self.until_day)


def happened(stages, ended_on):
    """The stages without what is yet to come, and without those that an agreed cooperation reached after its end."""
    agreed = min((day for stage, day in stages.items() if stage >= 3), default=None)
    last = ended_on if agreed and ended_on and agreed <= ended_on else TODAY
    return {stage: day for stage, day in stages.items() if day <= min(last, TODAY)}


def is_possible(stages, ended_on):
    """Whether no stage came before a lower one, and the end neither before the beginning nor before the agreement."""
    days = [day for _, day in sorted(stages.items())]
    agreed = [day for stage, day in stages.items() if stage >= 3]
    return days == sorted(days) and not (ended_on and any(ended_on < min(known) for known in (days, agreed) if known))


def has_days(organisation, spans):
    """Whether one of an organisation's memberships is dated."""
    return any(name == organisation and (joined_on or left_on) for name, joined_on, left_on in spans)


def pairs(names):
    """Every two of them, once, in one order."""
    return combinations(sorted(names), 2)
