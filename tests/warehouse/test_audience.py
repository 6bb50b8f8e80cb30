"""Audience and horizon: who may look, and between which days the data speaks.

organisations:
organisation_id | name  | kind
a               | Alpha | company

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2024-02-03

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-05-01 | reception | held
e2       | To come   | 2025-05-01 | workshop  | planned

cooperations:
cooperation_id | title | kind  | ended_on
k1             | One   | pilot | 2024-12-24

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-01-02
"""

from datetime import date, timedelta

import pytest

from analytics.errors import QuestionError
from analytics.warehouse import AUDIENCES, View, current

AHEAD = date.today() + timedelta(days=400)


def test_an_unknown_audience_is_said_so(view):
    with pytest.raises(QuestionError) as caught:
        View(view.snapshot, "press")
    assert caught.value.key == "unknown_audience"
    assert "press" in caught.value.message("de")
    assert all(audience in caught.value.message("en") for audience in AUDIENCES)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_known_audience_may_ask(view, audience):
    assert len(View(view.snapshot, audience).ask("cooperations_recorded")) == 1


def test_the_horizon_reaches_from_the_first_to_the_last_that_happened(view):
    # From the first stage to the last event held; what is planned has not happened. A known end reaches further.
    assert (view.first_day, view.last_day, view.until_day) == (date(2023, 1, 2), date(2024, 5, 1), date(2024, 12, 24))


def test_what_lies_after_today_has_not_happened(region):
    region.take(f"""
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company

    consultations:
    consultation_id | organisation_id | held_on
    c1              | a               | 2024-02-03
    c2              | a               | {AHEAD}

    cooperations:
    cooperation_id | title | kind  | ended_on
    k1             | One   | pilot | {AHEAD}
    """)
    view = region.view()
    assert (view.first_day, view.last_day, view.until_day) == (date(2024, 2, 3),) * 3


def test_undated_data_has_no_horizon(region):
    region.take("""
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company
    """)
    view = region.view()
    assert not view.is_empty
    assert (view.first_day, view.last_day, view.until_day) == (None, None, None)


def test_facts_that_are_not_there_are_known_as_such(view):
    assert {"participations", "attendances", "cooperation_members", "funding", "feedback"} <= view.views_without_facts
    assert not {"events", "occasions", "contacts", "consultations", "cooperations"} & view.views_without_facts


def test_the_demo_is_known_as_demo(demo_store, view):
    assert View(current(demo_store)).is_demo
    assert not view.is_demo
