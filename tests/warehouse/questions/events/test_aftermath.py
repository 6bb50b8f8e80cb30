"""What began after an event: cooperations that name it, or whose first contact lay within 365 days among its guests.

2024 is a leap year: 365 days after 1 February 2024 is 31 January 2025.

organisations:
organisation_id | name  | kind    | is_coordinator
alpha           | Alpha | company |
beta            | Beta  | science |
gamma           | Gamma | startup |
away            | Away  | company |
hub             | Hub   | public  | yes

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-02-01 | reception | held
e2       | Other     | 2024-03-01 | workshop  | held

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | alpha           | p2        | attended
e1       | beta            | p3        | attended
e1       | gamma           | p4        | attended
e1       | hub             | p5        | attended
e1       | away            | p6        | no_show
e1       |                 | p7        | attended

cooperations:
cooperation_id | title           | kind     | origin_event_id
same_day       | The same day    | pilot    |
last_day       | The last day    | research | e2
day_late       | A day late      | pilot    |
day_early      | A day early     | pilot    |
one_guest      | One guest       | pilot    |
named          | Named, no guest | other    | e1
undated        | Named, undated  | other    | e1
with_hub       | With the hub    | other    |

cooperation_stages:
cooperation_id | stage | since
same_day       | 1     | 2024-02-01
same_day       | 2     | 2024-02-03
same_day       | 3     | 2024-04-01
last_day       | 4     | 2025-01-31
day_late       | 1     | 2025-02-01
day_early      | 1     | 2024-01-31
day_early      | 3     | 2024-03-03
one_guest      | 1     | 2024-02-02
named          | 1     | 2023-01-01
with_hub       | 5     | 2024-02-02

cooperation_members:
cooperation_id | organisation_id
same_day       | alpha
same_day       | beta
same_day       | gamma
last_day       | alpha
last_day       | beta
day_late       | alpha
day_late       | beta
day_early      | alpha
day_early      | beta
one_guest      | alpha
one_guest      | away
named          | away
named          | beta
undated        | away
undated        | beta
with_hub       | hub
with_hub       | alpha
"""

from datetime import date

EVENT = {"event_id": "e1"}


def test_which_count_and_in_which_order(ask):
    # The day itself and the 365th after it count. Those that name the event need neither guests nor a date.
    assert ask("event_aftermath", values=EVENT, columns=("cooperation_id", "guests", "names_event")) == [
        ("named", 1, True),
        ("same_day", 3, False),
        ("last_day", 2, False),
        ("undated", 1, True),
    ]


def test_how_far_they_came(ask):
    found = ask("event_aftermath", values=EVENT, columns=("title", "kind", "contact_on", "agreed_on", "stage"))
    assert found == [
        ("Named, no guest", "other", date(2023, 1, 1), None, "1"),
        ("The same day", "pilot", date(2024, 2, 1), date(2024, 4, 1), "3"),
        ("The last day", "research", date(2025, 1, 31), date(2025, 1, 31), "4"),
        ("Named, undated", "other", None, None, None),
    ]


def test_the_coordinator_counts_where_it_is_asked_for(ask):
    found = ask("event_aftermath", values=EVENT, columns=("cooperation_id", "guests", "stage"), with_coordinator=True)
    assert ("with_hub", 2, "5") in found


def test_an_event_without_guests_has_those_that_name_it(ask):
    assert ask("event_aftermath", values={"event_id": "e2"}, columns=("cooperation_id", "guests")) == [("last_day", 0)]


def test_of_a_period_each_cooperation_counts_once_after_however_many_events(ask):
    # last_day began after e1 and names e2. The data reaches to 1 February 2025: more may begin after e2, not after e1.
    assert ask("aftermath", "2024-Q1") == [("2024-Q1", 2, 4, 1)]
    assert ask("aftermath", "2024-Q1", with_coordinator=True) == [("2024-Q1", 2, 5, 1)]


def test_of_a_period_without_events_nothing_began(ask):
    assert ask("aftermath", "2024-Q2") == [("2024-Q2", 0, 0, 0)]


def test_of_a_period_by_the_scope(ask):
    # gamma is a member of same_day only.
    assert ask("aftermath", "2024-Q1", kinds=("startup",)) == [("2024-Q1", 2, 1, 1)]
