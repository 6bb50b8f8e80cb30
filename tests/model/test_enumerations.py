"""The enumerations: every value is labelled, can be told from the others however it is spelled, and is used."""

import pytest

from analytics.charts.palette import SYMBOLS
from analytics.intake.headers import spelling
from analytics.model import ENUMERATIONS, TABLES

ENUMERATION = pytest.mark.parametrize("enumeration", ENUMERATIONS.values(), ids=lambda found: found.name)


def test_they_stand_under_their_names():
    assert [found.name for found in ENUMERATIONS.values()] == list(ENUMERATIONS)


def test_every_one_is_used_by_a_column():
    used = {column.enumeration for table in TABLES.values() for column in table.columns}
    assert set(ENUMERATIONS) == used - {None}


@ENUMERATION
def test_every_value_is_labelled_in_both_languages(enumeration):
    assert enumeration.label.de.strip()
    assert enumeration.label.en.strip()
    for value in enumeration.values:
        assert value.label.de.strip()
        assert value.label.en.strip()
        assert enumeration.label_of(value.token, "de") == value.label.de
        assert enumeration.label_of(value.token, "en") == value.label.en


@ENUMERATION
def test_tokens_are_plain_and_stand_once(enumeration):
    assert len(set(enumeration.tokens)) == len(enumeration.tokens) >= 2
    assert all(token == token.lower() and token.replace("_", "").isalnum() for token in enumeration.tokens)


@ENUMERATION
@pytest.mark.parametrize("code", ["de", "en"])
def test_labels_stand_once(enumeration, code):
    labels = [value.label.in_(code) for value in enumeration.values]
    assert len(set(labels)) == len(labels)


@ENUMERATION
def test_a_spelling_means_one_value(enumeration):
    meant = {}
    for value in enumeration.values:
        for text in (value.token, value.label.de, value.label.en, *value.aliases):
            form = spelling(text)
            assert form
            assert meant.setdefault(form, value.token) == value.token, text


@ENUMERATION
def test_a_token_that_is_not_there_stands_as_it_is(enumeration):
    assert enumeration.label_of("no such token", "de") == "no such token"


def test_every_kind_of_organisation_has_a_symbol():
    assert set(ENUMERATIONS["organisation_kind"].tokens) <= set(SYMBOLS)


def test_stages_stand_in_the_order_in_which_they_are_reached():
    assert ENUMERATIONS["stage"].tokens == ("1", "2", "3", "4", "5")
