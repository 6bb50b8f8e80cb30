"""The demo region: questions against a second, independent computation in pandas, from the files."""

import itertools
from types import SimpleNamespace

import pandas as pd
import pytest

from analytics.intake.demo import DEMO_FOLDER
from analytics.warehouse import Period, View, current, periods_between
from tests.warehouse.conftest import rows_of

DATES = ("starts_on", "held_on", "since", "ended_on", "decided_on")
TABLES = (
    "organisations", "events", "participations", "consultations", "cooperations", "cooperation_stages",
    "cooperation_members", "feedback", "funding",
)  # fmt: skip
TWELVE = pd.DateOffset(months=12)


@pytest.fixture(scope="module")
def demo(demo_store):
    return View(current(demo_store))


@pytest.fixture(scope="module")
def files(demo):
    """The demo's tables as pandas reads them, and who came when."""
    found = SimpleNamespace()
    for name in TABLES:
        table = pd.read_csv(DEMO_FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)
        for column in table.columns.intersection(DATES):
            table[column] = pd.to_datetime(table[column].where(table[column] != ""), format="%Y-%m-%d")
        setattr(found, name, table)
    found.participations["persons"] = found.participations["persons"].replace("", "1").astype(int)
    found.kinds = found.organisations.set_index("organisation_id")["kind"]
    found.held = found.events[found.events["status"] == "held"]
    attended = found.participations[found.participations["status"] == "attended"].merge(
        found.held[["event_id", "starts_on"]], on="event_id"
    )
    visits = attended.loc[attended["organisation_id"] != "", ["organisation_id", "event_id", "starts_on"]]
    found.visits = visits.drop_duplicates().rename(columns={"starts_on": "day"})
    advice = found.consultations[["organisation_id", "held_on"]].rename(columns={"held_on": "day"})
    found.days = pd.concat([found.visits[["organisation_id", "day"]], advice]).drop_duplicates()
    found.by_organisation = found.days.groupby("organisation_id")["day"].agg(sorted)
    last = max(
        found.held["starts_on"].max(), found.consultations["held_on"].max(),
        found.cooperation_stages["since"].max(), found.funding["decided_on"].max(),
    )  # fmt: skip
    found.last_day = min(last, pd.Timestamp.today().normalize())
    return found


@pytest.fixture(scope="module")
def periods(demo):
    quarters = periods_between(demo.first_day, demo.last_day, "quarter")
    return [*quarters, *periods_between(demo.first_day, demo.last_day, "year")]


def _in(days, period):
    return (days >= pd.Timestamp(period.starts_on)) & (days <= pd.Timestamp(period.ends_on))


def test_the_horizon_is_the_files(demo, files):
    assert pd.Timestamp(demo.last_day) == files.last_day


def test_organisations_reached(demo, files, periods):
    firsts = files.days.groupby("organisation_id")["day"].min()
    expected = {
        period.name: (
            int((firsts <= pd.Timestamp(period.ends_on)).sum()),
            files.days.loc[_in(files.days["day"], period), "organisation_id"].nunique(),
        )
        for period in periods
    }
    found = {name: counts for name, *counts in rows_of(demo.ask("growth_organisations", periods))}
    assert {name: tuple(counts) for name, counts in found.items()} == expected
    assert max(expected.values())[0] > 100


def test_kinds(demo, files, periods):
    expected = {}
    for period in periods:
        reached = files.days.loc[_in(files.days["day"], period), "organisation_id"].unique()
        for kind, count in files.kinds.loc[reached].value_counts().items():
            expected[period.name, kind] = count
    found = {(period, kind): count for period, kind, count in rows_of(demo.ask("growth_kinds", periods))}
    assert found == expected


def _arrivals(files, period):
    """By walking through every organisation's days, one after another."""
    first, last = pd.Timestamp(period.starts_on), pd.Timestamp(period.ends_on)
    new = returning = back_again = lapsed = 0
    for days in files.by_organisation:
        within = [day for day in days if first <= day <= last]
        earlier = [day for day in days if day < first]
        if within and not earlier:
            new += 1
        elif within and within[0] <= earlier[-1] + TWELVE:
            returning += 1
        elif within:
            back_again += 1
        silences = [
            day + TWELVE
            for day, following in itertools.zip_longest(days, days[1:], fillvalue=None)
            if following is None or following > day + TWELVE
        ]
        lapsed += any(first <= silent <= min(last, files.last_day) for silent in silences)
    return new, returning, back_again, lapsed


def test_arrivals(demo, files, periods):
    found = {name: tuple(counts) for name, *counts in rows_of(demo.ask("growth_arrivals", periods))}
    assert found == {period.name: _arrivals(files, period) for period in periods}
    assert all(sum(column) for column in zip(*found.values(), strict=True))


def test_retention(demo, files):
    years = files.by_organisation.map(lambda days: {day.year for day in days})
    cohorts = years.map(min)
    now = files.last_day.year
    expected = []
    for cohort in sorted(cohorts.unique()):
        members = years[cohorts == cohort]
        for after in range(now - cohort + 1):
            share = sum(cohort + after in came for came in members) / len(members)
            unfinished = cohort + after == now and files.last_day < pd.Timestamp(now, 12, 31)
            expected.append((str(cohort), after, pytest.approx(share), len(members), unfinished))
    assert rows_of(demo.ask("growth_retention")) == expected
    assert len(expected) > 5


