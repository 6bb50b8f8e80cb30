"""The summary of an evening, by hand.

organisations:
organisation_id | name    | kind       | member_since | consents_to_name
a1              | Agreed1 | company    | 2022-01-01   | true
a2              | Agreed2 | company    | 2022-01-01   | true
a3              | Agreed3 | startup    | 2022-01-01   | true
b1              | Secret1 | company    | 2022-01-01   | false
b2              | Secret2 | science    | 2022-01-01   | false
b3              | Secret3 | science    | 2022-01-01   | false

people:
person_id | organisation_id
person-1  | a1

events:
event_id | title  | starts_on  | format    | status    | expected_attendance | unlisted_headcount | venue
earlier  | Before | 2024-01-10 | workshop  | held      |                     |                    |
evening  | Gala   | 2024-06-01 | reception | held      | 8                   | 2                  | Hall
later    | After  | 2025-01-15 | workshop  | held      |                     |                    |
planned  | Next   | 2025-06-01 | reception | planned   |                     |                    |

participations:
event_id | organisation_id | person_id | persons | status
earlier  | a1              |           | 1       | attended
evening  | a1              | person-1  | 1       | attended
evening  | a2              |           | 2       | attended
evening  | a3              |           | 1       | attended
evening  | b1              |           | 1       | attended
evening  | b2              |           | 1       | attended
evening  | b3              |           | 1       | no_show
later    | b3              |           | 1       | attended

cooperations:
cooperation_id | title     | kind  | origin_event_id | is_confidential
open           | Open one  | pilot | evening         | false
half           | Half open | pilot | evening         | false
hidden         | Hush      | pilot | evening         | true
apart          | Apart     | pilot |                 | false
undated        | Undated   | pilot | evening         | false

cooperation_stages:
cooperation_id | stage | since
open           | 1     | 2024-06-15
open           | 3     | 2024-09-01
half           | 1     | 2024-08-15
hidden         | 2     | 2024-10-01
apart          | 1     | 2024-07-10

cooperation_members:
cooperation_id | organisation_id | role
open           | a2              | partner
open           | a1              | lead
half           | a1              |
half           | b1              |
hidden         | a1              |
hidden         | b2              |
apart          | a3              |
apart          | b1              |
undated        | a1              |
undated        | a3              |

feedback:
feedback_id | event_id | satisfaction | new_contacts
f1          | evening  | 5            | 2
f2          | evening  | 4            | 1
f3          | evening  | 3            |
"""

import pytest

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception import summary_words as words
from analytics.reception.evening import evenings
from analytics.reception.summary import Count, Summary
from analytics.warehouse import View, current

GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.fixture
def summary(view):
    return Summary.of(view, "evening")


@pytest.fixture
def public(view):
    return Summary.of(View(view.snapshot, "public"), "evening")


def test_guests_kinds_and_newcomers(summary):
    assert summary.attended == Count(8)  # six on the list who came, two beyond it
    assert summary.organisations == Count(5)
    assert summary.newcomers == Count(4)  # all but a1
    assert summary.kinds == (("company", Count(3)), ("startup", Count(1)), ("science", Count(1)))


def test_feedback(summary):
    assert (summary.answers, summary.satisfaction, summary.new_contacts) == (3, 4.0, 1.5)


def test_what_names_the_event_as_its_origin_by_stage(summary):
    assert summary.agreed == (("3", Count(1)), ("2", Count(1)), ("1", Count(1)), ("unknown", Count(1)))
    assert summary.agreed_in_all == 4
    # The confidential one is counted, but not named.
    assert [(one.title, one.members, one.stage) for one in summary.named] == [
        ("Open one", ("Agreed1", "Agreed2"), "3"),
        ("Half open", ("Agreed1", "Secret1"), "1"),
        ("Undated", ("Agreed1", "Agreed3"), "unknown"),
    ]


def test_what_came_later_adds_up_and_only_spans_that_are_over_are_told(summary):
    # First contacts among guests: open after 14 days, apart after 39, half after 75, hidden after 122.
    # The data ends 228 days after the evening.
    assert summary.later == ((30, 1), (90, 3), (180, 4))
    assert summary.days_passed == 228


