"""Tiny worlds of which the right value is plain: the oracle and the product both give it."""

import pytest


def test_who_did_not_come_is_unknown_where_only_attendance_is_recorded(both_say):
    """
    events:
    event_id | title | starts_on  | format | status
    bare     | Bare  | 2024-02-01 | forum  | held
    listed   | List  | 2024-05-01 | forum  | held
    full     | Full  | 2024-08-01 | forum  | held

    participations:
    participation_id | event_id | person_id | persons | status     | walk_in | registered_on
    t1               | bare     | p1        | 8       | attended   | false   |
    t2               | listed   | p1        | 3       | attended   | false   |
    t3               | listed   | p2        | 1       | no_show    | false   |
    t4               | listed   | p3        | 5       | attended   | true    |
    t5               | full     | p1        | 2       | attended   | false   | 2024-07-01
    """
    assert both_say("no_show_rate", "2024-Q1") is None
    assert both_say("no_show_rate", "2024-Q2") == 1 / 4
    assert both_say("no_show_rate", "2024-Q3") == 0
    assert both_say("no_show_rate", "2024") == 1 / 6
    assert both_say("participations", "2024") == 18


def test_different_guests_are_unknown_without_keys(both_say):
    """
    events:
    event_id | title | starts_on  | format | status
    keyless  | Bare  | 2024-02-01 | forum  | held
    keyed    | List  | 2024-05-01 | forum  | held

    participations:
    participation_id | event_id | person_id | persons | status
    t1               | keyless  |           | 8       | attended
    t2               | keyed    | p1        | 1       | attended
    t3               | keyed    |           | 2       | attended
    t4               | keyed    | p1        | 1       | attended
    """
    assert both_say("distinct_attendees", "2024-Q1") is None
    assert both_say("distinct_attendees", "2024-Q2") == 1


def test_each_decision_is_won_once(both_say):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    b               | Beta  | science

    cooperations:
    cooperation_id | title | kind
    k1             | One   | research
    k2             | Two   | research
    k3             | Three | research

    funding:
    funding_id | organisation_id | cooperation_id | programme | status   | approved_eur | decided_on
    both1      | a               | k1             | P         | approved | 500          | 2024-02-01
    both2      | b               | k1             | P         | approved | 500          | 2024-02-01
    twice1     | a               | k1             | Q         | approved | 70           | 2024-05-01
    twice2     | a               | k1             | Q         | approved | 70           | 2024-05-01
    shares1    | a               | k2             | P         | approved | 10           | 2024-08-01
    shares2    | b               | k2             | P         | approved | 20           | 2024-08-01
    undated    |                 | k2             | P         | approved | 30           |
    unsummed   |                 | k2             | P         | approved |              | 2024-08-01
    elsewhere  |                 | k2             | Q         | approved | 7            | 2024-08-01
    whole      |                 | k3             | P         | approved | 900          | 2024-11-01
    part       | a               | k3             | P         | approved | 400          | 2024-11-01
    """
    assert both_say("funding_won", "2024-Q1") == 500
    assert both_say("funding_won", "2024-Q2") == 140
    assert both_say("funding_won", "2024-Q3") == 37
    assert both_say("funding_won", "2024-Q4") == 900
    assert both_say("funding_won", "2024") == 1577


def test_meeting_comes_before_contact_and_agreement(both_say):
    """
    organisations:
    organisation_id | name    | kind
    a               | Alpha   | company
    b               | Beta    | science
    c               | Gamma   | startup
    d               | Delta   | public

    events:
    event_id | title | starts_on  | format | status
    v1       | First | 2023-01-10 | forum  | held
    v2       | Last  | 2024-12-31 | forum  | held

    participations:
    participation_id | event_id | organisation_id | status
    t1               | v1       | a               | attended
    t2               | v1       | b               | attended
    t3               | v1       | c               | attended
    t4               | v1       | d               | attended

    cooperations:
    cooperation_id | title  | kind
    known          | Known  | pilot
    same_day       | Sign   | pilot
    on_time        | Time   | pilot
    too_late       | Late   | pilot

    cooperation_stages:
    cooperation_id | stage | since
    known          | 1     | 2022-12-01
    known          | 3     | 2023-02-01
    same_day       | 3     | 2023-01-10
    on_time        | 1     | 2023-01-10
    on_time        | 3     | 2024-01-10
    too_late       | 3     | 2024-01-11

    cooperation_members:
    cooperation_id | organisation_id
    known          | a
    known          | b
    same_day       | a
    same_day       | c
    on_time        | a
    on_time        | d
    too_late       | b
    too_late       | c
    """
    # Six pairs; a-b were in contact before, a-c agreed on the day itself; of the other four a-d agreed in time.
    assert both_say("ties_after_meeting", "2023") is None
    assert both_say("ties_after_meeting", "2024-Q1") == 1 / 4


def test_a_cooperation_needs_two_who_are_known(both_say):
    """
    organisations:
    organisation_id | name  | kind    | is_coordinator
    a               | Alpha | company | false
    b               | Beta  | science | false
    hub             | Hub   | public  | true

    cooperations:
    cooperation_id | title | kind
    nobody         | None  | pilot
    alone          | One   | pilot
    its_own        | Own   | pilot
    two            | Two   | pilot

    cooperation_stages:
    cooperation_id | stage | since
    nobody         | 3     | 2024-02-01
    alone          | 3     | 2024-02-01
    its_own        | 3     | 2024-02-01
    two            | 3     | 2024-05-01

    cooperation_members:
    cooperation_id | organisation_id
    alone          | a
    its_own        | hub
    its_own        | a
    two            | a
    two            | b
    """
    assert both_say("active_cooperations", "2024-Q1") == 0
    assert both_say("active_cooperations", "2024-Q1", with_coordinator=True) == 1
    assert both_say("new_cooperations", "2024") == 1
    assert both_say("new_cooperations", "2024", with_coordinator=True) == 2
    assert both_say("cooperating_organisations", "2024-Q1") == 0
    assert both_say("cohesion", "2024-Q1") is None
    assert both_say("cooperating_organisations", "2024") == 2


def test_impossible_histories_count_nowhere(both_say):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    b               | Beta  | science

    events:
    event_id | title | starts_on  | format | status
    v1       | Off   | 2024-02-01 | forum  | cancelled
    v2       | On    | 2024-12-31 | forum  | held

    participations:
    participation_id | event_id | organisation_id | person_id | status
    t1               | v1       | a               | p1        | attended
    t2               | v1       | b               | p2        | attended
    t3               | v2       | a               | p1        | attended

    cooperations:
    cooperation_id | title | kind     | ended_on
    ended          | Ended | research | 2024-01-31
    disordered     | Order | research |
    to_come        | Later | research |
    good           | Good  | pilot    |

    cooperation_stages:
    cooperation_id | stage | since
    ended          | 4     | 2024-02-01
    disordered     | 3     | 2024-04-01
    disordered     | 4     | 2024-02-01
    to_come        | 4     | 2040-02-01
    good           | 3     | 2024-12-30

    cooperation_members:
    cooperation_id | organisation_id
    ended          | a
    ended          | b
    disordered     | a
    disordered     | b
    to_come        | a
    to_come        | b
    good           | a
    good           | b
    """
    assert both_say("organisations_reached", "2024") == 1
    assert both_say("participations", "2024") == 1
    assert both_say("new_cooperations", "2024") == 1
    assert both_say("active_cooperations", "2024-Q2") == 0
    assert both_say("active_cooperations", "2024") == 1
    assert both_say("enterprises_with_research", "2024") == 0
    assert both_say("cooperating_organisations", "2024-Q3") == 0


