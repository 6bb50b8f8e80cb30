"""The directory and the profile of one organisation, as they stand at a period's end.

organisations:
organisation_id | name  | kind    | size  | district | founded_year | member_since | is_coordinator
alpha           | Alpha | company | small | 05913    | 1990         | 2022-01-01   |
beta            | Beta  | science |       | 05915    |              |              |
gamma           | Gamma | startup |       |          |              |              |
delta           | Delta | company |       | abroad   |              |              |
hub             | Hub   | public  |       | 05913    |              |              | yes

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2023-02-01 | reception | held
e2       | Workshop  | 2023-06-01 | workshop  | held
e3       | Called off| 2023-07-01 | workshop  | cancelled
e4       | Forum     | 2024-06-15 | forum     | held

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | alpha           | p2        | attended
e2       | alpha           | p1        | attended
e3       | alpha           | p1        | attended
e1       | beta            | p3        | attended
e2       | beta            | p3        | no_show
e4       | beta            | p3        | attended
e4       |                 | p9        | attended
e1       | hub             | p5        | attended

consultations:
consultation_id | organisation_id | held_on    | kind
c1              | beta            | 2023-09-30 | initial
c2              | gamma           | 2024-02-01 |

cooperations:
cooperation_id | title      | kind     | ended_on
k1             | Long       | research |
k2             | Ended      | pilot    | 2024-03-31
k3             | Talk       | other    |
k4             | Undated    | other    |
k5             | With hub   | other    |
k6             | To come    | pilot    |

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-03-01
k1             | 2     | 2023-03-01
k1             | 3     | 2023-05-01
k1             | 4     | 2024-02-01
k2             | 3     | 2023-08-01
k3             | 1     | 2023-12-31
k5             | 3     | 2023-01-10
k6             | 3     | 2024-06-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k1             | alpha           |            |
k1             | beta            |            |
k1             | gamma           | 2023-10-01 |
k2             | alpha           |            | 2023-11-30
k2             | beta            |            |
k3             | alpha           |            |
k3             | delta           |            |
k4             | alpha           |            |
k5             | hub             |            |
k5             | alpha           |            |
k6             | alpha           |            |
k6             | delta           |            |
"""

from datetime import date, timedelta

import pytest

from analytics.network import Network
from analytics.warehouse import Period, Scope, View, current

COUNTS = ("organisation_id", "events_attended", "consultations", "partners", "cooperations_now")
CONTACTS = ("organisation_id", "first_contact_on", "last_contact_on")
FLAGS = ("organisation_id", "is_dormant", "is_new", "is_unpartnered")
ALPHA = {"organisation_id": "alpha"}
APRIL_30, MAY_1, OCTOBER_1 = date(2023, 4, 30), date(2023, 5, 1), date(2023, 10, 1)


def test_the_directory_counts_up_to_the_periods_end(ask):
    # Two of Alpha's guests came to e1: one event. Beta did not show up at e2. Of k1 three are partners then, k2 has
    # ended for Alpha by the end of November, k3 is not agreed, k5 is the coordinator's.
    assert ask("organisations_directory", "2023", columns=COUNTS) == [
        ("alpha", 2, 0, 2, 1),
        ("beta", 1, 1, 2, 2),
        ("delta", 0, 0, 0, 0),
        ("gamma", 0, 0, 2, 1),
        ("hub", 1, 0, None, None),
    ]


def test_the_directory_before_and_after(ask):
    assert ask("organisations_directory", "2023-Q1", columns=COUNTS)[:2] == [
        ("alpha", 1, 0, 0, 0),
        ("beta", 1, 0, 0, 0),
    ]
    assert ask("organisations_directory", "2024-Q2", columns=COUNTS) == [
        ("alpha", 2, 0, 3, 2),
        ("beta", 2, 1, 2, 1),
        ("delta", 0, 0, 1, 1),
        ("gamma", 0, 1, 2, 1),
        ("hub", 1, 0, None, None),
    ]


def test_on_the_last_day_of_a_membership_it_still_counts(ask):
    day = Period(date(2023, 11, 30), date(2023, 11, 30), "day")
    after = Period(date(2023, 12, 1), date(2023, 12, 1), "day after")
    assert ask("organisations_directory", day, columns=COUNTS)[0] == ("alpha", 2, 0, 2, 2)
    assert ask("organisations_directory", after, columns=COUNTS)[0] == ("alpha", 2, 0, 2, 1)


