"""How complete the data is, column by column: empty cells and "unknown" are not filled.

organisations:
organisation_id | name  | kind    | size    | nace_code | postcode | district | parent_id
a               | Alpha | company | unknown |           | 44135    |          |
b               | Beta  | unknown | small   | 28.4      |          | 05911    | a
c               | Gamma | science |         |           |          |          | nobody
d               | Delta | public  |         |           |          |          |

events:
event_id | title     | starts_on  | format    | status | topics
e1       | Reception | 2024-02-01 | reception | held   | energy
e2       | Workshop  | 2024-03-01 | workshop  | held   | ,

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       |                 | p2        | attended

cooperations:
cooperation_id | title | kind  | evidence
k1             | One   | pilot | none
k2             | Two   | pilot |
"""

import pytest

from analytics.model import TABLES
from analytics.warehouse import View, completeness, current


@pytest.fixture
def filled(view):
    found = completeness(view)
    return {(row.table, row.column): row.filled for row in found.itertuples()}


def test_required_columns_are_full(filled):
    assert filled["organisations", "name"] == 1
    assert filled["events", "starts_on"] == 1


def test_empty_cells_are_not_filled(filled):
    assert filled["organisations", "nace_code"] == 1 / 4
    assert filled["participations", "organisation_id"] == 1 / 2


def test_unknown_is_not_filled_but_no_evidence_is(filled):
    assert filled["organisations", "kind"] == 3 / 4
    assert filled["organisations", "size"] == 1 / 4
    assert filled["cooperations", "evidence"] == 1 / 2


def test_a_district_counts_where_the_postcode_tells_it(filled):
    assert filled["organisations", "district"] == 2 / 4


def test_a_reference_to_what_is_not_there_is_not_filled(filled):
    assert filled["organisations", "parent_id"] == 1 / 4


def test_a_list_without_topics_is_not_filled(filled):
    assert filled["events", "topics"] == 1 / 2


def test_an_empty_table_has_no_share(view):
    found = completeness(view)
    funding = found[found["table"] == "funding"]
    assert (funding["rows"] == 0).all()
    assert funding["filled"].isna().all()


def test_tables_and_columns_stand_in_the_models_order(view):
    found = completeness(view)
    declared = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.name not in ("participation_id", "feedback_id")
    ]
    assert list(zip(found["table"], found["column"], strict=True)) == declared


def test_the_rows_are_those_of_the_table(view):
    rows = dict(completeness(view).groupby("table")["rows"].max())
    assert rows["organisations"] == 4
    assert rows["events"] == rows["participations"] == rows["cooperations"] == 2


def test_it_can_be_asked_where_there_is_no_data(empty_store):
    found = completeness(View(current(empty_store)))
    assert (found["rows"] == 0).all()
    assert found["filled"].isna().all()