def test_a_member_may_leave_and_come_back(both_say):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    b               | Beta  | science
    c               | Gamma | startup

    events:
    event_id | title | starts_on  | format | status
    v1       | Last  | 2024-12-31 | forum  | held

    cooperations:
    cooperation_id | title | kind
    k1             | One   | pilot

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id | joined_on  | left_on
    k1             | a               |            |
    k1             | b               |            |
    k1             | c               | 2024-02-01 | 2024-03-31
    k1             | c               | 2024-07-01 | 2024-09-29
    k1             | c               | 2024-12-31 |
    """
    members = [both_say("cooperating_organisations", f"2024-Q{number}") for number in range(1, 5)]
    assert members == [3, 2, 2, 3]


def test_where_no_kind_is_known_nothing_is_said_about_mixing(both_say):
    """
    organisations:
    organisation_id | name    | kind
    a               | Alpha   | unknown
    b               | Beta    | unknown
    c               | Gamma   | unknown
    d               | Delta   | unknown
    e               | Epsilon | unknown

    events:
    event_id | title | starts_on  | format | status
    v1       | One   | 2024-12-31 | forum  | held

    participations:
    participation_id | event_id | organisation_id | status
    t1               | v1       | a               | attended
    t2               | v1       | b               | attended
    t3               | v1       | c               | attended
    t4               | v1       | d               | attended
    t5               | v1       | e               | attended

    cooperations:
    cooperation_id | title | kind
    k1             | One   | pilot

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id
    k1             | a
    k1             | b
    """
    assert both_say("event_mix", "2024") is None
    assert both_say("cross_sector_share", "2024") is None


def test_the_kind_is_a_key_field(both_say):
    """
    organisations:
    organisation_id | name  | kind    | size  | nace_code | district
    a               | Alpha | company | small | 28.4      | 05913
    b               | Beta  | unknown |       |           | 05911
    c               | Gamma | startup | micro |           |

    events:
    event_id | title | starts_on  | format | status
    v1       | One   | 2024-12-31 | forum  | held

    cooperations:
    cooperation_id | title | kind  | evidence
    k1             | One   | pilot | none
    k2             | Two   | pilot |

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 1     | 2024-01-01
    """
    # a: 4 of 4; b: district of kind and district; c: kind and size of 4; k1: 2 of 2; k2: 0 of 2.
    assert both_say("completeness", "2024") == 9 / 14


def test_what_is_measured_at_a_date_is_so_on_the_last_day_of_data(both_say):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    b               | Beta  | science

    events:
    event_id | title | starts_on  | format | status
    v1       | Last  | 2024-05-15 | forum  | held

    cooperations:
    cooperation_id | title | kind  | ended_on
    k1             | One   | pilot | 2024-06-01
    k2             | Two   | pilot | 2024-05-14

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 3     | 2024-01-01
    k2             | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id
    k1             | a
    k1             | b
    k2             | a
    k2             | b
    """
    assert both_say("active_cooperations", "2024-Q1") == 2
    assert both_say("active_cooperations", "2024-Q2") == 1
    assert both_say("active_cooperations", "2024") == 1
    assert both_say("mean_partners", "2024") == 1