def test_on_the_first_day_of_a_cooperation_it_counts_already(ask):
    # k1 is agreed on 1 May 2023: Alpha and Beta are partners then, and not before. Gamma joins them on 1 October.
    eve, day, joined = (Period(found, found, str(found)) for found in (APRIL_30, MAY_1, OCTOBER_1))
    assert [ask("organisations_directory", found, columns=COUNTS)[0][3:] for found in (eve, day, joined)] == [
        (0, 0), (1, 1), (2, 2)
    ]  # fmt: skip
    unpartnered = [row[0] for row in ask("organisations_directory", day, columns=FLAGS) if row[3]]
    assert unpartnered == ["delta", "gamma"]
    assert ask("organisation_partners", day, values=ALPHA) == [("beta", "Beta", "science", MAY_1, 1, True)]
    assert ask("organisation_partners", eve, values=ALPHA) == []


def test_the_coordinator_has_partners_where_it_is_counted(ask):
    found = ask("organisations_directory", "2023", columns=COUNTS, with_coordinator=True)
    assert found[0] == ("alpha", 2, 0, 3, 2)
    assert found[-1] == ("hub", 1, 0, 1, 1)


def test_first_and_last_contact(ask):
    assert ask("organisations_directory", "2023", columns=CONTACTS) == [
        ("alpha", date(2023, 2, 1), date(2023, 6, 1)),
        ("beta", date(2023, 2, 1), date(2023, 9, 30)),
        ("delta", None, None),
        ("gamma", None, None),
        ("hub", date(2023, 2, 1), date(2023, 2, 1)),
    ]


@pytest.mark.parametrize(("day", "is_dormant"), [(date(2024, 2, 29), False), (date(2024, 3, 1), True)])
def test_dormant_means_nothing_for_nine_months_after_two_events(ask, day, is_dormant):
    # Alpha last came on 1 June 2023. Beta had come once only by then, the others never.
    found = ask("organisations_directory", Period(date(2024, 1, 1), day, "to"), columns=FLAGS)
    assert [row[1] for row in found] == [is_dormant, False, False, False, False]


def test_a_period_that_reaches_beyond_the_data_makes_nobody_dormant(ask):
    # The data ends on 15 June 2024: whether Beta comes again by the end of 2025 is not known. Nine months from that
    # day Alpha has been away.
    found = ask("organisations_directory", "2025", columns=FLAGS)
    assert [row[1] for row in found] == [True, False, False, False, False]


def test_new_means_first_reached_in_the_period(ask):
    new = {row[0] for row in ask("organisations_directory", "2024-Q1", columns=FLAGS) if row[2]}
    assert new == {"gamma"}
    assert not any(row[2] for row in ask("organisations_directory", "2023-Q2", columns=FLAGS))


def test_unpartnered_are_those_who_never_had_a_partner_the_coordinator_aside(ask):
    unpartnered = {row[0] for row in ask("organisations_directory", "2023", columns=FLAGS) if row[3]}
    assert unpartnered == {"delta"}
    before = {row[0] for row in ask("organisations_directory", "2023-Q1", columns=FLAGS) if row[3]}
    assert before == {"alpha", "beta", "gamma", "delta"}


def test_the_scope_chooses_who_is_listed(ask):
    places = ask("organisations_directory", "2023", columns=("organisation_id", "district"), kinds=("company",))
    assert places == [("alpha", "Dortmund"), ("delta", "abroad")]
    assert ask("organisations_directory", columns=("organisation_id",)) == []


def test_the_facts_of_one(ask):
    assert ask("organisation_facts", values=ALPHA) == [
        ("alpha", "Alpha", "company", "small", 1990, "Dortmund", date(2022, 1, 1), None, False)
    ]
    assert ask("organisation_facts", values={"organisation_id": "nobody"}) == []
    assert ask("organisation_facts", values=ALPHA, kinds=("science",)) == []


def test_its_events_the_newest_first_each_once(ask):
    columns = ("event_id", "starts_on", "title", "format", "persons")
    assert ask("organisation_events", "2023", values=ALPHA, columns=columns) == [
        ("e2", date(2023, 6, 1), "Workshop", "workshop", 1),
        ("e1", date(2023, 2, 1), "Reception", "reception", 2),
    ]
    assert len(ask("organisation_events", "2023-Q1", values=ALPHA)) == 1


def test_its_cooperations_with_the_stage_of_that_day(ask):
    columns = ("cooperation_id", "other_members", "stage", "since", "agreed_on", "ended_on")
    assert ask("organisation_cooperations", "2023", values=ALPHA, columns=columns) == [
        ("k3", "Delta", "1", date(2023, 12, 31), None, None),
        ("k2", "Beta", "3", date(2023, 8, 1), date(2023, 8, 1), date(2023, 11, 30)),
        ("k1", "Beta, Gamma", "3", date(2023, 3, 1), date(2023, 5, 1), None),
    ], "k4 has one member, so it is no cooperation between anybody"


