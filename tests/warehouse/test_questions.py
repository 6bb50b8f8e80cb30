"""What holds for every question: it says what its rows are, and has an answer where there is no data."""

import re

import pytest

from analytics.warehouse import Period, Scope, View, current
from analytics.warehouse.disclosure import MASKED, disclosure_of
from analytics.warehouse.sql import question_file, question_names

QUESTIONS = question_names()
NARROW = Scope(kinds=("science",), districts=("05913", "unknown"), topics=("energy",), with_coordinator=True)
REFERENCE = {"districts_all", "region_districts"}
"""What has rows without data: there are districts."""
PERIODS = [Period.parse("2024-Q1"), Period.parse("2024")]


@pytest.mark.parametrize("question", QUESTIONS)
def test_its_first_line_says_what_a_row_is(question):
    first = question_file(question).splitlines()[0]
    assert re.match(r"-- One row(?: per |: )", first), first


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_can_be_asked_where_there_is_no_data(empty_store, question):
    view = View(current(empty_store))
    for periods in ([], PERIODS):
        for scope in (Scope(), NARROW):
            found = view.ask(question, periods, scope, event_id="e1")
            assert len(found) <= max(1, len(periods)) or question in REFERENCE


@pytest.mark.parametrize("audience", MASKED)
@pytest.mark.parametrize("question", [question for question in QUESTIONS if disclosure_of(question)])
def test_masked_audiences_can_ask_it_where_there_is_no_data(empty_store, question, audience):
    found = View(current(empty_store), audience).ask(question, [Period.parse("2024")], event_id="e1")
    assert len(found) <= 1 or question in REFERENCE


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_period_asked_for_twice_is_answered_once(demo_store, question):
    view = View(current(demo_store))
    once = view.ask(question, PERIODS[1:], event_id="V01")
    twice = view.ask(question, [*PERIODS[1:], *PERIODS[1:]], event_id="V01")
    assert once.equals(twice)


@pytest.mark.parametrize("question", QUESTIONS)
def test_its_answer_has_no_column_twice(demo_store, question):
    columns = View(current(demo_store)).ask(question, PERIODS, event_id="V01").columns
    assert columns.is_unique
