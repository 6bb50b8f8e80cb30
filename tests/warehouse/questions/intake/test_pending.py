"""Rows whose batch stands while the batch that they refer to was taken back: they wait, and come again with it."""

from tests.warehouse.conftest import rows_of

EVENTS = """
events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-02-01 | reception | held
"""

ORGANISATIONS = """
organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science
"""

COOPERATIONS = """
cooperations:
cooperation_id | title | kind  | origin_event_id
k1             | One   | pilot | e1

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2024-02-02
k1             | 3     | 2024-03-03
"""

REFERRING = """
participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | b               | p2        | attended

feedback:
feedback_id | event_id | satisfaction
f1          | e1       | 4

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-03

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b

funding:
funding_id | organisation_id | cooperation_id | programme | status
f1         | a               |                | Grant     | idea
f2         |                 | k1             | Grant     | idea
f3         | a               | k1             | Grant     | idea
"""


def _taken(region):
    return [region.take(text) for text in (ORGANISATIONS, EVENTS, COOPERATIONS, REFERRING)]


def _waiting(region):
    return dict(rows_of(region.view().ask("pending")))


def test_nothing_waits_at_first(region):
    _taken(region)
    assert _waiting(region) == {}


def test_without_the_organisations(region):
    organisations, *_ = _taken(region)
    region.store.undo(organisations)
    # Participations stay, as guests who are not assigned (yet); f2 names the cooperation only.
    assert _waiting(region) == {"consultations": 1, "cooperation_members": 2, "funding": 2}
    assert rows_of(region.view().ask("event_guests", event_id="e1"), "organisation_id", "persons") == [(None, 2)]


def test_without_the_events(region):
    _, events, *_ = _taken(region)
    region.store.undo(events)
    assert _waiting(region) == {"feedback": 1, "participations": 2}
    # The cooperation stays; the event of its origin is not known (any more).
    assert rows_of(region.view().ask("cooperations_recorded")) == [(1, 0, 0, 0)]
    assert rows_of(region.view().ask("event_aftermath", event_id="e1")) == []


def test_without_the_cooperations(region):
    _, _, cooperations, _ = _taken(region)
    region.store.undo(cooperations)
    assert _waiting(region) == {"cooperation_members": 2, "funding": 2}


def test_it_comes_again_with_what_it_waits_for(region):
    organisations, *_ = _taken(region)
    undo = region.store.undo(organisations)
    region.store.undo(undo.batch)
    assert _waiting(region) == {}
