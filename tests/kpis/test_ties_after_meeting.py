"""Of the pairs that met at an event, which were tied by a cooperation within 365 days.

2024 is a leap year: 365 days after 1 January 2024 is 31 December 2024. The data ends on 30 June 2025.

organisations:
organisation_id | name    | kind    | is_coordinator
alpha           | Alpha   | company |
beta            | Beta    | science |
gamma           | Gamma   | startup |
delta           | Delta   | company |
hub             | Hub     | public  | yes

events:
event_id | title  | starts_on  | format    | status
e1       | First  | 2024-01-01 | reception | held
e2       | Second | 2024-07-01 | workshop  | held
e3       | Third  | 2025-06-30 | workshop  | held

participations:
event_id | organisation_id | status
e1       | alpha           | attended
e1       | beta            | attended
e1       | gamma           | attended
e1       | delta           | attended
e1       | hub             | attended
e2       | alpha           | attended
e2       | beta            | attended
e3       | gamma           | attended
e3       | alpha           | attended

cooperations:
cooperation_id | title    | kind  | ended_on
last_day       | Last day | pilot |
day_late       | Day late | pilot |
same_day       | Same day | pilot |
before         | Before   | pilot | 2023-12-31
with_hub       | With hub | pilot |

cooperation_stages:
cooperation_id | stage | since
last_day       | 3     | 2024-12-31
day_late       | 1     | 2024-02-01
day_late       | 3     | 2025-01-01
same_day       | 3     | 2024-01-01
before         | 3     | 2023-01-01
with_hub       | 3     | 2024-02-01

cooperation_members:
cooperation_id | organisation_id
last_day       | alpha
last_day       | beta
day_late       | alpha
day_late       | gamma
same_day       | beta
same_day       | gamma
before         | alpha
before         | delta
with_hub       | alpha
with_hub       | hub
"""

from analytics.kpis import CATALOGUE, compute
from analytics.warehouse import Period


def test_pairs_of_strangers_that_had_a_year(kpi):
    # Six pairs met at e1. One had been tied before, though it had ended, one agreed on the day itself. Of the other four
    # one agreed in time: on the 365th day. By the end of November 2024 nobody has had a year; on 31 December e1's have.
    assert kpi("ties_after_meeting", "2023", "2024-Q3", "2024", "2025-Q1", "2025-Q2") == {
        "2023": None,
        "2024-Q3": None,
        "2024": 1 / 4,
        "2025-Q1": 1 / 4,
        "2025-Q2": 1 / 4,
    }


def test_the_coordinator_counts_where_it_is_asked_for(kpi):
    assert kpi("ties_after_meeting", "2024", with_coordinator=True) == {"2024": 2 / 8}


def test_within_a_scope_both_must_be_in_it(kpi):
    assert kpi("ties_after_meeting", "2024", kinds=("company", "science")) == {"2024": 1 / 2}
    assert kpi("ties_after_meeting", "2024", kinds=("science",)) == {"2024": None}


def test_the_counts_behind_it(view):
    rows = compute(view, [CATALOGUE["ties_after_meeting"]], [Period.parse("2024")])
    assert rows[["numerator", "denominator"]].to_numpy().tolist() == [[1, 4]]


def test_strangers_were_never_in_contact_before(kpi):
    """
    organisations:
    organisation_id | name    | kind
    alpha           | Alpha   | company
    beta            | Beta    | science
    gamma           | Gamma   | startup
    delta           | Delta   | public

    events:
    event_id | title | starts_on  | format | status
    e1       | First | 2023-06-01 | forum  | held
    e2       | Last  | 2024-12-31 | forum  | held

    participations:
    event_id | organisation_id | status
    e1       | alpha           | attended
    e1       | beta            | attended
    e1       | gamma           | attended
    e1       | delta           | attended

    cooperations:
    cooperation_id | title   | kind  | ended_on
    long_over      | Over    | pilot | 2020-12-31
    left_before    | Left    | pilot |
    talked_there   | Talk    | pilot |
    joined_later   | Joined  | pilot |
    no_day         | No day  | pilot |

    cooperation_stages:
    cooperation_id | stage | since
    long_over      | 1     | 2020-01-01
    left_before    | 1     | 2022-01-01
    left_before    | 3     | 2023-07-01
    talked_there   | 1     | 2023-06-01
    talked_there   | 3     | 2023-09-01
    joined_later   | 1     | 2022-01-01
    joined_later   | 3     | 2022-02-01

    cooperation_members:
    cooperation_id | organisation_id | joined_on  | left_on
    long_over      | alpha           |            |
    long_over      | beta            |            |
    left_before    | alpha           |            |
    left_before    | gamma           |            | 2021-12-31
    talked_there   | alpha           |            |
    talked_there   | delta           |            |
    joined_later   | beta            |            |
    joined_later   | gamma           | 2023-08-01 |
    no_day         | gamma           |            |
    no_day         | delta           |            |
    """
    # Six pairs. Out are alpha-beta, once in contact, and gamma-delta, nobody knows since when. Alpha-delta (first talk
    # at the event) and beta-gamma (Gamma joined later) agreed in time; Gamma had left before it knew Alpha.
    assert kpi("ties_after_meeting", "2024") == {"2024": 2 / 4}
