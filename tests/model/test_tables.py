"""The declared tables agree with themselves: what they name is there, and in an order in which it can be read."""

import pytest

from analytics.intake.headers import spelling
from analytics.model import ENUMERATIONS, TABLES

TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]
COLUMN = pytest.mark.parametrize(("table", "column"), COLUMNS)


def test_tables_stand_under_their_names():
    assert [table.name for table in TABLES.values()] == list(TABLES)


@TABLE
def test_columns_are_named_once(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert list(table.by_name) == names


@TABLE
def test_its_key_its_orders_and_its_alternatives_are_columns_of_its_own(table):
    assert table.key
    assert set(table.key) <= set(table.by_name)
    assert set(table.one_of) <= set(table.by_name)
    for first, last in table.orders:
        assert table.by_name[first].kind == table.by_name[last].kind == "date"


@TABLE
def test_a_key_is_required_unless_intake_forms_or_fills_it_or_it_parts_spans(table):
    keys = {name for name in table.key if not table.by_name[name].required}
    filled = {name for name in table.key if table.by_name[name].default is not None}
    may_be_empty = {"joined_on"} if table.name == "cooperation_members" else set()
    assert keys == (set(table.key) if table.derived_key else filled | may_be_empty)
    assert set(table.needed_key) == set(table.key) - keys


@TABLE
def test_it_speaks_both_languages(table):
    for label in (table.label, table.note):
        assert label.de.strip()
        assert label.en.strip()


@COLUMN
def test_a_column_speaks_both_languages(table, column):
    assert column.label.de.strip()
    assert column.label.en.strip()
    assert bool(column.note.de) == bool(column.note.en)


@COLUMN
def test_an_enumeration_is_there_and_its_column_is_text(table, column):
    if column.enumeration is not None:
        assert column.enumeration in ENUMERATIONS
        assert column.kind == "text"


@COLUMN
def test_a_reference_leads_to_an_earlier_table_with_one_key_or_to_its_own(table, column):
    if column.references is not None:
        order = list(TABLES)
        assert order.index(column.references) <= order.index(table.name)
        assert len(TABLES[column.references].key) == 1
        assert column.kind == TABLES[column.references].by_name[TABLES[column.references].key[0]].kind


@COLUMN
def test_only_a_reference_may_be_unassigned_and_never_a_key_or_a_required_one(table, column):
    if column.on_missing == "unassigned":
        assert column.references is not None
        assert not column.required
        assert column.name not in table.key


@COLUMN
def test_a_default_can_be_read_and_a_required_column_has_none(table, column):
    if column.default is not None:
        assert not column.required
        if column.kind == "boolean":
            assert column.default in ("true", "false")
        if column.kind == "integer":
            assert str(int(column.default)) == column.default
        if column.enumeration is not None:
            assert column.default in ENUMERATIONS[column.enumeration].tokens


@COLUMN
def test_bounds_are_of_numbers_and_in_order(table, column):
    if column.minimum is not None or column.maximum is not None:
        assert column.kind in ("integer", "decimal")
    if column.minimum is not None and column.maximum is not None:
        assert column.minimum < column.maximum


@COLUMN
def test_patterns_and_spellings_are_of_text(table, column):
    if column.pattern is not None or column.spelled is not None:
        assert column.kind == "text"


@TABLE
def test_no_header_can_mean_two_columns(table):
    # A column's own name wins over labels, labels over other spellings; within a rank nothing may clash.
    for rank in (
        lambda column: [column.name],
        lambda column: [column.label.de, column.label.en],
        lambda column: column.aliases,
    ):
        meant = {}
        for column in table.columns:
            for form in {spelling(text) for text in rank(column)}:
                assert meant.setdefault(form, column.name) == column.name, form


@TABLE
def test_no_other_spelling_is_hidden_by_another_columns_name_or_label(table):
    for column in table.columns:
        for other in table.columns:
            if other is not column:
                louder = {spelling(text) for text in (other.name, other.label.de, other.label.en)}
                assert not louder & {spelling(alias) for alias in column.aliases}


def test_no_name_can_mean_two_tables():
    meant = {}
    for table in TABLES.values():
        for form in {spelling(text) for text in (table.name, table.label.de, table.label.en, *table.aliases)}:
            assert meant.setdefault(form, table.name) == table.name, form


def test_people_have_no_name_and_no_address():
    personal = {(table.name, column.name) for table in TABLES.values() for column in table.columns if column.personal}
    assert personal == {("people", "person_id"), ("participations", "person_id")}
    for table in TABLES.values():
        assert not {"first_name", "last_name", "email", "phone", "e_mail"} & set(table.by_name)
