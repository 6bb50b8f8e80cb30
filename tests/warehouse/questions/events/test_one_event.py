"""One event: its guests, their kinds, and what they answered.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | company | 05913
beta            | Beta  | company | 05911
gamma           | Gamma | science | 05913
delta           | Delta | science | 05913

events:
event_id | title     | starts_on  | format    | status
e1       | Forum     | 2024-02-01 | forum     | held
e2       | Reception | 2024-03-01 | reception | held
e3       | Other     | 2024-03-02 | workshop  | held

participations:
participation_id | event_id | organisation_id | persons | status
t1               | e1       | alpha           | 1       | attended
t2               | e2       | alpha           | 2       | attended
t3               | e2       | alpha           | 1       | attended
t4               | e2       | beta            | 1       | attended
t5               | e2       | gamma           | 4       | attended
t6               | e2       |                 | 2       | attended
t7               | e2       |                 | 1       | attended
t8               | e2       | delta           | 1       | no_show
t9               | e3       | delta           | 1       | attended

feedback:
feedback_id | event_id | satisfaction
f1          | e2       | 4
f2          | e2       | 5
f3          | e2       | 4
f4          | e2       |
f5          | e1       | 1
"""

EVENT = {"event_id": "e2"}


def test_guests_with_their_persons_and_whether_it_was_their_first_time(ask):
    # alpha was at the forum before. Who is not assigned yet stands in one row, last. delta did not come.
    assert ask("event_guests", values=EVENT) == [
        ("alpha", "Alpha", "company", 3, False),
        ("beta", "Beta", "company", 1, True),
        ("gamma", "Gamma", "science", 4, True),
        (None, None, None, 3, None),
    ]


def test_guests_by_the_scope(ask):
    columns = ("organisation_id",)
    assert ask("event_guests", values=EVENT, columns=columns, districts=("05913",)) == [("alpha",), ("gamma",)]
    assert ask("event_guests", values=EVENT, columns=columns, kinds=("unknown",)) == [(None,)]


def test_kinds_count_organisations_and_leave_out_the_unassigned(ask):
    assert ask("event_kinds", values=EVENT) == [("company", 2), ("science", 1)]
    assert ask("event_kinds", values=EVENT, kinds=("science",)) == [("science", 1)]


def test_answers_by_rating(ask):
    assert ask("event_feedback", values=EVENT) == [(4, 2), (5, 1)]
    assert ask("event_feedback", values={"event_id": "e3"}) == []


def test_of_an_event_that_is_not_there_nothing_is_known(ask):
    for question in ("event_guests", "event_kinds", "event_feedback", "event_aftermath"):
        assert ask(question, values={"event_id": "' or 1 = 1 --"}) == []