def test_who_joined_later_takes_part_from_then_on(ask):
    columns = ("cooperation_id", "other_members", "stage", "since", "agreed_on", "ended_on")
    gamma = {"organisation_id": "gamma"}
    assert ask("organisation_cooperations", "2023-Q3", values=gamma, columns=columns) == []
    assert ask("organisation_cooperations", "2024-Q1", values=gamma, columns=columns) == [
        ("k1", "Alpha, Beta", "4", date(2023, 10, 1), date(2023, 10, 1), None)
    ]


def test_others_who_had_not_joined_yet_are_not_named(ask):
    columns = ("cooperation_id", "other_members")
    assert ("k1", "Beta") in ask("organisation_cooperations", "2023-Q2", values=ALPHA, columns=columns)


def test_its_partners_those_of_today_first(ask):
    # With Beta also in k2, until the end of November.
    assert ask("organisation_partners", "2023", values=ALPHA) == [
        ("beta", "Beta", "science", date(2023, 5, 1), 2, True),
        ("gamma", "Gamma", "startup", date(2023, 10, 1), 1, True),
    ]
    # From Beta's side it is the same.
    assert ask("organisation_partners", "2023", values={"organisation_id": "beta"})[0] == (
        "alpha", "Alpha", "company", date(2023, 5, 1), 2, True,
    )  # fmt: skip


def test_a_partner_of_the_past_stays_in_the_list(view):
    """
    organisations:
    organisation_id | name | kind
    a               | A    | company
    b               | B    | science

    cooperations:
    cooperation_id | title | kind  | ended_on
    k              | K     | pilot | 2023-06-30

    cooperation_stages:
    cooperation_id | stage | since
    k              | 3     | 2023-01-01

    cooperation_members:
    cooperation_id | organisation_id
    k              | a
    k              | b

    consultations:
    consultation_id | organisation_id | held_on
    later           | a               | 2023-12-01
    """
    found = [
        view.ask("organisation_partners", [Period.parse(period)], organisation_id="a")["is_partner_now"].tolist()
        for period in ("2022", "2023-Q2", "2023-Q3")
    ]
    assert found == [[], [True], [False]]


def test_the_timeline_has_events_consultations_and_the_stages_spans(ask):
    # k1 jumps over its first stage on 1 March; k2 ends for Alpha at the end of November; k3 began on the last day.
    columns = ("cooperation_id", "title", "format", "stage", "since", "until")
    assert ask("organisation_timeline", "2023", values=ALPHA, columns=columns) == [
        (None, "Reception", "reception", None, date(2023, 2, 1), None),
        ("k1", "Long", None, "2", date(2023, 3, 1), date(2023, 5, 1)),
        ("k1", "Long", None, "3", date(2023, 5, 1), date(2023, 12, 31)),
        (None, "Workshop", "workshop", None, date(2023, 6, 1), None),
        ("k2", "Ended", None, "3", date(2023, 8, 1), date(2023, 11, 30)),
        ("k3", "Talk", None, "1", date(2023, 12, 31), date(2023, 12, 31)),
    ]


def test_the_timeline_of_consultations_with_and_without_a_kind(ask):
    columns = ("consultation_kind", "format", "stage", "since")
    beta = ask("organisation_timeline", "2023", values={"organisation_id": "beta"}, columns=columns)
    assert ("initial", None, None, date(2023, 9, 30)) in beta
    gamma = ask("organisation_timeline", "2024-Q1", values={"organisation_id": "gamma"}, columns=columns)
    assert (None, None, None, date(2024, 2, 1)) in gamma


def test_the_timeline_within_topics_has_no_consultations(ask):
    beta = ask("organisation_timeline", "2024", values={"organisation_id": "beta"}, topics=("unknown",))
    assert all(row[2] or row[4] for row in beta)
    assert ask("organisation_timeline", "2024", values={"organisation_id": "beta"}, topics=("water",)) == []


@pytest.mark.parametrize("store", ["demo_store", "real_store"])
def test_partners_agree_with_the_network(request, store):
    view = View(current(request.getfixturevalue(store)))
    network = Network.of(view, Scope(with_coordinator=True))
    first = Period.of(view.first_day, "quarter")
    ends = [first.starts_on + timedelta(days=days) for days in (200, 800, 2500)]
    for end in ends:
        period = Period(first.starts_on, end, "span")
        rows = view.ask("organisations_directory", [period], Scope(with_coordinator=True))
        told = dict(zip(rows["organisation_id"], rows["partners"], strict=True))
        graph = network.on(end)
        degrees = dict(zip(graph.ids, graph.degrees.tolist(), strict=True))
        assert told == {organisation: degrees.get(organisation, 0) for organisation in told}
        assert int((rows["cooperations_now"] > 0).sum()) == len(graph.nodes)
