"""The scope: kinds and districts of organisations, topics of events and cooperations, the coordinator in or out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """What is looked at; None for all. "unknown" is chosen like any other kind or district."""

    kinds: tuple | None = None
    districts: tuple | None = None
    topics: tuple | None = None
    with_coordinator: bool = False

    def has_kind_and_district(self, kind, district):
        """Whether somebody of this kind and district is looked at; None stands for unknown."""
        return (self.kinds is None or (kind or "unknown") in self.kinds) and self.has_district(district)

    def has_district(self, district):
        """Whether this district is looked at."""
        return self.districts is None or (district or "unknown") in self.districts

    def has_topic(self, topics):
        """Whether one of these topics is looked at."""
        return self.topics is None or bool(set(self.topics) & topics)

    def has(self, region, organisation):
        """Whether an organisation is looked at; a guest without one is of unknown kind and district."""
        row = region.organisations.get(organisation, {"kind": None, "district": None})
        return self.has_kind_and_district(row["kind"], row["district"])

    def has_one_of(self, region, organisations):
        """Whether what belongs to these organisations is looked at: one of them is enough; without a choice, always."""
        return (self.kinds is None and self.districts is None) or any(self.has(region, name) for name in organisations)
