"""The demo region as its files stood at the end of an earlier day."""

import pandas as pd

from analytics.intake.demo import DEMO_FOLDER
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import View, build

LATER = "2030-01-01"
LAST = {"funding_id": "LAST", "programme": "-", "status": "declined"}


def view_until(day, folder):
    """A view of the demo of which nothing later than ``day`` is known; a declined application makes it the last day."""
    files = folder / "files"
    files.mkdir(parents=True)
    for name, rows in _tables(str(day)).items():
        rows.to_csv(files / f"{name}.csv", index=False)
    store = Store(folder / "store")
    assert import_files(store, [files]).rejections == []
    return View(build(store))


def _tables(day):
    read = {name: pd.read_csv(DEMO_FOLDER / f"{name}.csv", dtype=str, keep_default_na=False) for name in _READ}
    events, stages = (read[name] for name in ("events", "cooperation_stages"))
    read["dated"] = _dated(read)
    read["events"] = events[events["starts_on"] <= day]
    read["participations"] = _of(read["participations"], read["events"], "event_id")
    read["consultations"] = read["consultations"][read["consultations"]["held_on"] <= day]
    read["cooperation_stages"] = stages[stages["since"] <= day]
    later = set(stages["cooperation_id"]) - set(read["cooperation_stages"]["cooperation_id"])
    cooperations = read["cooperations"][~read["cooperations"]["cooperation_id"].isin(later)]
    origin = cooperations["origin_event_id"]
    cooperations = cooperations.assign(origin_event_id=origin.where(origin.isin(read["events"]["event_id"]), ""))
    read["cooperations"] = _until(cooperations, "ended_on", day)
    members = _of(read["cooperation_members"], read["cooperations"], "cooperation_id")
    read["cooperation_members"] = _until(members[members["joined_on"] <= day], "left_on", day)
    read["funding"] = _decided(read, day)
    read["organisations"] = _until(_known(read, day), "left_on", day)
    last = LAST | {"organisation_id": read["organisations"]["organisation_id"].iloc[0], "decided_on": day}
    read["funding"] = pd.concat([read["funding"], pd.DataFrame([last])]).fillna("")
    del read["dated"]
    return read


def _decided(read, day):
    """The applications decided by then; of a cooperation that began later nothing is known, but of its money."""
    rows = read["funding"][read["funding"]["decided_on"] <= day]
    is_known = rows["cooperation_id"].isin(read["cooperations"]["cooperation_id"])
    somebody = read["organisations"]["organisation_id"].iloc[0]
    return rows.assign(
        cooperation_id=rows["cooperation_id"].where(is_known, ""),
        organisation_id=rows["organisation_id"].where((rows["organisation_id"] != "") | is_known, somebody),
    )


def _dated(read):
    """The organisations that are dated at any time: attended, were advised, or joined."""
    held = set(read["events"].loc[read["events"]["status"] == "held", "event_id"])
    came = read["participations"][read["participations"]["event_id"].isin(held)]
    members = read["organisations"][read["organisations"]["member_since"] != ""]
    return {
        *came.loc[came["status"] == "attended", "organisation_id"],
        *read["consultations"]["organisation_id"],
        *members["organisation_id"],
    }


_READ = (
    "organisations", "events", "participations", "consultations", "cooperations", "cooperation_stages",
    "cooperation_members", "funding", "targets",
)  # fmt: skip


def _of(rows, whose, key):
    return rows[rows[key].isin(whose[key])]


def _until(rows, column, day):
    """The rows, what happens later than the day not known yet."""
    return rows.assign(**{column: rows[column].where(rows[column] <= day, "")})


def _known(read, day):
    """The organisations that are named anywhere by then, or were members."""
    named = {
        key
        for name in ("participations", "consultations", "cooperation_members", "funding")
        for key in read[name]["organisation_id"]
    }
    rows = read["organisations"]
    joined = (rows["member_since"] != "") & (rows["member_since"] <= day)
    met = _dated(read | {"organisations": rows[joined]})
    rows = rows.assign(member_since=rows["member_since"].where(joined, ""))
    rows = rows[rows["organisation_id"].isin(named) | joined | (rows["is_coordinator"] == "true")]
    # Whoever is only met or a member later is dated later, or K29 would take it for one that cannot be dated.
    is_later = rows["organisation_id"].isin(read["dated"] - met)
    return rows.assign(parent_id="", member_since=rows["member_since"].mask(is_later, LATER))
