"""The structure that cluster labels ask for, on 31 December 2024 and in the twelve months up to it.

Members on the day: alpha, beta, uni, town, late (who leaves on the day itself). gone left the day before, soon joins
a day later, guest never joined, hub is the coordinator.

organisations:
organisation_id | name  | kind    | district | member_since | left_on    | is_coordinator
alpha           | Alpha | company | 05913    | 2022-01-01   |            |
beta            | Beta  | startup | 05515    | 2023-12-31   |            |
uni             | Uni   | science | 05911    | 2024-12-31   |            |
town            | Town  | public  |          | 2022-01-01   |            |
late            | Late  | company | 05913    | 2022-01-01   | 2024-12-31 |
gone            | Gone  | company | 05913    | 2022-01-01   | 2024-12-30 |
soon            | Soon  | company | 05913    | 2025-01-01   |            |
guest           | Guest | company | 05913    |              |            |
hub             | Hub   | public  | 05913    | 2022-01-01   |            | yes

events:
event_id | title | starts_on  | format    | status
e1       | In    | 2024-01-01 | workshop  | held
e2       | Old   | 2023-12-31 | board     | held
e3       | Big   | 2024-06-01 | reception | held
e4       | Off   | 2024-06-02 | workshop  | cancelled

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e2       | beta            | p2        | attended
e3       | guest           | p3        | attended
e3       | town            | p4        | no_show

consultations:
consultation_id | organisation_id | held_on
c1              | alpha           | 2024-12-31
c2              | beta            | 2023-12-31
c3              | guest           | 2024-05-01

cooperations:
cooperation_id | title | kind     | ended_on
k1             | Past  | research | 2024-12-30
k2             | Runs  | research |
k3             | Out   | pilot    |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-01-01
k2             | 3     | 2024-01-01
k3             | 3     | 2024-12-31

cooperation_members:
cooperation_id | organisation_id
k1             | late
k1             | town
k2             | alpha
k2             | uni
k3             | beta
k3             | guest
"""

from datetime import date

import pytest

from analytics.kpis.indicators import CRITERIA, cluster_sheet
from analytics.store import Store
from analytics.warehouse import View, build, current

DAY = date(2024, 12, 31)


@pytest.fixture
def sheet(view):
    found = cluster_sheet(view, DAY).set_index("criterion")
    assert list(found.index) == [criterion.name for criterion in CRITERIA]
    return found


def counts(sheet, name):
    return tuple(sheet.loc[name, ["value", "of"]])


def test_members_have_joined_and_not_left(sheet):
    # Five are fewer than fifteen.
    assert sheet.loc["committed_members", ["value", "threshold", "status"]].tolist() == [5, 15, "not_met"]


def test_the_three_sides_of_the_triple_helix(sheet):
    assert sheet.loc["member_kinds", ["value", "threshold", "status"]].tolist() == [3, 2, "met"]


def test_what_no_data_has_is_to_be_confirmed(sheet):
    assert sheet.loc[["management_capacity", "visible_activity"], "status"].tolist() == ["to_confirm"] * 2


@pytest.mark.parametrize(
    ("criterion", "value", "of"),
    [
        # alpha attended, and with uni is in k2; late and town were in k1, beta in k3 on the last day.
        ("engagement", 5, 5),
        ("composition", 3, 5),
        # town's district is not known; beta's is no core district.
        ("concentration", 3, 4),
        # On 31 December 2023 alpha, beta, town, late and gone were members.
        ("stability", 4, 5),
        ("contacts", 1, 5),
        # On the day k1 has ended, and guest is no member.
        ("cooperation", 2, 5),
        ("innovation_system", 1, 3),
    ],
)
def test_shares(sheet, criterion, value, of):
    assert counts(sheet, criterion) == (value, of)
    assert sheet.loc[criterion, "share"] == value / of
    assert sheet.loc[criterion, "status"] == "no_threshold"


def test_working_meetings_of_the_twelve_months(sheet):
    assert sheet.loc["working_groups", "value"] == 1


def test_where_nobody_is_said_to_have_joined_it_is_not_known(real_store):
    found = cluster_sheet(View(current(real_store)), date(2008, 1, 15)).set_index("criterion")
    assert found.loc[["committed_members", "member_kinds", "engagement"], "status"].tolist() == ["not_known"] * 3


def test_without_data_nothing_is_known(tmp_path):
    store = Store(tmp_path / "store")
    found = cluster_sheet(View(build(store)), DAY)
    assert set(found["status"]) == {"not_known", "to_confirm"}
    assert found["share"].isna().all()


def test_a_masked_audience_sees_the_same(demo_store):
    view, masked = (View(current(demo_store), audience) for audience in ("management", "ministry"))
    assert cluster_sheet(masked, view.until_day).equals(cluster_sheet(view, view.until_day))


def test_a_threshold_is_declared_for_what_publishes_one_only():
    assert {one.name for one in CRITERIA if one.threshold} == {
        "committed_members",
        "member_kinds",
        "management_capacity",
    }
    assert all(one.label.de != one.label.en and one.counted.de != one.counted.en for one in CRITERIA)
