"""The way of each organisation: the first day of every step, none before it was first reached.

organisations:
organisation_id | name  | kind    | is_coordinator
a               | Alpha | company |
b               | Beta  | science |
c               | Gamma | startup |
d               | Delta | company |
e               | Eta   | company |
hub             | Hub   | public  | yes

events:
event_id | title   | starts_on  | format    | status  | topics
e1       | First   | 2024-01-10 | reception | held    |
e2       | Second  | 2024-03-01 | workshop  | held    | energy
e3       | Planned | 2024-04-01 | workshop  | planned |

participations:
event_id | organisation_id | person_id | persons | status
e1       | a               | p1        | 1       | attended
e2       | a               | p1        | 3       | attended
e2       | b               | p2        | 1       | attended
e1       | c               | p3        | 1       | no_show
e3       | c               | p3        | 1       | registered
e1       | hub             | p4        | 1       | attended

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-01
c2              | d               | 2024-05-01
c3              | d               | 2024-05-01

cooperations:
cooperation_id | title            | kind     | ended_on
k1             | Slow             | pilot    |
k2             | Before anybody   | research | 2023-12-31
k3             | Contact only     | other    |
k4             | Lasting          | other    |

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2024-02-15
k1             | 3     | 2024-06-01
k1             | 4     | 2025-01-01
k2             | 3     | 2023-01-01
k3             | 1     | 2024-05-20
k4             | 5     | 2024-07-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k1             | a               |            |
k1             | b               |            |
k2             | b               |            |
k2             | c               |            |
k3             | d               |            |
k3             | e               |            |
k4             | hub             |            |
k4             | a               |            | 2024-06-30
k4             | d               | 2024-08-01 |
"""

from datetime import date

STEPS = ("reached_on", "again_on", "advised_on", "contact_on", "agreed_on", "joint_on", "lasting_on", "earlier_on")
NOTHING = (None,) * 7


def test_the_first_day_of_every_step(ask):
    first, second = date(2024, 1, 10), date(2024, 3, 1)
    advised, agreed, joint = date(2024, 2, 1), date(2024, 6, 1), date(2025, 1, 1)
    asked, joined = date(2024, 5, 1), date(2024, 8, 1)
    assert ask("pathway", columns=("organisation_id", *STEPS)) == [
        # Came again for advice. Had left k4 before it began.
        ("a", first, advised, advised, date(2024, 2, 15), agreed, joint, None, None),
        # In contact with a before anybody met it: so from its first day on. k2 was agreed before, and is no step.
        ("b", second, None, None, second, agreed, joint, None, date(2023, 1, 1)),
        # Neither a no-show nor a registration reaches anybody.
        ("c", *NOTHING, date(2023, 1, 1)),
        # Two consultations on one day are no return. k4 counts from its joining.
        ("d", asked, None, asked, date(2024, 5, 20), joined, joined, joined, None),
    ]


def test_who_was_never_reached_and_agreed_nothing_has_no_row(ask):
    assert "e" not in {row[0] for row in ask("pathway")}


def test_the_coordinator_has_a_row_where_the_scope_asks_for_it(ask):
    lasting = date(2024, 7, 1)
    found = ask("pathway", columns=("organisation_id", *STEPS), with_coordinator=True)
    assert found[-1] == ("hub", date(2024, 1, 10), None, None, *[lasting] * 4, None)
    assert len(found) == 5


def test_a_scope_of_kinds_narrows_whom_not_with_whom(ask):
    assert [row[0] for row in ask("pathway", kinds=("science",))] == ["b"]
    assert ask("pathway", kinds=("science",), columns=("agreed_on",)) == [(date(2024, 6, 1),)]


def test_a_scope_of_topics_leaves_the_occasions_that_have_them(ask):
    # Consultations have no topic, and none of the cooperations is about energy.
    assert ask("pathway", columns=("organisation_id", *STEPS), topics=("energy",)) == [
        ("a", date(2024, 3, 1), *[None] * 7),
        ("b", date(2024, 3, 1), *[None] * 7),
    ]


def test_participations_and_organisations_since_the_beginning(ask):
    # e1: a and the hub. e2: three of a and one of b. d was advised in May.
    assert ask("pathway_participations", "2023", "2024-Q1", "2024-Q2", "2025") == [
        ("2023", 0, 0),
        ("2024-Q1", 6, 3),
        ("2024-Q2", 6, 4),
        ("2025", 6, 4),
    ]
    assert ask("pathway_participations", "2024", kinds=("company",)) == [("2024", 4, 2)]


def test_they_are_the_numbers_of_the_catalogue(demo_store):
    from analytics.kpis import CATALOGUE, compute
    from analytics.warehouse import Period, View, current, periods_between

    view = View(current(demo_store))
    years = periods_between(view.first_day, view.last_day, "year")
    found = view.ask("pathway_participations", years)
    each = compute(view, [CATALOGUE["participations"]], years)["value"]
    assert found["participations"].tolist() == each.cumsum().tolist()
    whole = Period.spanning(years[0], years[-1])
    reached = compute(view, [CATALOGUE["organisations_reached"]], [whole])["value"]
    assert found["reached"].iloc[-1] == reached.iloc[0]
