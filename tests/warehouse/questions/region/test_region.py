"""Districts and what is counted in them. The year spoken of is 2024.

a and b are in Dortmund (05913), one by its postcode; c in Bochum (05911), d in Hamm (05915), e elsewhere in Germany,
f abroad, and of g nobody knows where. The hub, the coordinator, is in Dortmund. h, in Hagen (05914), is new in 2025.

organisations:
organisation_id | name | kind    | postcode | district  | member_since | left_on    | is_coordinator
a               | A    | company | 44135    |           | 2023-05-01   |            |
b               | B    | science |          | 05913     | 2023-01-01   | 2024-12-31 |
c               | C    | startup |          | 05911     | 2024-01-01   | 2024-12-30 |
d               | D    | company |          | 05915     |              |            |
e               | E    | company |          | elsewhere |              |            |
f               | F    | company |          | abroad    | 2025-01-01   |            |
g               | G    | company |          |           | 2024-12-31   |            |
h               | H    | company |          | 05914     |              |            |
hub             | Hub  | public  |          | 05913     |              |            | yes

events:
event_id | title  | starts_on  | format    | status  | district
e1       | One    | 2024-03-01 | workshop  | held    | 05913
e2       | Two    | 2024-12-31 | workshop  | held    | 05913
e3       | Three  | 2024-05-01 | webinar   | held    |
e4       | Four   | 2024-06-01 | workshop  | planned | 05911
e5       | Five   | 2025-01-01 | workshop  | held    | 05914

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | b               | p2        | attended
e1       | c               | p3        | no_show
e2       | a               | p1        | attended
e3       | e               | p4        | attended
e3       | g               | p5        | attended
e5       | h               | p6        | attended

consultations:
consultation_id | organisation_id | held_on
c1              | c               | 2023-07-01

cooperations:
cooperation_id | title     | kind     | ended_on
k1             | One       | pilot    |
k2             | Two       | research | 2024-12-31
k3             | Three     | other    | 2024-12-30
k4             | Four      | other    |
k5             | Five      | other    |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-02-01
k2             | 1     | 2024-03-01
k2             | 4     | 2024-04-01
k3             | 3     | 2023-04-01
k4             | 2     | 2024-04-01
k5             | 3     | 2024-04-01

cooperation_members:
cooperation_id | organisation_id | joined_on | left_on
k1             | a               |           |
k1             | b               |           |
k1             | c               |           |
k2             | a               |           |
k2             | c               |           |
k2             | d               |           | 2024-12-30
k2             | f               |           |
k3             | d               |           |
k3             | e               |           |
k4             | d               |           |
k4             | e               |           |
k5             | hub             |           |
k5             | a               |           |
"""

import pytest

from analytics.errors import QuestionError
from analytics.kpis import CATALOGUE, compute
from analytics.model.count_classes import class_of
from analytics.warehouse import Period, Scope, View, current

NOWHERE = ("elsewhere", "abroad", "unknown")
YEAR = Period.parse("2024")


@pytest.fixture
def counted(ask):
    """The numbers of those districts in 2024 that have any."""

    def count(column, period="2024", **scope):
        rows = ask("region_districts", period, columns=("district", column), **scope)
        return {district: number for district, number in rows if number}

    return count


def test_all_districts_are_listed_and_then_what_is_none(ask):
    rows = ask("region_districts", "2023", "2024", columns=("period", "district"))
    assert len(rows) == 2 * 56
    assert [district for _, district in rows[53:56]] == list(NOWHERE)
    assert rows[0] == ("2023", "05111")
    assert rows[56] == ("2024", "05111")


def test_organisations_reached_by_district_of_their_seat(counted):
    # a and b came to e1, a once more; e and g to the webinar. c did not come, and was consulted the year before.
    assert counted("organisations") == {"05913": 2, "elsewhere": 1, "unknown": 1}
    assert counted("organisations", "2023") == {"05911": 1}


def test_members_are_those_of_the_last_day(counted):
    # b leaves on the last day and is one still; c left the day before; g joined on it; f joins the day after.
    assert counted("members") == {"05913": 2, "unknown": 1}
    assert counted("members", "2025") == {"05913": 1, "abroad": 1, "unknown": 1}


def test_events_where_they_were_held(counted):
    assert counted("events") == {"05913": 2, "unknown": 1}


def test_cooperations_with_an_active_member_there(counted):
    # k1: a, b, c. k2 ends that day and counts; d left it the day before. k3 ended, k4 is not agreed; k5 is the hub's.
    assert counted("cooperations") == {"05913": 2, "05911": 2, "abroad": 1}
    assert counted("cooperations", with_coordinator=True) == {"05913": 3, "05911": 2, "abroad": 1}


