"""The events of a period: who had registered, who came, how mixed, how well liked, what began there.

organisations:
organisation_id | name    | kind       | district
alpha           | Alpha   | company    | 05913
beta            | Beta    | company    | 05913
gamma           | Gamma   | startup    | 05911
delta           | Delta   | science    | 05911
epsilon         | Epsilon | public     |
zeta            | Zeta    | multiplier |

consultations:
consultation_id | organisation_id | held_on
c1              | beta            | 2024-01-15

events:
event_id | title     | starts_on  | format    | status    | topics | venue | Erwartet | unlisted_headcount | cost_eur
e1       | Opening   | 2024-02-01 | reception | held      | energy | Hall  | 80       | 20                 | 1500.5
e2       | Workshop  | 2024-02-10 | workshop  | held      | water  |       |          |                    |
e3       | Off       | 2024-03-01 | forum     | cancelled |        |       |          | 9                  |
e4       | To come   | 2024-03-20 | webinar   | planned   |        |       | 30       |                    |
e5       | Stood up  | 2024-02-20 | workshop  | held      |        |       |          |                    |
e6       | Open door | 2024-02-20 | forum     | held      |        |       |          | 30                 |
e7       | Walk in   | 2024-02-21 | forum     | held      |        |       |          |                    |
e8       | Later     | 2024-04-01 | workshop  | held      |        |       |          |                    |

participations:
participation_id | event_id | organisation_id | persons | status     | walk_in
t1               | e1       | alpha           | 2       | attended   |
t2               | e1       | beta            | 1       | attended   |
t3               | e1       | gamma           | 1       | attended   | no
t4               | e1       | delta           | 1       | attended   |
t5               | e1       | epsilon         | 1       | attended   | yes
t6               | e1       |                 | 1       | attended   |
t7               | e1       | zeta            | 3       | no_show    |
t8               | e1       | alpha           | 1       | cancelled  |
t9               | e1       | beta            | 1       | registered |
t10              | e2       | alpha           | 1       | attended   |
t11              | e2       | delta           | 1       | attended   |
t12              | e3       | beta            | 4       | registered |
t13              | e4       | zeta            | 2       | registered |
t14              | e5       | zeta            | 2       | no_show    |
t15              | e7       | zeta            | 1       | attended   | yes
t16              | e8       | gamma           | 1       | attended   |

feedback:
feedback_id | event_id | satisfaction | would_recommend
f1          | e1       | 5            | 9
f2          | e1       | 4            | 8
f3          | e1       |              | 10

cooperations:
cooperation_id | title     | kind  | origin_event_id
k1             | Agreed    | pilot | e1
k2             | Talks     | pilot | e1
k3             | Elsewhere | pilot |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-03-01
k2             | 2     | 2024-03-01
k3             | 3     | 2024-03-01

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | gamma
k2             | alpha
k2             | delta
k3             | beta
k3             | delta
"""

import pytest

QUARTER = "2024-Q1"


def test_the_newest_comes_first_and_of_one_day_the_first_by_name(ask):
    assert ask("events", QUARTER, columns=("event_id",)) == [
        ("e4",), ("e3",), ("e7",), ("e5",), ("e6",), ("e2",), ("e1",),
    ]  # fmt: skip


def test_an_event_belongs_to_the_period_in_which_it_starts(ask):
    assert ask("events", "2024-Q2", columns=("event_id",)) == [("e8",)]
    assert ask("events", "2023", columns=("event_id",)) == []


def test_what_is_known_of_an_event_stands_as_it_is(ask):
    found = ask("events", QUARTER, columns=("event_id", "title", "format", "status", "venue", "expected_attendance"))
    assert found[-2:] == [
        ("e2", "Workshop", "workshop", "held", None, None),
        ("e1", "Opening", "reception", "held", "Hall", 80),
    ]
    assert ask("events", QUARTER, columns=("cost_eur",))[-2:] == [(None,), (1500.5,)]


