"""Feedback: safe at once, in the data soon, one answer a visitor, and no word that nobody has reviewed.

organisations:
organisation_id | name       | kind
alpha           | Alpha GmbH | company

events:
event_id | title   | starts_on  | ends_on    | format    | status  | expected_attendance
evening  | Empfang | 2025-06-01 |            | reception | planned | 2

participations:
participation_id | event_id | organisation_id | persons | status
p1               | evening  | alpha           | 2       | registered
"""

from datetime import date

import pytest

from analytics.reception.feedback import (
    FeedbackError,
    Word,
    discard,
    process_due_feedback,
    release,
    take_answer,
    tend_answers,
    words_waiting,
)
from analytics.warehouse import View, current
from tests.reception.conftest import at, door_of


def give(store, token, moment=None, **given):
    door = door_of(store)
    return take_answer(store, door.view, door.evening, token, given, moment or at(20))


def _due(store, now):
    return process_due_feedback(store, door_of(store).evening, now)


def answers(store):
    query = "select feedback_id, satisfaction, would_recommend, new_contacts, comment from feedback order by all"
    found = View(current(store)).within().query(query)
    return [tuple(row) for row in found.astype(object).where(found.notna(), None).itertuples(index=False)]


def test_an_answer_becomes_a_row_without_a_name(store):
    one = give(store, "a", satisfaction=5, would_recommend=9, new_contacts=3)
    assert answers(store) == []
    tend_answers(store, "evening")
    assert answers(store) == [(one, 5, 9, 3, None)]
    assert (store.ledger()[-1].who, store.ledger()[-1].tables) == ("feedback", {"feedback": 1})
    assert tend_answers(store, "evening") == []


def test_whoever_answers_again_has_one_answer_the_last(store):
    give(store, "a", satisfaction=2)
    give(store, "b", satisfaction=4)
    tend_answers(store, "evening")
    give(store, "a", satisfaction=3)
    tend_answers(store, "evening")
    assert sorted(row[1] for row in answers(store)) == [3, 4]


def test_a_word_is_in_no_batch_before_it_is_released(store):
    one = give(store, "a", satisfaction=5, word="  Frau Meier war\n wunderbar \x00 ")
    tend_answers(store, "evening")
    assert words_waiting(store, "evening") == [Word(one, "Frau Meier war wunderbar")]
    assert answers(store)[0][4] is None
    assert all(b"Meier" not in file.read_bytes() for file in store.batches.rglob("*") if file.is_file())
    release(store, "evening", one, "Das Team war wunderbar")
    assert answers(store) == [(one, 5, None, None, "Das Team war wunderbar")]
    assert words_waiting(store, "evening") == []


def test_a_discarded_word_is_gone_from_the_disk(store):
    one = give(store, "a", word="Meier ist doof")
    give(store, "b", word="Schön")
    discard(store, "evening", one)
    assert [word.text for word in words_waiting(store, "evening")] == ["Schön"]
    assert all(b"Meier" not in file.read_bytes() for file in store.folder.rglob("*") if file.is_file())


def test_no_word_keeps_an_address_not_even_before_its_review(store):
    one = give(store, "a", word="Gern mehr: ada@example.org oder 0171 1234567")
    assert [word.text for word in words_waiting(store, "evening")] == ["Gern mehr: […] oder […]"]
    release(store, "evening", one, "Gern mehr, +49 171 1234567")
    for file in store.folder.rglob("*"):
        assert file.is_dir() or not any(part in file.read_bytes() for part in (b"ada@", b"1234567"))


def test_a_word_that_comes_with_nothing_else_can_be_released(store):
    one = give(store, "a", word="Schön")
    release(store, "evening", one, "Schön")
    assert answers(store) == [(one, None, None, None, "Schön")]


def test_whoever_answers_again_without_a_word_has_taken_it_back(store):
    give(store, "a", word="Vorschnell")
    give(store, "a", satisfaction=4)
    assert words_waiting(store, "evening") == []


@pytest.mark.parametrize(
    "given",
    [
        {"satisfaction": 0},
        {"satisfaction": 6},
        {"satisfaction": True},
        {"satisfaction": "5"},
        {"would_recommend": 11},
        {"new_contacts": -1},
        {"new_contacts": 2.5},
        {"word": 7},
        {"word": "x" * 2001},
        {},
        {"word": " \n "},
    ],
)
def test_what_is_no_answer_is_refused(store, given):
    with pytest.raises(FeedbackError):
        give(store, "a", **given)
    assert tend_answers(store, "evening") == []


@pytest.mark.parametrize(
    ("day", "open_then"), [(date(2025, 5, 31), False), (date(2025, 6, 8), True), (date(2025, 6, 9), False)]
)
def test_it_is_open_from_the_evening_on_for_a_week(store, day, open_then):
    if open_then:
        give(store, "a", at(9, day=day), satisfaction=5)
        return
    with pytest.raises(FeedbackError) as told:
        give(store, "a", at(9, day=day), satisfaction=5)
    assert told.value.key == "feedback_closed"


def test_more_answers_than_guests_could_give_are_not_taken(store):
    for number in range(100):
        give(store, f"flood-{number}", satisfaction=1)
    with pytest.raises(FeedbackError) as told:
        give(store, "one more", satisfaction=1)
    assert told.value.key == "feedback_full"
    give(store, "flood-0", satisfaction=5)


def test_answers_are_written_after_a_while_of_quiet(store):
    give(store, "a", at(20), satisfaction=5)
    assert _due(store, at(20, 0, 59)) == []
    assert len(_due(store, at(20, 1))) == 1
    assert _due(store, at(20, 2)) == []
    give(store, "b", at(12, day=date(2025, 6, 8)), satisfaction=4)
    assert len(_due(store, at(12, 5, day=date(2025, 6, 8)))) == 1
