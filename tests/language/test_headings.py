"""Every column that a page or a download shows has a heading, and no two columns of one table have the same."""

import pytest

from analytics.language import LANGUAGES, Language
from analytics.language.load import texts
from analytics.model import ENUMERATIONS
from analytics.reports.presentable import ENUMERATION_OF, heading
from analytics.warehouse import Period, View, current
from tests.language.test_used_texts import STRINGS
from tests.warehouse.test_questions import QUESTIONS

NOT_SHOWN_AS_TABLES = {
    "contradictions",
    "cooperations_recorded",
    "deletions",
    "districts_present",
    "event_comments",
    "pending",
    "region_districts",
    "region_ties",
    "target_notes",
    "targets",
    "topics",
}
MADE_INTO_OTHERS = (
    "door_",
    "evening_",
    "network_",
    "progress_",
    "show_",
    "encounter_",
    "meeting_",
    "introduction_",
    "pathway",
)
SHOWN = [
    question
    for question in QUESTIONS
    if question not in NOT_SHOWN_AS_TABLES and not question.startswith(MADE_INTO_OTHERS)
]
WRITTEN_WITH_PLACES = {"yes", "no", "again_on", "advised_on"}


@pytest.fixture(scope="module")
def columns(demo_store):
    """By question: the columns of its answer, as pages show them."""
    view = View(current(demo_store))
    found = {name: list(view.ask(name, [Period.parse("2024")], event_id="V01").columns) for name in SHOWN}
    found["event_aftermath"] = ["cooperation_kind" if name == "kind" else name for name in found["event_aftermath"]]
    return found


@pytest.mark.parametrize("question", SHOWN)
def test_every_column_of_an_answer_has_a_heading(columns, question):
    assert [name for name in columns[question] if f"columns.{name}" not in texts()] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("question", SHOWN)
def test_no_two_columns_of_an_answer_have_the_same_heading(columns, question, code):
    headings = [heading(name, Language(code)) for name in columns[question]]
    assert len(set(headings)) == len(headings)


def test_no_heading_is_left_over(columns):
    used = {name for names in columns.values() for name in names} | STRINGS | WRITTEN_WITH_PLACES
    assert {key.partition(".")[2] for key in texts() if key.startswith("columns.")} <= used


@pytest.mark.parametrize("column", ENUMERATION_OF)
def test_a_column_of_tokens_has_an_enumeration_and_a_heading(column):
    assert ENUMERATION_OF[column] in ENUMERATIONS
    assert f"columns.{column}" in texts()
