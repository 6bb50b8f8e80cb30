"""What is known on a day of who knows whom: all that introductions are made from."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analytics.warehouse import EVERYTHING, Scope, ScopedCursor, View


@dataclass(frozen=True)
class Acquaintances:
    """Who works together, who met, and on what, as far as this audience may be told it by name.

    ``organisations``: one row per organisation that may be introduced, never the coordinator: organisation_id, name,
    kind, district, district_name, seen_on (the day of its first trace), left_on. ``contacts``: one row per cooperation
    at whatever stage and pair of its members: organisation_id < partner_id, known_on (NaT where undated). ``ties``: the
    same of what is agreed: since. ``attendances``: one row per organisation and held event: event_id, happened_on.
    ``topics``: one row per organisation, topic and occasion: topic, happened_on, event_id or cooperation_id.
    """

    organisations: pd.DataFrame
    contacts: pd.DataFrame
    ties: pd.DataFrame
    attendances: pd.DataFrame
    topics: pd.DataFrame

    @classmethod
    def of(cls, view: View, scope: Scope = EVERYTHING) -> "Acquaintances":
        """All that ``view`` shows within ``scope``.

        Who is in contact is asked for on all topics, and of all that there is: whoever works together on another
        topic, or confidentially, needs no introduction. It only takes suggestions away.
        """
        on_any = replace(scope, topics=None)
        return cls._asked(view.within(scope=scope), view.within(scope=on_any), view.counting(scope=on_any))

    @classmethod
    def counted(cls, view: View, scope: Scope = EVERYTHING) -> "Acquaintances":
        """All that there is within ``scope``, whatever the audience, for a count of it: it must not be shown itself."""
        on_any = view.counting(scope=replace(scope, topics=None))
        return cls._asked(view.counting(scope=scope), on_any, on_any)

    @classmethod
    def _asked(cls, on_topic: ScopedCursor, on_any: ScopedCursor, of_all: ScopedCursor) -> "Acquaintances":
        organisations = on_any.ask("introduction_organisations")
        pairs = on_topic.ask("introduction_pairs")
        known = organisations["organisation_id"]
        return cls(
            organisations=organisations,
            contacts=_among(of_all.ask("introduction_pairs"), known),
            ties=_among(pairs[pairs["since"].notna() & pairs["is_open"]], known),
            attendances=_among(on_topic.ask("network_attendances"), known),
            topics=_among(on_topic.ask("introduction_topics"), known),
        )

    def by(self, day: date) -> "Acquaintances":
        """What was known at the end of ``day``: every later row is gone, and so is every later day in a row.

        What has no day counts as known all along. Name, kind and district are taken as they are today.
        """
        last = pd.Timestamp(day)
        seen, left = self.organisations["seen_on"], self.organisations["left_on"]
        return Acquaintances(
            organisations=self.organisations.assign(seen_on=seen.where(seen <= last), left_on=left.where(left <= last)),
            contacts=self.contacts[~(self.contacts["known_on"] > last)],
            ties=self.ties[self.ties["since"] <= last],
            attendances=self.attendances[self.attendances["happened_on"] <= last],
            topics=self.topics[self.topics["happened_on"] <= last],
        )


def _among(rows: pd.DataFrame, known: pd.Series) -> pd.DataFrame:
    """The rows all of whose organisations are known."""
    kept = rows["organisation_id"].isin(known)
    if "partner_id" in rows:
        kept &= rows["partner_id"].isin(known)
    return rows[kept].reset_index(drop=True)