def _agreed(files):
    """The first day at stage 3 or above, without what is between the coordinator and one partner only."""
    coordinators = set(files.organisations.loc[files.organisations["is_coordinator"] == "true", "organisation_id"])
    members = files.cooperation_members.groupby("cooperation_id")["organisation_id"].agg(set)
    its_own = {name for name, partners in members.items() if partners & coordinators and len(partners) <= 2}
    stages = files.cooperation_stages
    return (
        stages[(stages["stage"] >= "3") & ~stages["cooperation_id"].isin(its_own)]
        .groupby("cooperation_id")["since"]
        .min()
    )


def test_cooperations(demo, files, periods):
    agreed = _agreed(files)
    ended = files.cooperations.set_index("cooperation_id")["ended_on"].reindex(agreed.index)
    expected = {}
    for period in periods:
        day = pd.Timestamp(period.ends_on)
        by_then = agreed <= day
        expected[period.name] = (int(by_then.sum()), int((by_then & (ended.isna() | (ended >= day))).sum()))
    found = {name: tuple(counts) for name, *counts in rows_of(demo.ask("growth_cooperations", periods))}
    assert found == expected
    assert max(expected.values())[0] > 20


def _event(files, event):
    """One event's numbers: registered, attended, organisations, newcomers, mix, no-show rate."""
    guests = files.participations[files.participations["event_id"] == event["event_id"]]
    listed = guests[guests["walk_in"] != "true"]
    registered = listed.loc[listed["status"] != "cancelled", "persons"].sum()
    if event["status"] != "held":
        return registered, None, None, None, None, None
    attended = guests.loc[guests["status"] == "attended", "persons"].sum() + int(event["unlisted_headcount"] or 0)
    present = files.visits.loc[files.visits["event_id"] == event["event_id"], "organisation_id"].tolist()
    newcomers = sum(files.by_organisation[name][0] == event["starts_on"] for name in present)
    kinds = [files.kinds[name] for name in present]
    pairs = [one != other for one, other in itertools.combinations(kinds, 2)]
    by_status = listed.groupby("status")["persons"].sum()
    absent, came = by_status.get("no_show", 0), by_status.get("attended", 0)
    return (
        registered,
        attended,
        len(present),
        newcomers,
        pytest.approx(sum(pairs) / len(pairs)) if len(kinds) >= 5 else None,
        pytest.approx(absent / (absent + came)) if absent + came else None,
    )


def test_events(demo, files):
    everything = Period(files.events["starts_on"].min().date(), files.events["starts_on"].max().date(), "all")
    columns = ("event_id", "registered", "attended", "organisations", "newcomers", "mix", "no_show_rate")
    found = {name: tuple(numbers) for name, *numbers in rows_of(demo.ask("events", [everything]), *columns)}
    expected = {event["event_id"]: _event(files, event) for event in files.events.to_dict("records")}
    assert found == expected


def test_what_guests_said_and_what_began(demo, files):
    everything = Period(files.events["starts_on"].min().date(), files.events["starts_on"].max().date(), "all")
    begun = {event["event_id"]: len(_aftermath(files, event)) for event in files.held.to_dict("records")}
    scores = files.feedback.assign(score=pd.to_numeric(files.feedback["satisfaction"]))
    means = scores.groupby("event_id")["score"].mean()
    answers = scores.groupby("event_id").size()
    found = rows_of(demo.ask("events", [everything]), "event_id", "satisfaction", "answers", "cooperations")
    for event, satisfaction, count, cooperations in found:
        assert satisfaction == (pytest.approx(means[event]) if event in means else None)
        assert (count, cooperations) == (answers.get(event, 0), begun.get(event))


def test_what_began_after_all_events_together_counts_each_cooperation_once(demo, files):
    everything = Period(files.events["starts_on"].min().date(), files.events["starts_on"].max().date(), "all")
    begun = set().union(*(_aftermath(files, event) for event in files.held.to_dict("records")))
    assert rows_of(demo.ask("aftermath", [everything]), "events", "cooperations") == [(len(files.held), len(begun))]


def test_the_guests_of_an_event_are_its_organisations(demo, files):
    for event, present in itertools.islice(files.visits.groupby("event_id")["organisation_id"], 12):
        found = rows_of(demo.ask("event_guests", event_id=event), "organisation_id", "is_newcomer")
        day = files.events.set_index("event_id")["starts_on"][event]
        expected = {name: files.by_organisation[name][0] == day for name in present}
        assert {name: new for name, new in found if name is not None} == expected


def _aftermath(files, event):
    """Cooperations that name the event, or in whose first 365 days after it two of its guests are members."""
    coordinators = set(files.organisations.loc[files.organisations["is_coordinator"] == "true", "organisation_id"])
    guests = set(files.visits.loc[files.visits["event_id"] == event["event_id"], "organisation_id"])
    members = files.cooperation_members.groupby("cooperation_id")["organisation_id"].agg(set)
    contacts = files.cooperation_stages.groupby("cooperation_id")["since"].min()
    origins = files.cooperations.set_index("cooperation_id")["origin_event_id"]
    found = set()
    for name, partners in members.items():
        if partners & coordinators and len(partners) <= 2:
            continue
        later = contacts[name] - event["starts_on"] if name in contacts else pd.NaT
        met = len((partners & guests) - coordinators) >= 2
        if origins[name] == event["event_id"] or (met and pd.Timedelta(0) <= later <= pd.Timedelta(days=365)):
            found.add(name)
    return found


def test_the_aftermath_of_every_event(demo, files):
    sizes = []
    for event in files.held.to_dict("records"):
        found = {name for (name,) in rows_of(demo.ask("event_aftermath", event_id=event["event_id"]), "cooperation_id")}
        assert found == _aftermath(files, event), event["event_id"]
        sizes.append(len(found))
    assert sum(sizes) > 10
