"""A chart's finding: one sentence from its data, true at the edges, too: none, one, a tie."""

import pandas as pd

from analytics.charts import findings
from analytics.language import Language

GERMAN, ENGLISH = Language("de"), Language("en")
SPACE = "\N{NO-BREAK SPACE}"


def _growth(*rows):
    return pd.DataFrame(rows, columns=["period", "cumulative", "active"])


def _kinds(*rows):
    return pd.DataFrame(rows, columns=["period", "kind", "organisations"])


def _retention(*rows):
    return pd.DataFrame(rows, columns=["cohort", "year_after", "share", "organisations", "is_unfinished"])


def test_organisations_reached():
    find = findings.organisations_reached
    frame = _growth(("2023-Q4", 12, 12), ("2024-Q1", 1234, 100))
    assert find(frame, GERMAN) == (
        "Aus 12 sind 1.234 erreichte Organisationen geworden (4. Quartal 2023 bis 1. Quartal 2024)"
    )
    assert find(frame, ENGLISH) == "From 12 to 1,234 organisations reached (Quarter 4, 2023 to Quarter 1, 2024)"
    assert (
        find(_growth(("2023", 2, 2), ("2024", 2, 1)), GERMAN)
        == "Unverändert 2 erreichte Organisationen (2023 bis 2024)"
    )
    assert find(_growth(("2024", 1, 1)), GERMAN) == "1 Organisation erreicht bis Ende 2024"
    assert find(_growth(("2024", 0, 0)), GERMAN) == find(_growth(), GERMAN) == "Noch keine Organisation erreicht"


def test_arrivals_tell_who_is_silent_at_the_end_not_how_often_somebody_fell_silent():
    # Five came. Three fell silent, two of them came back: one is silent now.
    frame = pd.DataFrame({"new": [3, 2, 0], "lapsed": [0, 2, 1], "back_again": [0, 0, 2]})
    assert findings.arrivals(frame, GERMAN) == "5 Organisationen kamen neu dazu; seit zwölf Monaten verstummt: 1"
    assert findings.arrivals(frame[:0], GERMAN) == "0 Organisationen kamen neu dazu; seit zwölf Monaten verstummt: 0"


def test_retention_is_over_all_finished_first_years():
    # 50 % of 10 and 100 % of 30 make 35 of 40. Neither other years nor unfinished ones count.
    frame = _retention(
        ("2021", 0, 1.0, 10, False),
        ("2021", 1, 0.5, 10, False),
        ("2021", 2, 0.1, 10, False),
        ("2022", 1, 1.0, 30, False),
        ("2023", 1, 0.0, 99, True),
    )
    assert findings.retention(frame, GERMAN) == f"88{SPACE}% der Neuen waren im Jahr darauf wieder dabei"
    assert findings.retention(frame, ENGLISH) == "88% of newcomers were there again the year after"


def test_retention_is_open_before_a_year_is_over():
    open_ = "Wie viele Neue bleiben, zeigt sich erst nach einem vollen Jahr"
    assert findings.retention(_retention(("2024", 0, 1.0, 3, False), ("2024", 1, 0.5, 3, True)), GERMAN) == open_
    assert findings.retention(_retention(), GERMAN) == open_


def test_the_largest_kind_of_the_last_period():
    frame = _kinds(("2023", "company", 9), ("2024", "company", 1), ("2024", "science", 3))
    assert findings.kinds_over_time(frame, GERMAN) == f"Größte Gruppe: Wissenschaft mit 75{SPACE}% (2024)"
    assert (
        findings.partner_kinds(frame, ENGLISH, ["2023", "2024"])
        == "Largest group among partners: Science with 75% (2024)"
    )
    assert findings.kinds_over_time(_kinds(), GERMAN) == "Noch keine Organisation erreicht"
    assert findings.partner_kinds(frame, ENGLISH, ["2023"]) == "Largest group among partners: Company with 100% (2023)"
    assert findings.partner_kinds(frame, GERMAN, []) == "Noch keine Kooperation vereinbart"


def test_of_two_equal_kinds_the_first_stands():
    frame = _kinds(("2024", "company", 2), ("2024", "science", 2))
    assert findings.kinds_over_time(frame, ENGLISH) == "Largest group: Company with 50% (2024)"


def test_cooperations():
    find = findings.cooperations_growth
    assert find(_growth(("2024-Q1", 4, 3)), GERMAN) == (
        "4 Kooperationen vereinbart, 3 davon Ende 1. Quartal 2024 aktiv"
    )
    assert find(_growth(("2024", 1, 0)), ENGLISH) == "1 cooperation agreed, 0 active at the end of 2024"
    assert find(_growth(("2024", 0, 0)), GERMAN) == find(_growth(), GERMAN) == "Noch keine Kooperation vereinbart"


def test_events_compared_names_the_highest_that_is_known():
    frame = pd.DataFrame({"title": ["A", "B", "C"], "attended": [5, None, 7], "mix": [None] * 3, "no_show_rate": 0.125})
    assert findings.events_compared(frame, GERMAN, "attended") == "Die meisten Gäste: C (7)"
    assert findings.events_compared(frame, ENGLISH, "no_show_rate") == "Most no-shows: A (12%)"
    assert findings.events_compared(frame, GERMAN, "mix") == "Kein Wert für diese Auswahl"
    typed = frame.assign(attended=pd.array([5, None, 7], dtype="Int32"))
    assert findings.events_compared(typed, GERMAN, "attended") == "Die meisten Gäste: C (7)"


def test_attendance():
    def steps(registered, attended):
        return pd.DataFrame({"step": ["registered", "attended"], "value": [registered, attended]})

    assert findings.attendance_steps(steps(1200, 80), GERMAN) == "1.200 hatten sich angemeldet, 80 kamen"
    assert findings.attendance_steps(steps(0, 1), GERMAN) == "1 Person kam"
    assert findings.attendance_steps(steps(None, 30), ENGLISH) == "30 persons came"


def test_the_mix_of_kinds():
    frame = pd.DataFrame({"kind": ["company", "science"], "organisations": [3, 5]})
    assert findings.kind_mix(frame, GERMAN) == "Am stärksten vertreten: Wissenschaft (5 von 8)"
    assert findings.kind_mix(frame.head(0), GERMAN) == "Keine zugeordneten Organisationen"


def test_feedback():
    frame = pd.DataFrame({"answer": [3, 5], "answers": [1, 3]})
    assert findings.feedback(frame, GERMAN) == "Im Schnitt 4,5 von 5 bei 4 Antworten"
    assert findings.feedback(frame.head(1), ENGLISH) == "3.0 of 5 on average from 1 answer"
