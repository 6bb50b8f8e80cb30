"""What is applied for and won: K25, K26."""

from collections import Counter, defaultdict


def concerns(region, scope, row):
    """Whether an application is of an organisation or a cooperation looked at; an organisation's has no topic."""
    cooperation = region.cooperations_by_id.get(row["cooperation_id"])
    if not scope.has_topic(cooperation.topics if cooperation else frozenset()):
        return False
    applicants = {row["organisation_id"]} if row["organisation_id"] else cooperation.members
    return scope.has_one_of(region, applicants)


def decided_in(region, scope, period):
    """The applications looked at that were decided in the period."""
    return [
        row
        for row in region.decided
        if period.starts_on <= row["decided_on"] <= period.ends_on and concerns(region, scope, row)
    ]


def approval_rate(region, scope, period):
    """K25: share of the approved in the supported applications that were decided."""
    decided = [
        row["status"]
        for row in decided_in(region, scope, period)
        if row["supported"] and row["status"] in ("approved", "declined")
    ]
    return decided.count("approved") / len(decided) if decided else None


def grants(region, scope, period):
    """The sums won, each project's once.

    Within a programme a cooperation's grant as a whole stands for all its partners' shares; else the same sum stated by
    several partners on one day is one decision, and a partner's own grants are never one.
    """
    approved = [row for row in region.decided if row["status"] == "approved"]
    whole = {
        (row["cooperation_id"], row["programme"])
        for row in approved
        if row["organisation_id"] is None and row["approved_eur"] is not None
    }
    decisions = defaultdict(Counter)
    for row in decided_in(region, scope, period):
        if row["status"] != "approved" or row["approved_eur"] is None:
            continue
        project = (row["cooperation_id"], row["programme"])
        if row["cooperation_id"] is None or row["organisation_id"] is None:
            yield row["approved_eur"]
        elif project not in whole:
            decisions[(*project, row["decided_on"], row["approved_eur"])][row["organisation_id"]] += 1
    for (_, _, _, amount), partners in decisions.items():
        yield amount * max(partners.values())


def funding_won(region, scope, period):
    """K26: the sum of the grants."""
    return sum(grants(region, scope, period))