@pytest.mark.parametrize("kpi", ["active_cooperations", "events_held", "funding_won", "completeness"])
def test_after_the_last_data_nothing_is_said(both_say, kpi):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company

    events:
    event_id | title | starts_on  | format | status
    v1       | Last  | 2024-05-15 | forum  | held
    """
    assert both_say(kpi, "2024-Q3") is None
    assert both_say(kpi, "2025") is None


def test_the_wait_for_an_agreement_counts_those_who_still_wait(both_say):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    b               | Beta  | science

    events:
    event_id | title | starts_on  | format | status
    v1       | Last  | 2024-12-31 | forum  | held

    cooperations:
    cooperation_id | title   | kind  | ended_on
    k1             | One     | pilot |
    k2             | Two     | pilot |
    k3             | Three   | pilot | 2024-01-31
    k4             | Four    | pilot |
    at_once        | At once | pilot |

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 1     | 2024-01-01
    k1             | 3     | 2024-01-11
    k2             | 2     | 2024-01-01
    k2             | 4     | 2024-02-20
    k3             | 1     | 2024-01-01
    k4             | 1     | 2024-01-01
    at_once        | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id
    k1             | a
    k1             | b
    k2             | a
    k2             | b
    k3             | a
    k3             | b
    k4             | a
    k4             | b
    at_once        | a
    at_once        | b
    """
    # 3/4 still wait after 10 days, 3/4 x 1/2 = 3/8 after 50, as k3 gave up after 30.
    assert both_say("time_to_agreement", "2024") == 50
    # Of those agreed until 1 January 2024, 365 days before the end, that is at_once, none became a joint project.
    assert both_say("maturation", "2024") == 0


def test_the_best_connected_drop_out(both_say):
    """
    organisations:
    organisation_id | name | kind
    h1              | H1   | company
    h2              | H2   | company
    h3              | H3   | company
    a               | A    | science
    b               | B    | science
    c               | C    | science
    d               | D    | science

    events:
    event_id | title | starts_on  | format | status
    v1       | Last  | 2024-12-31 | forum  | held

    cooperations:
    cooperation_id | title | kind
    hubs           | Hubs  | pilot
    k1             | One   | pilot
    k2             | Two   | pilot
    k3             | Three | pilot

    cooperation_stages:
    cooperation_id | stage | since
    hubs           | 3     | 2024-01-01
    k1             | 3     | 2024-01-01
    k2             | 3     | 2024-01-01
    k3             | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id
    hubs           | h1
    hubs           | h2
    hubs           | h3
    k1             | h1
    k1             | a
    k1             | b
    k2             | h2
    k2             | c
    k3             | h3
    k3             | d
    """
    # Degrees: h1 4, h2 and h3 3. Without them a-b stay together: 2 of the 4 left.
    assert both_say("robustness", "2024") == 1 / 2
    # Seven organisations, so one bridge: h1 lies on most ways.
    assert both_say("bridges", "2024") == 1
    assert both_say("cohesion", "2024") == 1
    assert both_say("mean_partners", "2024") == 2 * 8 / 7


def test_without_a_list_of_guests_organisations_are_complete_and_attendees_unknown(both_say):
    """Organisations and an event, and nothing else.

    organisations:
    organisation_id | name | kind    | district | size  | nace_code
    a               | A    | company | 05913    | micro |
    b               | B    | science | 05913    |       |

    events:
    event_id | title | starts_on  | format | status
    v1       | First | 2024-03-01 | forum  | held
    """
    assert both_say("completeness", "2024") == 5 / 6
    assert both_say("distinct_attendees", "2024") is None
    assert both_say("participations", "2024") == 0
