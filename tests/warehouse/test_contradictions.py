"""What contradicts itself between rows is taken, told for as long as it stands, and counted by nobody.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science

events:
event_id | title   | starts_on  | format | status    | unlisted_headcount
off      | Off     | 2024-02-01 | forum  | cancelled | 3
late     | Late    | 2024-03-01 | forum  | planned   |
on       | On      | 2024-12-31 | forum  | held      |

participations:
event_id | organisation_id | persons | status     | registered_on
off      | a               | 4       | attended   |
late     | a               | 2       | attended   |
on       | a               | 1       | attended   | 2025-01-02

feedback:
feedback_id | event_id | satisfaction
f1          | off      | 5
f2          | on       | 4

cooperations:
cooperation_id | title      | kind     | ended_on   | origin_event_id
ended          | Ended      | research | 2024-01-31 |
unbegun        | Unbegun    | research | 2024-01-01 |
disordered     | Disordered | research |            |
beyond         | Beyond     | research | 2024-06-30 | on
good           | Good       | pilot    |            | off

cooperation_stages:
cooperation_id | stage | since
ended          | 1     | 2024-01-01
ended          | 4     | 2024-02-01
unbegun        | 1     | 2024-02-01
disordered     | 3     | 2024-04-01
disordered     | 4     | 2024-02-01
beyond         | 3     | 2024-03-01
beyond         | 4     | 2024-07-01
good           | 3     | 2024-03-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
ended          | a               |            |
ended          | b               |            |
unbegun        | a               |            |
unbegun        | b               |            |
disordered     | a               |            |
disordered     | b               |            |
beyond         | a               |            |
beyond         | b               |            |
good           | a               | 2024-01-01 | 2024-05-01
good           | a               | 2024-04-01 | 2024-06-01
good           | b               |            |
good           | b               | 2024-02-01 |
beyond         | b               | 2024-08-01 |
"""

from datetime import date, timedelta
from importlib.resources import files

from analytics.language.load import texts
from analytics.model import TABLES
from analytics.warehouse.contradiction_rules import FOLDER, RULES, UNUSUAL_DATE, tables_of
from tests.warehouse.conftest import rows_of


def test_each_is_told_with_what_contradicts_what(ask):
    told = ask("contradictions", values={"today": date(2026, 1, 1)})
    assert {rule: (things, examples) for rule, _, things, examples in told} == {
        "answers_of_cancelled_event": (1, "off (1)"),
        "ended_before_agreed": (2, "ended (2024-01-31 < 2024-02-01); unbegun (2024-01-01 < 2024-02-01)"),
        "guests_of_cancelled_event": (1, "off (7)"),
        "guests_of_planned_event": (1, "late (2)"),
        "member_outside_cooperation": (1, "beyond/b (2024-06-30 < 2024-08-01)"),
        "origin_after_agreement": (2, "beyond (2024-03-01 < on: 2024-12-31); good (off)"),
        "overlapping_memberships": (1, "good/a (2024-04-01 <= 2024-05-01)"),
        "registered_after_event": (1, "on (2024-12-31 < 2025-01-02)"),
        "stage_after_end": (1, "beyond (2024-06-30 < 4: 2024-07-01)"),
        "stages_out_of_order": (1, "disordered (4: 2024-02-01 < 3: 2024-04-01)"),
    }


def test_what_cannot_have_been_is_no_cooperation(view):
    found = view.within().query("select cooperation_id from cooperations order by 1")
    assert rows_of(found) == [("beyond",), ("good",)]


def test_a_stage_after_the_end_is_none(view):
    found = view.within().query("select joint_on, origin_event_id from cooperations where cooperation_id = 'beyond'")
    assert rows_of(found) == [(None, None)]


def test_answers_about_a_cancelled_event_are_left_out(view):
    assert rows_of(view.within().query("select feedback_id from feedback")) == [("f2",)]


def test_spans_that_overlap_are_one_and_a_row_with_days_replaces_one_without(view):
    found = view.within().query(
        "select organisation_id, joined_on, left_on from cooperation_members where cooperation_id = 'good' order by 1"
    )
    assert rows_of(found) == [
        ("a", date(2024, 1, 1), date(2024, 6, 1)),
        ("b", date(2024, 2, 1), None),
    ]


def test_every_rule_has_a_file_a_text_and_tables_of_the_model():
    named = {file.name.removesuffix(".sql") for file in files(FOLDER).iterdir() if file.name.endswith(".sql")}
    assert named | {UNUSUAL_DATE} == set(RULES)
    for rule in RULES:
        assert texts()[f"notes.{rule}"].keys() >= {"de", "en"}
        assert tables_of(rule) <= TABLES.keys()


def test_what_is_dated_ahead_is_told_until_its_day_comes(region):
    tomorrow = date.today() + timedelta(days=1)
    region.take(
        f"""
        organisations:
        organisation_id | name  | kind
        a               | Alpha | company

        events:
        event_id | title | starts_on  | format | status
        e1       | Ahead | {tomorrow} | forum  | held

        consultations:
        consultation_id | organisation_id | held_on
        c1              | a               | {tomorrow}
        c2              | a               | {date.today()}
        """
    )
    view = region.view()
    told = rows_of(view.ask("contradictions", today=date.today()), "rule", "table_name", "things")
    assert told == [("to_come", "consultations", 1), ("to_come", "events", 1)]
    assert view.ask("contradictions", today=tomorrow).empty


def test_an_unusual_date_is_told_as_long_as_it_is_one(region):
    region.take(
        """
        organisations:
        organisation_id | name  | kind    | founded_year
        a               | Alpha | company | 1199
        b               | Beta  | company | 1200

        events:
        event_id | title | starts_on  | format | status
        e1       | Early | 1989-12-31 | forum  | held
        e2       | First | 1990-01-01 | forum  | held
        e3       | Far   | 2044-01-01 | forum  | planned
        """
    )
    told = rows_of(region.view().ask("contradictions", today=date(2026, 12, 1)), "table_name", "things", "examples")
    assert told == [("events", 2, "e1 (1989-12-31); e3 (2044-01-01)"), ("organisations", 1, "a (1199)")]
    later = rows_of(region.view().ask("contradictions", today=date(2041, 1, 1)), "table_name", "examples")
    assert later == [("events", "e1 (1989-12-31)"), ("organisations", "a (1199)")]
