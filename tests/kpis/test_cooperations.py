"""Cooperations: active on a day, new in a period, and who is in them.

organisations:
organisation_id | name    | kind       | district | is_coordinator
alpha           | Alpha   | company    | 05913    | no
beta            | Beta    | company    | 05911    | no
gamma           | Gamma   | startup    | 05913    | no
delta           | Delta   | science    | 05911    | no
epsilon         | Epsilon | multiplier | 05978    | no
office          | Office  | public     | 05913    | yes

cooperations:
cooperation_id | title                 | kind      | topics   | ended_on
five           | Five partners         | pilot     | hydrogen | 2024-06-30
pair           | Two, skipped stage 3  | research  |          |
star           | With the office only  | other     | hydrogen |
talk           | Only talked           | other     |          |
undated        | Nobody noted the day  | pilot     |          |
brief          | Ended before the end  | pilot     | robotics | 2024-03-30

cooperation_stages:
cooperation_id | stage | since
five           | 1     | 2023-11-01
five           | 3     | 2024-01-01
five           | 4     | 2024-04-01
pair           | 1     | 2024-02-01
pair           | 4     | 2024-06-30
pair           | 5     | 2024-09-01
star           | 3     | 2024-02-01
talk           | 2     | 2024-02-01
brief          | 3     | 2024-02-15

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
five           | alpha           |            |
five           | beta            |            | 2024-03-31
five           | gamma           |            | 2024-03-30
five           | delta           | 2024-04-01 |
five           | epsilon         | 2024-03-31 |
five           | office          |            |
pair           | alpha           |            |
pair           | beta            |            |
star           | office          |            |
star           | alpha           |            |
talk           | alpha           |            |
talk           | delta           |            |
undated        | alpha           |            |
undated        | delta           |            |
brief          | gamma           |            |
brief          | delta           |            |
"""

PERIODS = ("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024")


def test_a_cooperation_is_active_from_stage_three_to_its_last_day(kpi):
    # 31 March: five (brief ended the day before). 30 June: five on its last day, pair on its first. Then pair.
    assert kpi("active_cooperations", *PERIODS) == {
        "2023-Q4": 0, "2024-Q1": 1, "2024-Q2": 2, "2024-Q3": 1, "2024": 1,
    }  # fmt: skip


def test_a_cooperation_is_new_once_when_first_at_stage_three_or_above(kpi):
    # Q1: five and brief. Q2: pair, which came to stage 4 at once. Stage 5 makes nothing new, and five partners neither.
    assert kpi("new_cooperations", *PERIODS) == {
        "2023-Q4": 0, "2024-Q1": 2, "2024-Q2": 1, "2024-Q3": 0, "2024": 3,
    }  # fmt: skip


def test_members_count_once_and_only_while_they_are_members(kpi):
    # 31 March: alpha, beta on its last day, epsilon on its first; gamma left the day before, delta joins the day after.
    # 30 June: alpha in both, beta in pair, delta, epsilon. Then alpha and beta.
    assert kpi("cooperating_organisations", *PERIODS) == {
        "2023-Q4": 0, "2024-Q1": 3, "2024-Q2": 4, "2024-Q3": 2, "2024": 2,
    }  # fmt: skip


def test_the_coordinator_and_what_exists_only_with_it_come_in_when_asked_for(kpi):
    assert kpi("active_cooperations", "2024-Q1", "2024-Q3", with_coordinator=True) == {"2024-Q1": 2, "2024-Q3": 2}
    assert kpi("new_cooperations", "2024-Q1", with_coordinator=True) == {"2024-Q1": 3}
    assert kpi("cooperating_organisations", "2024-Q1", "2024-Q3", with_coordinator=True) == {
        "2024-Q1": 4, "2024-Q3": 3,
    }  # fmt: skip


def test_one_member_in_scope_brings_the_cooperation_in_but_not_the_other_members(kpi):
    # Five has a start-up; of its members on 31 March none is one any more.
    assert kpi("active_cooperations", "2024-Q1", kinds=("startup",)) == {"2024-Q1": 1}
    assert kpi("cooperating_organisations", "2024-Q1", kinds=("startup",)) == {"2024-Q1": 0}
    assert kpi("cooperating_organisations", "2024-Q2", kinds=("company",)) == {"2024-Q2": 2}
    assert kpi("cooperating_organisations", "2024-Q2", districts=("05911",)) == {"2024-Q2": 2}


def test_cooperations_are_parted_by_their_topics(kpi):
    assert kpi("active_cooperations", "2024-Q2", topics=("hydrogen",)) == {"2024-Q2": 1}
    assert kpi("active_cooperations", "2024-Q2", topics=("unknown",)) == {"2024-Q2": 1}
    assert kpi("new_cooperations", "2024", topics=("robotics",)) == {"2024": 1}
