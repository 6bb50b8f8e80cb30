"""The demo region keeps the model's rules, so that its intake rejects nothing."""

import re

import pandas as pd
import pytest

from analytics.model import ENUMERATIONS, TABLES

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
CHOICES = [(table, column) for table, column in COLUMNS if column.enumeration]
REFERENCES = [(table, column) for table, column in COLUMNS if column.references]
KEY_OF = {name: table.key[0] for name, table in TABLES.items()}


def named(pairs):
    return pytest.mark.parametrize(("table", "column"), pairs, ids=[f"{t.name}.{c.name}" for t, c in pairs])


def test_every_table_has_the_models_columns_in_the_models_order(tables):
    assert {name: list(frame.columns) for name, frame in tables.items()} == {
        name: [column.name for column in table.columns] for name, table in TABLES.items()
    }


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("organisations", 440, 460),
        ("events", 70, 70),
        ("participations", 2850, 3250),
        ("cooperations", 200, 200),
        ("consultations", 350, 350),
        ("funding", 60, 60),
        ("targets", 42, 42),
        ("target_notes", 4, 4),
    ],
)
def test_the_region_has_the_size_it_is_said_to_have(tables, name, least, most):
    assert least <= len(tables[name]) <= most


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_key_identifies_one_row(tables, table):
    keys = tables[table.name][list(table.key)]
    assert keys[[name for name in table.key if table.by_name[name].required]].notna().all(axis=None)
    assert not keys.duplicated().any()


@named([(table, column) for table, column in COLUMNS if column.required])
def test_what_is_required_is_filled(tables, table, column):
    assert tables[table.name][column.name].notna().all()


@named(CHOICES)
def test_choices_are_tokens_of_their_enumeration(tables, table, column):
    assert set(tables[table.name][column.name].dropna()) <= set(ENUMERATIONS[column.enumeration].tokens)


@named(REFERENCES)
def test_every_reference_exists(tables, table, column):
    known = set(tables[column.references][KEY_OF[column.references]])
    assert set(tables[table.name][column.name].dropna()) <= known


@named([(table, column) for table, column in COLUMNS if column.minimum is not None or column.maximum is not None])
def test_numbers_lie_within_the_models_bounds(tables, table, column):
    values = tables[table.name][column.name].dropna()
    assert len(values)
    assert column.minimum is None or values.min() >= column.minimum
    assert column.maximum is None or values.max() <= column.maximum


@named([(table, column) for table, column in COLUMNS if column.pattern])
def test_texts_keep_the_models_pattern(tables, table, column):
    assert all(re.fullmatch(column.pattern, value) for value in tables[table.name][column.name].dropna())


@pytest.mark.parametrize("table", [table for table in TABLES.values() if table.orders], ids=lambda table: table.name)
def test_what_comes_first_lies_first(tables, table):
    for earlier, later in table.orders:
        both = tables[table.name][[earlier, later]].dropna()
        assert (both[earlier] <= both[later]).all()


def test_a_funding_case_belongs_to_an_organisation_or_a_cooperation(tables):
    assert tables["funding"][["organisation_id", "cooperation_id"]].notna().sum(axis=1).eq(1).all()


def test_targets_name_each_kpi_for_three_years(tables):
    targets = tables["targets"]
    assert targets["kpi"].nunique() == 12
    for _, milestones in targets.groupby(["kpi", "source"]):
        assert list(milestones["due_on"]) == [pd.Timestamp(f"{year}-12-31") for year in (2024, 2025, 2026)]
    assert (targets["target"] != targets["baseline"]).all()
    assert (targets["amber_below"] > targets["red_below"]).all()


def test_a_note_speaks_of_a_target_that_is_there(tables):
    targets, notes = tables["targets"], tables["target_notes"]
    assert set(zip(notes["kpi"], notes["source"], strict=True)) <= set(
        zip(targets["kpi"], targets["source"], strict=True)
    )


def test_people_are_random_keys_and_all_of_them_have_been_registered(tables):
    people, participations = tables["people"], tables["participations"]
    assert people["person_id"].str.fullmatch("p[0-9a-f]{12}").all()
    assert set(people["person_id"]) == set(participations["person_id"].dropna())


def test_topics_stand_in_alphabetical_order(tables):
    for name in ("events", "cooperations"):
        for topics in tables[name]["topics"].dropna():
            assert topics.split(", ") == sorted(set(topics.split(", ")))
