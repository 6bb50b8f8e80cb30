"""Encounters made from the tables of the demo's generator, without a store, so that many regions can be looked at."""

import csv
from pathlib import Path

import pandas as pd

from analytics.demo import generate
from analytics.network.encounters.encounters import Encounters

_DISTRICTS = Path(__file__).parents[2] / "data" / "reference" / "districts_nrw.csv"


def invented(seed, *, null):
    """The encounters of an invented region, the coordinator left out."""
    tables = generate(seed, null=null)
    day = max(
        tables["events"].query("status == 'held'")["starts_on"].max(), tables["cooperation_stages"]["since"].max()
    )
    return Encounters(_organisations(tables), _attendances(tables), _beginnings(tables), pd.Timestamp(day).date())


def _organisations(tables):
    with _DISTRICTS.open(encoding="utf-8") as file:
        regions = {
            row["ags5"]: "core"
            if row["is_core"] == "True"
            else "westphalia"
            if row["is_westfalen"] == "True"
            else "beyond"
            for row in csv.DictReader(file)
        }
    table = tables["organisations"]
    table = table[table["is_coordinator"].ne(True).fillna(True).to_numpy(dtype=bool)]
    known = table["district"].notna()
    return pd.DataFrame(
        {
            "organisation_id": table["organisation_id"],
            "kind": table["kind"],
            "region": table["district"].map(regions).fillna("beyond").where(known),
            "is_coordinator": False,
            "member_since": pd.to_datetime(table["member_since"]),
            "left_on": pd.to_datetime(table["left_on"]),
        }
    ).reset_index(drop=True)


def _attendances(tables):
    came = tables["participations"].query("status == 'attended'").dropna(subset=["organisation_id"])
    events = tables["events"].rename(columns={"starts_on": "happened_on"})
    found = came[["event_id", "organisation_id"]].drop_duplicates()
    found = found.merge(events[["event_id", "happened_on", "format"]], on="event_id")
    return found.assign(happened_on=pd.to_datetime(found["happened_on"]))


def _beginnings(tables):
    stages = tables["cooperation_stages"].assign(stage=tables["cooperation_stages"]["stage"].astype(int))
    found = tables["cooperations"][["cooperation_id", "origin"]]
    for name, stage in (("contact_on", 1), ("agreed_on", 3), ("joint_on", 4)):
        first = pd.to_datetime(stages[stages["stage"] >= stage].groupby("cooperation_id")["since"].min())
        found = found.join(first.rename(name), on="cooperation_id")
    members = tables["cooperation_members"][["cooperation_id", "organisation_id"]]
    partners = members.rename(columns={"organisation_id": "partner_id"})
    return members.merge(partners, on="cooperation_id").query("organisation_id < partner_id").merge(found)