def test_registered_are_all_on_the_list_beforehand_who_did_not_cancel(ask):
    # e1: all but the walk-in and the one who cancelled, so the unassigned and the absent, too: 2+1+1+1+1+3+1.
    assert dict(ask("events", QUARTER, columns=("event_id", "registered"))) == {
        "e1": 10, "e2": 2, "e3": 4, "e4": 2, "e5": 2, "e6": 0, "e7": 0,
    }  # fmt: skip


def test_attended_are_persons_and_those_counted_without_a_list(ask):
    # e1: 2+1+1+1+1+1 on the list and 20 counted. Off or still to come, nobody attended: that is not 0.
    assert dict(ask("events", QUARTER, columns=("event_id", "attended"))) == {
        "e1": 27, "e2": 2, "e3": None, "e4": None, "e5": 0, "e6": 30, "e7": 1,
    }  # fmt: skip


def test_organisations_count_once_and_newcomers_came_for_the_first_time(ask):
    # e1: alpha, beta, gamma, delta, epsilon; beta had been consulted before. e7: zeta, whose no-shows were no contact.
    assert ask("events", QUARTER, columns=("event_id", "organisations", "newcomers")) == [
        ("e4", None, None),
        ("e3", None, None),
        ("e7", 1, 1),
        ("e5", 0, 0),
        ("e6", 0, 0),
        ("e2", 2, 0),
        ("e1", 5, 4),
    ]


def test_the_mix_is_undefined_below_five_organisations(ask):
    # e1: of 20 ordered pairs of the five, 2 (alpha and beta) are of one kind.
    assert dict(ask("events", QUARTER, columns=("event_id", "mix"))) == {
        "e1": 0.9, "e2": None, "e3": None, "e4": None, "e5": None, "e6": None, "e7": None,
    }  # fmt: skip


def test_the_no_show_rate_is_among_those_whose_coming_is_on_record(ask):
    # e1: 3 of 3 + 6. e5: both. Walk-ins, those who cancelled, and events without a list have none; nor has e2, of whose
    # guests only those who came are on record.
    assert dict(ask("events", QUARTER, columns=("event_id", "no_show_rate"))) == {
        "e1": 3 / 9, "e2": None, "e3": None, "e4": None, "e5": 1, "e6": None, "e7": None,
    }  # fmt: skip


def test_feedback_is_averaged_over_those_who_answered_the_question(ask):
    found = ask("events", QUARTER, columns=("event_id", "satisfaction", "would_recommend", "answers"))
    assert found[-1] == ("e1", 4.5, 9, 3)
    assert found[-2] == ("e2", None, None, 0)


def test_cooperations_are_those_that_began_afterwards_and_none_after_what_was_not_held(ask):
    # k1 and k2 name e1 as their origin, at whatever stage they are; k3 began between two of its guests, and k2 between
    # two of e2's.
    assert dict(ask("events", QUARTER, columns=("event_id", "cooperations"))) == {
        "e1": 3, "e2": 1, "e3": None, "e4": None, "e5": 0, "e6": 0, "e7": 0,
    }  # fmt: skip


def test_topics_choose_events(ask):
    assert ask("events", "2024", columns=("event_id",), topics=("energy",)) == [("e1",)]
    assert ask("events", "2024", columns=("event_id",), topics=("water", "unknown"))[-1] == ("e2",)


@pytest.mark.parametrize(
    ("scope", "registered", "attended", "organisations"),
    [
        ({"kinds": ("science",)}, 1, 1, 1),
        ({"kinds": ("company",)}, 4, 3, 2),
        ({"districts": ("05913",)}, 4, 3, 2),
        ({"kinds": ("unknown",)}, 1, 21, 0),
        ({"districts": ("unknown",)}, 4, 22, 1),
    ],
    ids=str,
)
def test_guests_are_narrowed_and_those_without_a_list_are_of_unknown_kind(
    ask, scope, registered, attended, organisations
):
    found = ask("events", QUARTER, columns=("registered", "attended", "organisations"), **scope)
    assert found[-1] == (registered, attended, organisations)
