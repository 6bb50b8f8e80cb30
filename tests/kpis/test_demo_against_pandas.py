"""The demo region: KPIs against a second, independent computation in pandas, from the files."""

import itertools
import math
from types import SimpleNamespace

import pandas as pd
import pytest

from analytics.intake.demo import DEMO_FOLDER
from analytics.kpis import CATALOGUE, compute

TABLES = (
    "organisations", "events", "participations", "consultations",
    "cooperations", "cooperation_stages", "cooperation_members", "funding",
)  # fmt: skip
DATES = ("starts_on", "held_on", "since", "ended_on", "joined_on", "left_on", "decided_on")
ENTERPRISES = ("company", "startup")


@pytest.fixture(scope="module")
def files(demo):
    """The demo's tables as pandas reads them, and what several KPIs need of them."""
    tables = {}
    for name in TABLES:
        table = pd.read_csv(DEMO_FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)
        for column in table.columns.intersection(DATES):
            table[column] = pd.to_datetime(table[column].where(table[column] != ""), format="%Y-%m-%d")
        tables[name] = table
    found = SimpleNamespace(**tables)
    found.kinds = found.organisations.set_index("organisation_id")["kind"]
    found.coordinators = set(
        found.organisations.loc[found.organisations["is_coordinator"] == "true", "organisation_id"]
    )
    found.held = found.events[found.events["status"] == "held"]
    guests = found.participations.merge(found.held[["event_id", "starts_on"]], on="event_id")
    guests["persons"] = guests["persons"].replace("", "1").astype(int)
    found.guests = guests
    found.attended = guests[guests["status"] == "attended"]
    found.visits = (
        found.attended.loc[found.attended["organisation_id"] != "", ["event_id", "organisation_id", "starts_on"]]
        .drop_duplicates()
        .rename(columns={"starts_on": "day"})
    )
    advice = found.consultations.rename(columns={"held_on": "day"})[["organisation_id", "day"]]
    found.contacts = pd.concat([found.visits[["organisation_id", "day"]], advice])
    found.last_day = min(
        max(found.contacts["day"].max(), found.cooperation_stages["since"].max(), found.funding["decided_on"].max()),
        pd.Timestamp.today().normalize(),
    )
    found.agreed = _first_at(found, "3")
    found.joint = _first_at(found, "4")
    return found


def _first_at(files, stage):
    """The first day at the stage or above, of the cooperations that are not the coordinator's with one partner."""
    members = files.cooperation_members.groupby("cooperation_id")["organisation_id"].agg(set)
    its_own = {name for name, partners in members.items() if partners & files.coordinators and len(partners) <= 2}
    stages = files.cooperation_stages
    reached = stages[(stages["stage"] >= stage) & ~stages["cooperation_id"].isin(its_own)]
    return reached.groupby("cooperation_id")["since"].min()


def _day(files, period):
    """When what is measured at a date is measured: the period's last day, or the data's."""
    return min(pd.Timestamp(period.ends_on), files.last_day)


def _in(days, period):
    return (days >= pd.Timestamp(period.starts_on)) & (days <= pd.Timestamp(period.ends_on))


def _active(files, period):
    """The cooperations that are active on the period's last day."""
    day = _day(files, period)
    ended_on = files.cooperations.set_index("cooperation_id")["ended_on"].reindex(files.agreed.index)
    return set(files.agreed.index[(files.agreed <= day) & (ended_on.isna() | (ended_on >= day))])


def _members(files, cooperations, period):
    """Who is a member of the cooperations on the period's last day, the coordinator left out."""
    day = _day(files, period)
    table = files.cooperation_members
    table = table[table["cooperation_id"].isin(cooperations) & ~table["organisation_id"].isin(files.coordinators)]
    joined = table["joined_on"].isna() | (table["joined_on"] <= day)
    return table[joined & (table["left_on"].isna() | (table["left_on"] >= day))]


def _enterprises(files, organisations):
    return {name for name in organisations if files.kinds[name] in ENTERPRISES}


def organisations_reached(files, period):
    return files.contacts.loc[_in(files.contacts["day"], period), "organisation_id"].nunique()


def smes_reached(files, period):
    reached = set(files.contacts.loc[_in(files.contacts["day"], period), "organisation_id"])
    table = files.organisations[files.organisations["organisation_id"].isin(reached)]
    return int((table["kind"].isin(ENTERPRISES) & table["size"].isin(["micro", "small", "medium"])).sum())


