"""Of every event: how many pairs met there, and how soon after it cooperations began among its guests.

2024 is a leap year: 90, 180 and 365 days after 1 February 2024 are 1 May, 30 July and 31 January 2025.

organisations:
organisation_id | name  | kind    | is_coordinator
alpha           | Alpha | company |
beta            | Beta  | science |
gamma           | Gamma | startup |
hub             | Hub   | public  | yes

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-02-01 | reception | held
e2       | Alone     | 2024-03-01 | workshop  | held
e3       | Planned   | 2024-04-01 | workshop  | planned

participations:
event_id | organisation_id | status
e1       | alpha           | attended
e1       | beta            | attended
e1       | gamma           | attended
e1       | hub             | attended
e2       | alpha           | attended

cooperations:
cooperation_id | title          | kind  | origin_event_id
same_day       | The same day   | pilot |
day_90         | After 90 days  | pilot |
day_91         | After 91 days  | pilot |
day_181        | After 181 days | pilot |
day_365        | After 365 days | pilot | e1
day_366        | After 366 days | pilot |
earlier        | Before, named  | pilot | e1
undated        | Undated, named | pilot | e1

cooperation_stages:
cooperation_id | stage | since
same_day       | 1     | 2024-02-01
day_90         | 1     | 2024-05-01
day_91         | 1     | 2024-05-02
day_181        | 3     | 2024-07-31
day_365        | 1     | 2025-01-31
day_366        | 1     | 2025-02-01
earlier        | 1     | 2023-01-01

cooperation_members:
cooperation_id | organisation_id
same_day       | alpha
same_day       | beta
day_90         | alpha
day_90         | beta
day_91         | alpha
day_91         | gamma
day_181        | beta
day_181        | gamma
day_365        | alpha
day_365        | beta
day_366        | alpha
day_366        | beta
earlier        | alpha
earlier        | beta
undated        | beta
undated        | gamma
"""

COLUMNS = ("event_id", "pairs", "within_90", "within_180", "within_365", "otherwise", "days_passed")


def test_how_soon_each_began(ask):
    # The data ends on 1 February 2025. Three organisations make three pairs, one makes none; nobody was at e3 yet.
    assert ask("events_aftermath", "2024", columns=COLUMNS) == [
        ("e2", 0, 0, 0, 0, 0, 337),
        ("e1", 3, 2, 3, 5, 2, 366),
    ]


def test_the_coordinator_meets_where_it_is_asked_for(ask):
    assert ask("events_aftermath", "2024", columns=("event_id", "pairs"), with_coordinator=True) == [
        ("e2", 0),
        ("e1", 6),
    ]


def test_the_scope_narrows_guests_and_cooperations(ask):
    found = ask("events_aftermath", "2024", columns=COLUMNS[:-1], kinds=("startup", "science"))
    assert found == [("e2", 0, 0, 0, 0, 0), ("e1", 1, 2, 3, 5, 2)]


def test_together_they_are_the_event_s_aftermath(ask):
    rows = ask("events_aftermath", "2024", columns=("event_id", "within_365", "otherwise"))
    for event, within, otherwise in rows:
        assert within + otherwise == len(ask("event_aftermath", values={"event_id": event}))
    assert ask("events_aftermath", "2023") == []
