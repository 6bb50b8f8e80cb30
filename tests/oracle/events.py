"""What happens at events: K05 to K09, K11."""

from collections import Counter
from datetime import timedelta

RETURNS_WITHIN = timedelta(days=180)


def events_in(region, scope, period):
    """The ids of the events held on the topics looked at that began in the period."""
    return {
        name
        for name, row in region.held_events.items()
        if period.starts_on <= row["starts_on"] <= period.ends_on and scope.has_topic(row["topics"])
    }


def guests_in(region, scope, period):
    """The rows about guests looked at of these events."""
    events = events_in(region, scope, period)
    return [row for row in region.guests if row["event_id"] in events and scope.has(region, row["organisation_id"])]


def events_held(region, scope, period):
    """K05: events held; of districts, that of the event decides."""
    return sum(scope.has_district(region.events[name]["district"]) for name in events_in(region, scope, period))


def participations(region, scope, period):
    """K06: persons who came, with those counted without a list, who are of unknown kind and district."""
    listed = sum(row["persons"] for row in guests_in(region, scope, period) if row["status"] == "attended")
    if not scope.has_kind_and_district(None, None):
        return listed
    return listed + sum(region.events[name]["unlisted_headcount"] or 0 for name in events_in(region, scope, period))


def distinct_attendees(region, scope, period):
    """K07: different keys of persons among those who came; unknown where some came and none of them has a key."""
    keys = {row["person_id"] for row in guests_in(region, scope, period) if row["status"] == "attended"}
    return None if keys == {None} else len(keys - {None})


def events_with_registrations(region):
    """Events of which somebody is on record as registered, whether or not they came."""
    return {row["event_id"] for row in region.guests if row["registered_on"] or row["status"] != "attended"}


def no_show_rate(region, scope, period):
    """K08: no-shows in all who were registered, at events of which not only those who came are on record."""
    events = events_with_registrations(region)
    registered = [row for row in guests_in(region, scope, period) if row["event_id"] in events and not row["walk_in"]]
    came = sum(row["persons"] for row in registered if row["status"] == "attended")
    missing = sum(row["persons"] for row in registered if row["status"] == "no_show")
    return missing / (came + missing) if came + missing else None


def return_rate(region, scope, period):
    """K09: who came again on a later day within 180 days, of those whose first event lies in the period."""
    days = {}
    for visit in region.visits:
        days.setdefault(visit.organisation, set()).add(visit.day)
    on_topic = {
        (visit.organisation, visit.day)
        for visit in region.visits
        if scope.has_topic(region.events[visit.event]["topics"])
    }
    came_again = [
        any(first < day <= first + RETURNS_WITHIN for day in came)
        for name, came in days.items()
        if scope.has(region, name)
        and period.starts_on <= (first := min(came)) <= period.ends_on
        and first + RETURNS_WITHIN <= region.last_day
        and (name, first) in on_topic
    ]
    return sum(came_again) / len(came_again) if came_again else None


def event_mix(region, scope, period):
    """K11: the chance that two organisations of an event are of different kinds, on average over events of five.

    Where no kind is known, nothing is said.
    """
    chances, known = [], set()
    for event in events_in(region, scope, period):
        guests = {visit.organisation for visit in region.visits if visit.event == event}
        kinds = Counter(region.organisations[name]["kind"] for name in guests if scope.has(region, name))
        if (size := kinds.total()) >= 5:
            known |= kinds.keys() - {"unknown"}
            alike = sum(count * (count - 1) for count in kinds.values())
            chances.append(1 - alike / (size * (size - 1)))
    return sum(chances) / len(chances) if known else None
