"""Events that are not public: everybody may count them, but title and venue are for those who work with them.

organisations:
organisation_id | name  | kind    | consents_to_name
alpha           | Alpha | company | yes

events:
event_id | title        | starts_on  | format    | status | venue        | is_public
open     | Reception    | 2024-02-01 | reception | held   | Town Hall    | yes
closed   | Board dinner | 2024-03-01 | board     | held   | Villa Secret | no
unsaid   | Workshop     | 2024-04-01 | workshop  | held   | Lab          |

participations:
event_id | organisation_id | status
open     | alpha           | attended
closed   | alpha           | attended
"""

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.warehouse import Period, View
from analytics.warehouse.disclosure import disclosure_of
from analytics.warehouse.sql import question_names

YEAR = Period.parse("2024")
VALUES = {"organisation_id": "alpha", "event_id": "closed", "district": "05913"}


def _said(view):
    """Every answer to every question that the audience may ask, as one text."""
    asked = [name for name in question_names() if not view.is_masked or disclosure_of(name)]
    return "\n".join(view.ask(name, [YEAR], **VALUES).to_csv() for name in asked)


def test_the_public_is_told_neither_title_nor_venue_in_any_answer(view):
    said = _said(View(view.snapshot, "public"))
    assert "Board dinner" not in said
    assert "Villa Secret" not in said
    assert all(told in said for told in ("Reception", "Town Hall", "Workshop", "Lab"))


@pytest.mark.parametrize("audience", ["management", "ministry"])
def test_those_who_work_with_it_are(view, audience):
    said = _said(View(view.snapshot, audience))
    assert "Board dinner" in said
    assert "Villa Secret" in said


def test_it_stands_among_the_others_under_a_number(view):
    titles = View(view.snapshot, "public").ask("evenings").set_index("event_id")["title"].to_dict()
    assert titles == {"open": "Reception", "closed": "#2", "unsaid": "Workshop"}


@pytest.mark.parametrize("audience", ["management", "ministry", "public"])
def test_it_counts_like_any_other(view, audience):
    (found,) = compute(View(view.snapshot, audience), [CATALOGUE["events_held"]], [YEAR])["value"]
    assert found == 3