def test_known_are_those_that_ever_came_to_the_network(counted):
    # Reached, a member or in an agreed cooperation by then: d and e by k3, in 2023; f by k2; the hub not without itself.
    assert counted("known", "2023") == {"05913": 2, "05911": 1, "05915": 1, "elsewhere": 1}
    assert counted("known") == {"05913": 2, "05911": 1, "05915": 1, "elsewhere": 1, "abroad": 1, "unknown": 1}
    assert counted("known", with_coordinator=True)["05913"] == 3
    assert "05914" in counted("known", "2025")


def test_the_scope_counts(counted):
    assert counted("organisations", kinds=("science",)) == {"05913": 1}
    assert counted("organisations", districts=("05913", "unknown")) == {"05913": 2, "unknown": 1}


def test_ties_by_pair_of_districts(ask):
    # k1: a-b inside Dortmund, a-c and b-c to Bochum. k2: a-c, the same tie again, a-f and c-f abroad.
    assert ask("region_ties", "2024", columns=("pair", "district", "partner_district", "ties")) == [
        ("05911+05913", "05911", "05913", 2),
        ("05911+abroad", "05911", "abroad", 1),
        ("05913+05913", "05913", "05913", 1),
        ("05913+abroad", "05913", "abroad", 1),
    ]


def test_ties_of_another_day(ask):
    # k3 alone: d in Hamm and e elsewhere. A year on only k1 runs.
    assert ask("region_ties", "2023", columns=("pair", "ties")) == [("05915+elsewhere", 1)]
    assert ask("region_ties", "2025", columns=("pair", "ties")) == [("05911+05913", 2), ("05913+05913", 1)]


def test_the_events_of_a_district_the_newest_first(ask):
    found = ask("region_events", "2024", values={"district": "05913"}, columns=("title",))
    assert found == [("Two",), ("One",)]
    assert ask("region_events", "2024", values={"district": "05911"}) == []


def test_the_cooperations_of_a_district(ask):
    found = ask(
        "region_cooperations",
        "2024",
        values={"district": "05911"},
        columns=("title", "stage", "members_here", "other_districts"),
    )
    # Two went straight to stage 4. Abroad is no district.
    assert found == [("Two", "4", "C", "Dortmund"), ("One", "3", "C", "Dortmund")]


def test_core_districts_covered_are_the_kpi(demo_store):
    view = View(_snapshot(demo_store))
    for year in ("2022", "2023", "2024", "2025"):
        period = Period.parse(year)
        rows = view.ask("region_districts", [period])
        value = compute(view, [CATALOGUE["district_coverage"]], [period])["value"].iloc[0]
        assert (rows[rows["is_core"]]["organisations"] >= 3).mean() == value


def test_all_districts_together_are_the_network(demo_store):
    view = View(_snapshot(demo_store))
    rows = view.ask("region_districts", [YEAR])
    for kpi, column in (("organisations_reached", "organisations"), ("events_held", "events")):
        assert rows[column].sum() == compute(view, [CATALOGUE[kpi]], [YEAR])["value"].iloc[0]


def test_all_ties_together_are_the_networks(demo_store):
    view = View(_snapshot(demo_store))
    cooperation_ties = view.ask("network_cooperation_ties")
    day = str(YEAR.ends_on)
    running = cooperation_ties[
        (cooperation_ties["since"] <= day) & (cooperation_ties["until"].isna() | (cooperation_ties["until"] >= day))
    ]
    pairs = running[["organisation_id", "partner_id"]].drop_duplicates()
    assert view.ask("region_ties", [YEAR])["ties"].sum() == len(pairs)


@pytest.mark.parametrize("audience", ["ministry", "public"])
def test_masked_audiences_are_given_classes(demo_store, audience):
    shown = View(_snapshot(demo_store), audience).ask("region_districts", [YEAR])
    whole = View(_snapshot(demo_store)).ask("region_districts", [YEAR])
    for column in ("organisations", "members", "cooperations"):
        assert set(shown[column].dropna()) <= {0}
        told = shown[f"{column}_class"] != ""
        assert told.mean() > 0.9
        assert shown[f"{column}_class"][told].tolist() == [class_of(count) for count in whole[column][told]]
    assert shown["known"].isna().all()
    assert (shown["events"] == whole["events"]).all()


def test_the_order_of_pairs_tells_nothing(demo_store):
    pairs = View(_snapshot(demo_store), "ministry").ask("region_ties", [YEAR])["pair"]
    assert list(pairs) == sorted(pairs)


def test_the_scope_is_not_narrowed_for_masked_audiences(demo_store):

    with pytest.raises(QuestionError):
        View(_snapshot(demo_store), "ministry").ask("region_districts", [YEAR], Scope(kinds=("science",)))


def _snapshot(store):

    return current(store)
