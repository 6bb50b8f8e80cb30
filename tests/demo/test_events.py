"""The calendar and who came."""

import pandas as pd
import pytest

AS_OF = pd.Timestamp("2026-06-30")


@pytest.fixture(scope="module")
def events(tables):
    return tables["events"]


@pytest.fixture(scope="module")
def rows(tables):
    """Participations with their event and the kind of their organisation."""
    kinds = tables["organisations"][["organisation_id", "kind"]]
    events = tables["events"].rename(columns={"status": "event_status"})
    return tables["participations"].merge(events, on="event_id").merge(kinds, on="organisation_id", how="left")


def mix(rows, event_format):
    """K11: the chance that two of an event's organisations are of different kinds, over the format's events."""
    came = rows[rows["format"].eq(event_format) & rows["status"].eq("attended")].dropna(subset=["kind"])
    came = came.drop_duplicates(["event_id", "organisation_id"])
    values = []
    for _, event in came.groupby("event_id"):
        counts, size = event["kind"].value_counts(), len(event)
        values.append(1 - (counts * (counts - 1)).sum() / (size * (size - 1)))
    return sum(values) / len(values)


def test_events_reach_from_spring_2022_into_planned_autumn_2026(events):
    held, planned = events[events["status"].eq("held")], events[events["status"].eq("planned")]
    assert held["starts_on"].min().strftime("%Y-%m") == "2022-03"
    assert held["starts_on"].max().strftime("%Y-%m") == "2026-06"
    assert 2 <= len(planned) <= 4
    assert planned["starts_on"].between("2026-07-01", "2026-12-31").all()
    assert 2 <= events["status"].eq("cancelled").sum() <= 3


def test_events_fall_on_working_days_and_follow_the_seasons(events):
    assert events["starts_on"].dt.day_of_week.between(1, 3).all()
    months = events["starts_on"].dt.month
    assert months.isin([7, 8]).sum() <= 2
    assert months.isin([9, 10, 11]).sum() >= 20
    assert events.loc[events["format"].eq("reception"), "starts_on"].dt.month.eq(6).all()


def test_there_are_more_events_and_guests_every_year(rows, events):
    held = events[events["status"].eq("held")]
    count = held.groupby(held["starts_on"].dt.year).size()
    assert count[2022] < count[2023] < count[2024] <= count[2025]
    came = rows[rows["status"].eq("attended")]
    guests = came.groupby(came["starts_on"].dt.year)["persons"].sum()
    assert guests[2022] < guests[2023] < guests[2024] < guests[2025]


def test_the_summer_reception_of_2024_is_the_one_at_zeche_zollern(rows, events):
    (reception,) = events[events["venue"].str.contains("Zollern").fillna(False)].to_dict("records")
    assert reception["title"] == "Sommerempfang des Netzwerks"
    assert reception["venue"] == "Zeche Zollern, Dortmund"
    assert reception["starts_on"] == pd.Timestamp("2024-06-13")
    assert reception["expected_attendance"] == 80
    assert pd.isna(reception["unlisted_headcount"])
    came = rows[rows["event_id"].eq(reception["event_id"]) & rows["status"].eq("attended")]
    assert 83 <= came["persons"].sum() <= 89
    assert came["persons"].eq(1).all()
    assert came["kind"].isin(["company", "science", "startup"]).mean() > 0.6
    assert {"company", "science", "startup"} <= set(came["kind"])


def test_receptions_mix_more_than_boards_and_company_visits(rows):
    assert mix(rows, "reception") > mix(rows, "board") + 0.05
    assert mix(rows, "reception") > mix(rows, "company_visit") + 0.15


def test_who_registered_stays_away_as_often_as_people_do(rows):
    expected = rows[rows["status"].isin(["attended", "no_show"]) & ~rows["walk_in"]]
    rate = expected["status"].eq("no_show").groupby(expected["format"]).mean()
    assert 0.10 <= expected["status"].eq("no_show").mean() <= 0.18
    assert rate["webinar"] == rate.max()
    assert rate["webinar"] > 0.18


def test_only_what_is_planned_has_open_registrations_and_nobody_attends_what_is_not_held(rows):
    assert set(rows.loc[rows["status"].eq("registered"), "event_status"]) == {"planned"}
    assert set(rows.loc[rows["status"].isin(["attended", "no_show"]), "event_status"]) == {"held"}
    assert rows.loc[rows["event_status"].eq("planned"), "status"].eq("registered").sum() > 30


def test_people_register_before_the_event_or_walk_in(rows):
    assert rows["registered_on"].isna().eq(rows["walk_in"]).all()
    assert rows.loc[rows["walk_in"], "status"].eq("attended").all()
    assert rows["walk_in"].sum() > 30
    registered = rows.dropna(subset=["registered_on"])
    assert (registered["registered_on"] <= registered["starts_on"]).all()
    assert registered["registered_on"].max() <= AS_OF


def test_organisations_come_only_while_they_take_part(rows, tables):
    left = tables["organisations"].set_index("organisation_id")["left_on"]
    gone = rows["organisation_id"].map(left)
    people = rows["person_id"].notna()
    assert not (people & (rows["starts_on"] >= gone)).any()


def test_some_are_regulars_and_many_come_once(rows):
    visits = rows[rows["status"].eq("attended")]["person_id"].value_counts()
    assert visits.eq(1).mean() > 0.35
    assert (visits >= 10).sum() >= 15
    assert not rows.dropna(subset=["person_id"]).duplicated(["event_id", "person_id"]).any()


def test_a_few_change_their_employer_and_a_few_belong_to_nobody_known(rows):
    known = rows.dropna(subset=["person_id", "organisation_id"])
    employers = known.groupby("person_id")["organisation_id"].nunique()
    assert 3 <= (employers > 1).sum() <= 30
    assert 0.02 <= rows["organisation_id"].isna().mean() <= 0.07


def test_groups_are_counted_without_persons(rows):
    groups = rows[rows["persons"].gt(1)]
    assert 8 <= len(groups) <= 20
    assert groups["person_id"].isna().all()
    assert rows.loc[rows["persons"].eq(1), "person_id"].notna().all()


def test_company_visits_take_place_at_a_company_that_may_be_named(events, rows, tables):
    may_be_named = tables["organisations"].set_index("name")["consents_to_name"]
    visits = events[events["format"].eq("company_visit") & events["status"].eq("held")]
    hosts = visits["venue"].str.rsplit(", ", n=1).str[0]
    at_a_company = hosts.isin(may_be_named.index)
    assert at_a_company.mean() > 0.7
    assert may_be_named[hosts[at_a_company]].all()
    hosting = rows[rows["role"].eq("host") & rows["event_id"].isin(visits.loc[at_a_company, "event_id"])]
    assert (hosting["kind"].eq("company").groupby(hosting["event_id"]).any()).all()


def test_feedback_comes_from_some_of_those_who_came_and_is_mostly_kind(rows, tables):
    feedback = tables["feedback"]
    came = rows[rows["status"].eq("attended") & rows["person_id"].notna()].groupby("event_id").size()
    share = feedback.groupby("event_id").size() / came.reindex(feedback["event_id"].unique())
    assert share.between(0.14, 0.36).all()
    assert len(share) > 40
    assert 4.0 <= feedback["satisfaction"].mean() <= 4.4