def events_held(files, period):
    return int(_in(files.held["starts_on"], period).sum())


def participations(files, period):
    counted = files.held.loc[_in(files.held["starts_on"], period), "unlisted_headcount"].replace("", "0").astype(int)
    return files.attended.loc[_in(files.attended["starts_on"], period), "persons"].sum() + counted.sum()


def distinct_attendees(files, period):
    people = files.attended.loc[_in(files.attended["starts_on"], period), "person_id"]
    return people[people != ""].nunique()


def no_show_rate(files, period):
    expected = files.guests[_in(files.guests["starts_on"], period) & (files.guests["walk_in"] != "true")]
    by_status = expected.groupby("status")["persons"].sum()
    absent, came = by_status.get("no_show", 0), by_status.get("attended", 0)
    return absent / (absent + came) if absent + came else None


def return_rate(files, period):
    days = files.visits.groupby("organisation_id")["day"].agg(lambda found: sorted(set(found)))
    firsts = days.str[0]
    span = pd.Timedelta(days=180)
    ripe = days[_in(firsts, period) & (firsts + span <= files.last_day)]
    came_again = [len(found) > 1 and found[1] <= found[0] + span for found in ripe]
    return sum(came_again) / len(came_again) if came_again else None


def newcomers(files, period):
    return int(_in(files.contacts.groupby("organisation_id")["day"].min(), period).sum())


def event_mix(files, period):
    mixes = []
    for _, guests in files.visits[_in(files.visits["day"], period)].groupby("event_id"):
        kinds = guests["organisation_id"].map(files.kinds).to_list()
        pairs = [first != second for first, second in itertools.combinations(kinds, 2)]
        if len(kinds) >= 5:
            mixes.append(sum(pairs) / len(pairs))
    return sum(mixes) / len(mixes) if mixes else None


def active_cooperations(files, period):
    return len(_active(files, period))


def new_cooperations(files, period):
    return int(_in(files.agreed, period).sum())


def cooperating_organisations(files, period):
    return _members(files, _active(files, period), period)["organisation_id"].nunique()


def enterprises_with_research(files, period):
    joint = set(files.joint.index[files.joint <= _day(files, period)])
    research = set(files.cooperations.loc[files.cooperations["kind"] == "research", "cooperation_id"])
    found = set()
    for _, partners in _members(files, _active(files, period) & joint & research, period).groupby("cooperation_id"):
        if "science" in set(partners["organisation_id"].map(files.kinds)):
            found |= _enterprises(files, partners["organisation_id"])
    return len(found)


def enterprises_advised(files, period):
    table = files.consultations
    chosen = table[(table["is_structured"] == "true") & _in(table["held_on"], period)]
    return len(_enterprises(files, set(chosen["organisation_id"])))


def approval_rate(files, period):
    table = files.funding
    decided = table[(table["supported"] == "true") & _in(table["decided_on"], period)]["status"]
    approved, declined = (decided == "approved").sum(), (decided == "declined").sum()
    return approved / (approved + declined) if approved + declined else None


def funding_won(files, period):
    table = files.funding
    assert not table.loc[table["cooperation_id"] != "", ["cooperation_id", "programme"]].duplicated().any()
    won = table[(table["status"] == "approved") & _in(table["decided_on"], period)]["approved_eur"]
    return won.replace("", "0").astype(float).sum()


SECOND_COMPUTATIONS = (
    organisations_reached, smes_reached, events_held, participations, distinct_attendees, no_show_rate, return_rate,
    newcomers, event_mix, active_cooperations, new_cooperations, cooperating_organisations, enterprises_with_research,
    enterprises_advised, approval_rate, funding_won,
)  # fmt: skip


@pytest.mark.parametrize("second", SECOND_COMPUTATIONS, ids=lambda second: second.__name__)
def test_pandas_finds_the_same(second, demo, demo_periods, files):
    rows = compute(demo, [CATALOGUE[second.__name__]], demo_periods)
    values = [None if math.isnan(value) else value for value in rows["value"]]
    found = dict(zip(rows["period"], values, strict=True))
    expected = {period.name: second(files, period) for period in demo_periods}
    assert found == pytest.approx(expected)
    assert any(found.values())
