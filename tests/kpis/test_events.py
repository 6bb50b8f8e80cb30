"""Events, participations, people and no-shows.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | company | 05913
beta            | Beta  | science | 05911
gamma           | Gamma | unknown |

events:
event_id | title      | starts_on  | format    | status    | district | unlisted_headcount
e1       | Reception  | 2024-01-10 | reception | held      | 05913    | 12
e2       | Workshop   | 2024-03-31 | workshop  | held      | 05911    |
e3       | Called off | 2024-03-05 | forum     | cancelled | 05913    | 5
e4       | Forum      | 2024-04-01 | forum     | held      | 05913    | 0
e5       | To come    | 2024-12-01 | forum     | planned   | 05913    | 7

people:
person_id | organisation_id
p1        | beta
p2        | alpha

participations:
event_id | organisation_id | person_id | persons | status     | walk_in
e1       | alpha           | p1        | 1       | attended   | no
e1       | alpha           | p2        | 1       | no_show    | no
e1       | beta            |           | 3       | attended   | no
e1       | beta            |           | 2       | no_show    | no
e1       |                 | p3        | 1       | attended   | yes
e2       | beta            | p1        | 1       | attended   | no
e2       | gamma           | p4        | 1       | attended   | yes
e2       | alpha           | p2        | 1       | cancelled  | no
e3       | alpha           | p5        | 1       | attended   | no
e3       | alpha           | p6        | 1       | no_show    | no
e4       | alpha           | p2        | 1       | registered | no
e5       | alpha           | p7        | 1       | attended   | no

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-12-31
"""

PERIODS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024")


def test_only_events_that_were_held_count_first_and_last_day_included(kpi):
    assert kpi("events_held", *PERIODS) == {"2024-Q1": 2, "2024-Q2": 1, "2024-Q3": 0, "2024": 3}


def test_participations_are_persons_and_include_the_counted_ones(kpi):
    # e1: 1 + 3 + 1 and 12 without a list; e2: 1 + 1; e4: nobody's coming was recorded.
    assert kpi("participations", *PERIODS) == {"2024-Q1": 19, "2024-Q2": 0, "2024-Q3": 0, "2024": 19}


def test_a_person_who_changed_employer_is_one_person(kpi):
    # p1 came for alpha in January and for beta in March; p3 without an organisation; p4.
    assert kpi("distinct_attendees", *PERIODS) == {"2024-Q1": 3, "2024-Q2": 0, "2024-Q3": 0, "2024": 3}
    assert kpi("distinct_attendees", "2024-Q1", kinds=("company",)) == {"2024-Q1": 1}
    assert kpi("distinct_attendees", "2024-Q1", kinds=("science",)) == {"2024-Q1": 1}


def test_no_shows_are_persons_and_walk_ins_do_not_count(kpi):
    # e1: 1 + 2 stayed away of 1 + 1 + 3 + 2 expected; e2: p1 came. The walk-ins p3 and p4 were never expected.
    assert kpi("no_show_rate", *PERIODS) == {"2024-Q1": 3 / 8, "2024-Q2": None, "2024-Q3": None, "2024": 3 / 8}


def test_counted_guests_and_guests_without_organisation_are_of_unknown_kind_and_district(kpi):
    # Unknown kind: p3, the 12 and gamma's p4. Unknown district: the same, as gamma has none.
    assert kpi("participations", "2024", kinds=("unknown",)) == {"2024": 14}
    assert kpi("participations", "2024", districts=("unknown",)) == {"2024": 14}
    assert kpi("participations", "2024", kinds=("company", "science")) == {"2024": 5}
    assert kpi("participations", "2024", kinds=("unknown",), districts=("05913",)) == {"2024": 0}


def test_an_event_is_where_it_took_place_and_of_no_kind(kpi):
    assert kpi("events_held", "2024", districts=("05913",)) == {"2024": 2}
    assert kpi("events_held", "2024", kinds=("science",)) == {"2024": 3}
