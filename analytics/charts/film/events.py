"""Who was at which event, for the layer of encounters: apart from the ties, and never counted among them."""

from typing import Any

import pandas as pd

Meetings = tuple[pd.DataFrame, pd.DataFrame]
"""Events (event_id, title, happened_on) and their guests (event_id, organisation_id)."""


def events(meetings: Meetings | None, nodes: "pd.Index[Any]") -> dict[str, list[Any]]:
    """The events at which a node could meet somebody, earliest first: title, day since 1970, the guests' places.

    A guest who is none of ``nodes`` stands in no picture but was met all the same: its place lies beyond theirs.
    """
    if meetings is None:
        return {"title": [], "day": [], "guests": []}
    known, guests = meetings
    known = known.dropna(subset="happened_on").drop_duplicates("event_id")
    guests = guests.dropna(subset=["event_id", "organisation_id"]).drop_duplicates(["event_id", "organisation_id"])
    strangers = pd.Index(guests["organisation_id"].unique()).difference(nodes, sort=False)
    guests = guests.assign(place=nodes.append(strangers).get_indexer(pd.Index(guests["organisation_id"])))
    there = {event: sorted(places.tolist()) for event, places in guests.groupby("event_id")["place"]}
    rows = [
        (pd.Timestamp(day), "" if pd.isna(title) else " ".join(str(title).split()), there[event])
        for event, title, day in zip(known["event_id"], known["title"], known["happened_on"], strict=True)
        if len(there.get(event, [])) > 1 and there[event][0] < len(nodes)
    ]
    rows.sort(key=lambda row: (row[0], row[1]))
    return {
        "title": [title for _, title, _ in rows],
        "day": [int((day - pd.Timestamp(0)).days) for day, _, _ in rows],
        "guests": [places for _, _, places in rows],
    }