def test_the_public_is_told_no_small_count_and_no_name_without_consent(public):
    assert [(one.title, one.members) for one in public.named] == [
        ("Open one", ("Agreed1", "Agreed2")),
        ("Undated", ("Agreed1", "Agreed3")),
    ]
    counts = [public.attended, public.organisations, public.newcomers, *(count for _, count in public.agreed)]
    assert [count.value for count in counts] == [None] * len(counts)
    assert public.agreed_in_all is None
    assert (public.kinds, public.later) == ((), ())
    assert (public.answers, public.satisfaction, public.new_contacts) == (None, None, None)


def test_the_public_is_told_classes(public):
    # Eight and one came in that quarter; five organisations, and one that alone would be known by the total.
    assert public.attended == Count(None, "5-19")
    assert words.headline(public, GERMAN) == "8 erwartet, 5–19 gekommen"


@pytest.mark.parametrize("answers", [4, 5])
def test_feedback_is_told_to_the_public_from_five_answers_on(built, answers):
    rows = "\n".join(f"f{number} | one | 4" for number in range(answers))
    text = f"""
events:
event_id | title | starts_on  | format    | status
one      | One   | 2024-06-01 | reception | held

feedback:
feedback_id | event_id | satisfaction
{rows}
"""
    found = Summary.of(View(built(text).snapshot, "public"), "one")
    assert (found.answers, found.satisfaction) == ((5, 4.0) if answers == 5 else (None, None))


@pytest.mark.parametrize("event", ["planned", "nobody's"])
def test_what_was_not_held_has_no_summary(view, event):
    with pytest.raises(QuestionError):
        Summary.of(view, event)


class TestWords:
    def test_the_figure_against_expectation(self, summary):
        assert words.headline(summary, GERMAN) == "8 erwartet, 8 gekommen"
        assert words.headline(summary, ENGLISH) == "8 expected, 8 came"

    def test_an_evening_without_expectation_says_who_came(self, view):
        assert words.headline(Summary.of(view, "earlier"), GERMAN) == "1 Gast war da"

    def test_what_is_told_in_german(self, summary):
        assert words.guests(summary, GERMAN) == [
            "Sie kamen aus 5 Organisationen.",
            "4 Organisationen waren zum ersten Mal im Netzwerk dabei.",
        ]
        assert words.mix(summary, GERMAN) == (
            "Nach Art der Organisation: Unternehmen (3), Start-up (1) und Wissenschaft (1)."
        )
        assert words.feedback(summary, GERMAN) == (
            "Die Gäste gaben der Veranstaltung im Mittel 4,0 von 5 Punkten (3 Rückmeldungen). "
            "Neue Kontakte je Antwort im Mittel: 1,5."
        )
        assert words.agreed(summary, GERMAN).startswith("4 Kooperationen nennen die Veranstaltung als Ursprung")
        assert words.named(summary, GERMAN)[0] == "„Open one“ (Vereinbart): Agreed1 und Agreed2"
        assert words.later(summary, GERMAN) == [(30, "1"), (90, "3"), (180, "4"), (365, "noch offen")]
        assert words.later_sentences(summary, GERMAN)[0] == (
            "Innerhalb von 30 Tagen begann 1 Kooperation zwischen Gästen."
        )

    def test_the_public_reads_why_numbers_are_missing(self, public):
        assert words.later(public, ENGLISH) == []
        assert words.later_sentences(public, ENGLISH) == [
            "How many cooperations began among the guests afterwards is told for all events of a period together only."
        ]
        assert words.feedback(public, ENGLISH).startswith("There is too little feedback")
        assert "in classes" in words.whom_for(public, ENGLISH)

    def test_what_is_told_never_calls_it_an_effect(self):
        for code in ("de", "en"):
            caution = Language(code).text("evening.later_caution")
            assert "Zusammenhang" in caution or "association" in caution

    def test_soon_after_the_evening_it_is_too_early(self, view):
        assert words.later_sentences(Summary.of(view, "later"), GERMAN)[0].startswith("Dazu ist es noch zu früh")


def test_of_no_evening_of_the_demo_the_public_is_told_a_small_count(demo_store):
    public = View(current(demo_store), "public")
    for evening in evenings(public):
        if evening.status != "held":
            continue
        found = Summary.of(public, evening.event_id)
        counts = [found.attended, found.organisations, found.newcomers, *(count for _, count in found.agreed)]
        assert all(not count.value for count in counts)
        assert (found.kinds, found.later) == ((), ())
        assert found.answers is None or found.answers == 0 or found.answers >= 5
