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


def test_pairs_that_had_a_year_and_were_not_tied_before(kpi):
    # Six pairs met at e1, one of them had been tied before, as was its end before they met. Of the five two were tied
    # in time: on the 365th day, and on the day itself; a contact is no tie. By the end of November 2024 nobody has had
    # a year; on 31 December e1's have.
    assert kpi("ties_after_meeting", "2023", "2024-Q3", "2024", "2025-Q1", "2025-Q2") == {
        "2023": None,
        "2024-Q3": None,
        "2024": 2 / 5,
        "2025-Q1": 2 / 5,
        "2025-Q2": 2 / 5,
    }


def test_the_coordinator_counts_where_it_is_asked_for(kpi):
    assert kpi("ties_after_meeting", "2024", with_coordinator=True) == {"2024": 3 / 9}


def test_within_a_scope_both_must_be_in_it(kpi):
    assert kpi("ties_after_meeting", "2024", kinds=("company", "science")) == {"2024": 1 / 2}
    assert kpi("ties_after_meeting", "2024", kinds=("science",)) == {"2024": None}


def test_the_counts_behind_it(view):
    rows = compute(view, [CATALOGUE["ties_after_meeting"]], [Period.parse("2024")])
    assert rows[["numerator", "denominator"]].to_numpy().tolist() == [[2, 5]]
