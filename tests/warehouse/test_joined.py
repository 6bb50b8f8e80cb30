"""Organisations that were joined are one in every table, and two again once that is taken back."""

import random
import shutil
from itertools import count

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from analytics.intake.edits import Edit, edit
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import build

TWO = """
organisations:
organisation_id | name              | kind    | kind_basis | size    | postcode | consents_to_name | is_coordinator | parent_id
O1              | Kessel Optik GmbH | unknown |            | small   | 58095    | true             | false          |
O2              | Kessel Optik      | company | declared   | large   | 58097    | false            | true           | O3
O3              | Kessel Holding    | company | verified   |         |          | false            | false          |

people:
person_id | organisation_id
p1        | O2

events:
event_id | title | starts_on  | format    | status
E1       | Fest  | 2025-03-01 | reception | held

participations:
event_id | organisation_id | person_id | persons | status
E1       | O1              |           | 2       | attended
E1       | O2              | p1        | 1       | attended
E1       | KO              |           | 3       | attended

cooperations:
cooperation_id | title | kind
K1             | Linse | pilot

cooperation_members:
cooperation_id | organisation_id | role | joined_on
K1             | O1              | lead |
K1             | O2              |      | 2025-01-01
K1             | O3              |      |

consultations:
consultation_id | organisation_id | held_on
B1              | O2              | 2025-02-01

funding:
funding_id | organisation_id | programme | status
F1         | O2              | EFRE      | approved
"""


def rows(store, query):
    with duckdb.connect(str(build(store).path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def alias(store, *pairs):
    """Say that each first id or name stands for the second; the batch's name."""
    found = edit(
        store, [Edit("organisation_aliases", [{"alias": one, "organisation_id": other} for one, other in pairs])],
        title="test",
    )  # fmt: skip
    assert found.rejections == []
    return found.batch


def everything(store):
    """Every row of every table of the model, as the snapshot has them."""
    return {name: sorted(map(repr, rows(store, f"from base.{name}"))) for name in TABLES}


def test_every_table_names_the_one_that_counts(region):
    region.take(TWO)
    alias(region.store, ("O2", "O1"))
    for table in ("people", "consultations", "funding"):
        assert rows(region.store, f"select organisation_id from base.{table}") == [("O1",)]
    assert rows(region.store, "select organisation_id from base.organisations order by all") == [("O1",), ("O3",)]
    assert rows(region.store, "select organisation_id, persons from base.attendances order by all") == [
        ("O1", 3),
        (None, 3),
    ]
    members = "select organisation_id, role, joined_on::varchar from base.cooperation_members order by all"
    assert rows(region.store, members) == [("O1", None, "2025-01-01"), ("O3", None, None)]


def test_the_leading_record_speaks_and_the_other_fills_in(region):
    region.take(TWO)
    alias(region.store, ("O2", "O1"))
    said = "name, kind, kind_basis, size, postcode, consents_to_name, is_coordinator, parent_id"
    assert rows(region.store, f"select {said} from base.organisations where organisation_id = 'O1'") == [
        ("Kessel Optik GmbH", "company", "declared", "small", "58095", True, True, "O3")
    ]


def test_an_organisation_is_not_its_own_parent(region):
    region.take(TWO)
    alias(region.store, ("O3", "O2"))
    assert rows(region.store, "select organisation_id, parent_id from base.organisations order by all") == [
        ("O1", None), ("O2", None),
    ]  # fmt: skip


def test_an_alias_may_be_a_name(region):
    """KO is what a guest list calls O1."""
    region.take(TWO)
    alias(region.store, ("KO", "O1"))
    assert rows(region.store, "select organisation_id, persons from base.attendances order by all") == [
        ("O1", 5),
        ("O2", 1),
    ]


def test_aliases_lead_on(region):
    region.take(TWO)
    alias(region.store, ("O1", "O2"), ("O2", "O3"))
    assert rows(region.store, "select organisation_id from base.organisations") == [("O3",)]


def test_a_circle_of_aliases_is_one_organisation(region):
    region.take(TWO)
    alias(region.store, ("O1", "O2"), ("O2", "O3"), ("O3", "O1"))
    assert rows(region.store, "select organisation_id from base.organisations") == [("O1",)]


def test_an_alias_of_what_was_taken_back_says_nothing(region):
    first = region.take(TWO)
    other = region.take("organisations:\norganisation_id | name | kind\nO9 | Kessel | company\n")
    alias(region.store, ("O2", "O9"))
    region.store.undo(other)
    assert rows(region.store, "select organisation_id from base.organisations order by all") == [
        ("O1",),
        ("O2",),
        ("O3",),
    ]
    assert rows(region.store, "from base.organisation_aliases") == []
    assert first


def test_ids_of_other_files_go_on_working(region):
    """A file that still calls the organisation O2 is taken, and so is one that says its name."""
    region.take(TWO)
    alias(region.store, ("O2", "O1"), ("X7", "O1"))
    region.take(
        "consultations:\nconsultation_id | organisation_id | held_on\n"
        "B2 | O2 | 2025-04-01\nB3 | Kessel Optik | 2025-05-01\nB4 | X7 | 2025-06-01\n"
    )
    found = rows(region.store, "select consultation_id, organisation_id from base.consultations order by all")
    assert found == [("B1", "O1"), ("B2", "O1"), ("B3", "O1"), ("B4", "O1")]


@pytest.mark.parametrize(
    ("verdict", "found"), [("child", [("O1", "O2")]), ("parent", [("O2", "O1")]), ("different", [])]
)
def test_a_decision_says_who_belongs_to_whom(region, verdict, found):
    region.take(TWO.replace("| O3\n", "|   \n"))
    decided = {"organisation_id": "O1", "other_id": "O2", "verdict": verdict}
    edit(region.store, [Edit("organisation_comparisons", [decided])], title="test")
    with_parent = "select organisation_id, parent_id from base.organisations where parent_id is not null order by all"
    assert rows(region.store, with_parent) == found


_COPIES = count()
_IDS = some.sampled_from(["O1", "O2", "O3", "KO", "X7"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    joins=some.lists(some.tuples(_IDS, some.sampled_from(["O1", "O2", "O3"])), min_size=1, max_size=4),
    seed=some.integers(0, 99),
)
def test_what_is_taken_back_gives_every_row_back(region, tmp_path, joins, seed):
    """Whatever was joined in whichever order and taken back in whichever order: each table is as it was."""
    if not region.store.ledger():
        region.take(TWO)
    before = everything(region.store)
    folder = tmp_path / f"copy {next(_COPIES)}"
    shutil.copytree(region.store.folder, folder)
    store = Store(folder)
    batches = [batch for pair in joins if (batch := edit(
        store, [Edit("organisation_aliases", [{"alias": pair[0], "organisation_id": pair[1]}])], title="test"
    ).batch)]  # fmt: skip
    together = everything(store)
    assert sum(map(len, together.values())) >= len(before["participations"])
    random.Random(seed).shuffle(batches)
    for batch in batches:
        store.undo(batch)
    assert everything(store) == before
