"""How the network grows, period by period: organisations, cooperations, and the kinds among both.

organisations:
organisation_id | name  | kind    | district | is_coordinator
alpha           | Alpha | company | 05913    |
beta            | Beta  | science | 05911    |
gamma           | Gamma | startup |          |
hub             | Hub   | public  | 05913    | yes

events:
event_id | title      | starts_on  | format    | topics | status
e1       | Reception  | 2024-02-01 | reception | energy | held
e2       | Workshop   | 2024-05-05 | workshop  | water  | held
e3       | Called off | 2024-08-01 | forum     | water  | cancelled

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | alpha           | p2        | attended
e1       | beta            | p3        | attended
e1       | gamma           | p4        | no_show
e1       |                 | p5        | attended
e2       | alpha           | p1        | attended
e3       | gamma           | p4        | attended

consultations:
consultation_id | organisation_id | held_on
c1              | gamma           | 2024-08-10

cooperations:
cooperation_id | title          | kind     | topics | ended_on
k1             | Short pilot    | pilot    | water  | 2024-06-30
k2             | Joint research | research | energy |
k3             | Undated        | other    |        |
k4             | Talking only   | other    |        |
k5             | With the hub   | other    |        |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-03-31
k2             | 1     | 2024-01-10
k2             | 4     | 2024-07-01
k4             | 2     | 2024-02-02
k5             | 3     | 2024-02-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k1             | alpha           |            |
k1             | beta            |            |
k2             | alpha           |            | 2024-09-29
k2             | beta            |            |
k2             | gamma           | 2024-10-01 |
k3             | alpha           |            |
k3             | beta            |            |
k4             | beta            |            |
k4             | gamma           |            |
k5             | hub             |            |
k5             | alpha           |            |
"""

QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")


def test_organisations_reached_since_the_beginning_and_in_the_period(ask):
    # Q1: alpha (twice), beta; neither the no-show nor the unassigned guest. Q2: alpha. Q3: gamma, by a consultation.
    assert ask("growth_organisations", *QUARTERS) == [
        ("2024-Q1", 2, 2),
        ("2024-Q2", 2, 1),
        ("2024-Q3", 3, 1),
        ("2024-Q4", 3, 0),
    ]
    assert ask("growth_organisations", "2024") == [("2024", 3, 3)]


def test_before_the_first_contact_nobody_was_reached(ask):
    assert ask("growth_organisations", "2023-Q4", "2024-Q1") == [("2023-Q4", 0, 0), ("2024-Q1", 2, 2)]


def test_organisations_by_the_scope(ask):
    assert ask("growth_organisations", "2024-Q1", "2024-Q3", kinds=("startup", "company")) == [
        ("2024-Q1", 1, 1),
        ("2024-Q3", 2, 1),
    ]
    # Consultations have no topic, so gamma is not reached on water.
    assert ask("growth_organisations", "2024-Q1", "2024-Q2", "2024-Q3", topics=("water",)) == [
        ("2024-Q1", 0, 0),
        ("2024-Q2", 1, 1),
        ("2024-Q3", 1, 0),
    ]


def test_kinds_reached_in_the_period(ask):
    assert ask("growth_kinds", *QUARTERS) == [
        ("2024-Q1", "company", 1),
        ("2024-Q1", "science", 1),
        ("2024-Q2", "company", 1),
        ("2024-Q3", "startup", 1),
    ]


def test_kinds_reached_by_the_scope(ask):
    assert ask("growth_kinds", *QUARTERS, districts=("05911", "unknown")) == [
        ("2024-Q1", "science", 1),
        ("2024-Q3", "startup", 1),
    ]


def test_cooperations_agreed_so_far_and_active_at_the_end(ask):
    # k1 is agreed on Q1's last day and ends on Q2's: active on both. k2 is agreed in Q3. The undated k3 and k4, which
    # never came beyond stage 2, do not count, nor does k5 while the coordinator is left out.
    assert ask("growth_cooperations", *QUARTERS) == [
        ("2024-Q1", 1, 1),
        ("2024-Q2", 1, 1),
        ("2024-Q3", 2, 1),
        ("2024-Q4", 2, 1),
    ]


def test_cooperations_with_the_coordinator(ask):
    assert ask("growth_cooperations", *QUARTERS, with_coordinator=True) == [
        ("2024-Q1", 2, 2),
        ("2024-Q2", 2, 2),
        ("2024-Q3", 3, 2),
        ("2024-Q4", 3, 2),
    ]


def test_cooperations_by_the_scope(ask):
    assert ask("growth_cooperations", "2024-Q4", topics=("water",)) == [("2024-Q4", 1, 0)]
    assert ask("growth_cooperations", "2024-Q4", kinds=("startup",)) == [("2024-Q4", 1, 1)]
    assert ask("growth_cooperations", "2024-Q4", districts=("abroad",)) == [("2024-Q4", 0, 0)]


def test_partner_kinds_are_those_of_the_members_on_the_last_day(ask):
    # Q3 and Q4 are measured on the data's last day, 10 August: alpha left k2 later, gamma joined it later.
    assert ask("growth_partner_kinds", *QUARTERS) == [
        ("2024-Q1", "company", 1),
        ("2024-Q1", "science", 1),
        ("2024-Q2", "company", 1),
        ("2024-Q2", "science", 1),
        ("2024-Q3", "company", 1),
        ("2024-Q3", "science", 1),
        ("2024-Q4", "company", 1),
        ("2024-Q4", "science", 1),
    ]


def test_partner_kinds_with_the_coordinator(ask):
    # alpha is a partner of k1 and k5 and counts once.
    assert ask("growth_partner_kinds", "2024-Q1", with_coordinator=True) == [
        ("2024-Q1", "company", 1),
        ("2024-Q1", "public", 1),
        ("2024-Q1", "science", 1),
    ]


def test_cooperations_recorded_and_undated_among_them(ask):
    assert ask("cooperations_recorded") == [(5, 0, 1, 1)]
    assert ask("cooperations_recorded", with_coordinator=True) == [(5, 0, 0, 1)]
    assert ask("cooperations_recorded", topics=("energy", "water")) == [(2, 0, 0, 0)]
