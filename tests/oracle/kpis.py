"""Every KPI by name, each a function of a region, a scope and a period, which gives a number, or None if undefined."""

from functools import partial

from tests.oracle import completeness, cooperations, events, funding, meetings, network, reach, survival, targets

OVER_A_PERIOD = {
    "organisations_reached": reach.organisations_reached,
    "smes_reached": reach.smes_reached,
    "sme_share": reach.sme_share,
    "manufacturing_share": reach.manufacturing_share,
    "events_held": events.events_held,
    "participations": events.participations,
    "distinct_attendees": events.distinct_attendees,
    "no_show_rate": events.no_show_rate,
    "return_rate": events.return_rate,
    "newcomers": reach.newcomers,
    "event_mix": events.event_mix,
    "new_cooperations": cooperations.new_cooperations,
    "district_coverage": reach.district_coverage,
    "enterprises_advised": reach.enterprises_advised,
    "approval_rate": funding.approval_rate,
    "funding_won": funding.funding_won,
}
AT_A_DATE = {
    "active_cooperations": cooperations.active_cooperations,
    "cooperating_organisations": cooperations.cooperating_organisations,
    "enterprises_with_research": cooperations.enterprises_with_research,
    "cross_sector_share": network.cross_sector_share,
    "maturation": cooperations.maturation,
    "time_to_agreement": survival.time_to_agreement,
    "mean_partners": network.mean_partners,
    "cohesion": network.cohesion,
    "robustness": network.robustness,
    "bridges": network.bridges,
    "ties_after_meeting": meetings.ties_after_meeting,
    "completeness": completeness.completeness,
}
MEASURED = OVER_A_PERIOD | AT_A_DATE

CONTACTS = (
    "organisations_reached",
    "smes_reached",
    "sme_share",
    "manufacturing_share",
    "newcomers",
    "district_coverage",
)
EVENTS = ("events_held", "participations", "no_show_rate", "return_rate", "event_mix")
COOPERATIONS = (
    "active_cooperations", "new_cooperations", "enterprises_with_research", "maturation", "time_to_agreement",
)  # fmt: skip
MEMBERS = ("cooperating_organisations", "cross_sector_share", "mean_partners", "cohesion", "robustness", "bridges")
FUNDING = ("approval_rate", "funding_won")


def has_data(region, name):
    """Whether there is anything at all that the KPI counts, whenever and of whomever it be."""
    facts = {
        CONTACTS: region.visits or region.consultations,
        EVENTS: region.events,
        ("distinct_attendees",): region.tables["participations"],
        COOPERATIONS: region.recorded_cooperations,
        MEMBERS: region.tables["cooperation_members"],
        FUNDING: region.tables["funding"],
        ("enterprises_advised",): region.consultations,
    }
    return all(found for names, found in facts.items() if name in names)


def value(name, region, scope, period):
    """The KPI's value; None where it is undefined, where there is no data, and for periods after the last of it."""
    last_day = region.last_day if name in OVER_A_PERIOD else region.until_day
    if last_day is None or period.starts_on > last_day or not has_data(region, name):
        return None
    return KPIS[name](region, scope, period)


KPIS = MEASURED | {"target_achievement": partial(targets.target_achievement, value=value, at_a_date=AT_A_DATE)}
