"""What an import says: each thing once, with its place, the value and the form that was wanted."""

import pytest

from analytics.intake.messages import rejected
from analytics.language import Language
from tests.intake.conftest import account

HEADER = "Organisations-ID;Name;Art;Kreis\n"


def told(report, code="en"):
    language = Language(code)
    return [(message.place(language), message.text) for message in rejected(report.rejections, language)]


def test_twelve_thousand_rows_of_one_fault_are_one_message(intake):
    intake.file("organisationen.csv", HEADER + "".join(f"O{n};A;Unternehmen;57a11\n" for n in range(12_660)))
    report = intake.take()
    assert account(report) == (12_660, 0, 12_660)
    assert len(report.rejections) == 12_660
    wanted = "five digits like 05711, “elsewhere” or “abroad”"
    assert told(report) == [
        (
            "organisationen.csv, 12,660 rows (2, 3, 4, 5, 6, …), District (AGS)",
            f"“57a11” does not have the form of District (AGS) (expected: {wanted}).",
        )
    ]


def test_further_values_are_named_and_the_rest_counted(intake):
    cells = ["x1", "x2", "x1", "x3", "x4", "x5", "x6", "x7"]
    intake.file("organisationen.csv", HEADER + "".join(f"O{n};A;Unternehmen;{cell}\n" for n, cell in enumerate(cells)))
    ((place, text),) = told(intake.take(), "de")
    assert place == "organisationen.csv, 8 Zeilen (2, 3, 4, 5, 6, …), Kreis (AGS)"
    assert text.startswith("„x1“ hat nicht die Form")
    assert text.endswith("Ebenso: „x2“, „x3“, „x4“, „x5“. Und 2 weitere Werte.")


def test_a_message_a_file_a_column_and_a_reason(intake):
    intake.file("a.csv", HEADER + "O1;A;Unsinn;\nO2;;Unternehmen;\nO3;;Unsinn;\n")
    intake.file("b.csv", HEADER + "O4;A;Unsinn;\n")
    assert [place for place, _ in told(intake.take())] == [
        "a.csv, 2 rows (2, 4), Kind",
        "a.csv, 2 rows (3, 4), Name",
        "b.csv, row 2, Kind",
    ]


def test_files_that_cannot_be_read_are_told_apart(intake):
    intake.file("a.csv", "what;ever\n1;2\n")
    intake.file("b.csv", "")
    assert [place for place, _ in told(intake.take())] == ["b.csv", "a.csv"]


@pytest.mark.parametrize(
    ("table", "header", "row", "parts"),
    [
        ("events", "event_id;title;starts_on;format;status;capacity", "e;T;2024-01-01;forum;held;-3", ["-3", "from 0"]),
        ("events", "event_id;title;starts_on;ends_on;format;status", "e;T;2024-01-02;2024-01-01;forum;held",
         ["2024-01-01 < 2024-01-02"]),
        ("feedback", "event_id;satisfaction", "e;9", ["“9”", "from 1 to 5"]),
        ("consultations", "consultation_id;organisation_id;held_on;hours", "c;o;2024-01-01;viel", ["viel", "10000"]),
        ("organisations", "organisation_id;name;kind;is_coordinator", "o;A;company;vielleicht", ["vielleicht", "yes"]),
        ("organisations", "organisation_id;name;kind;Founded", "o;A;company;2.5", ["2.5", "from 1000 to 2200"]),
        ("organisations", "organisation_id;name;kind;plz;postleitzahl", "o;A;company;1;2", ["1 ≠ 2"]),
    ],
)  # fmt: skip
def test_value_and_wanted_form_stand_in_the_reason(intake, table, header, row, parts):
    intake.file(f"{table}.csv", f"{header}\n{row}\n")
    text = " ".join(found.reason("en") for found in intake.take().rejections)
    assert all(part in text for part in parts), text
