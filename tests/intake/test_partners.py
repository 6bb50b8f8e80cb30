"""How many organisations a partner cell of a flat table names, and cells that name nobody."""

import pytest

from tests.intake.conftest import account, told

HEADER = "Projekt;Start;Partner\n"


def names(intake):
    return sorted(row["name"] for row in intake.rows("organisations"))


def taken(intake, *cells, header=HEADER):
    rows = "".join(f'P{number};01.03.2026;"{cell}"\n' for number, cell in enumerate(cells))
    intake.file("t.csv", header + rows)
    return intake.take("t.csv")


@pytest.mark.parametrize(
    "cell",
    [
        "Kessel Optik GmbH; Lohmann AG; Hochschule Nordrand",
        "Kessel Optik GmbH;Lohmann AG ;; Hochschule Nordrand;",
        "Kessel Optik GmbH | Lohmann AG | Hochschule Nordrand",
        "Kessel Optik GmbH;\nLohmann AG;\nHochschule Nordrand",
        "Kessel Optik GmbH; Lohmann AG; Hochschule Nordrand; N.N.",
    ],
)
def test_a_cell_of_three_is_three(intake, cell):
    report = taken(intake, cell)
    assert account(report) == (1, 1, 0)
    assert names(intake) == ["Hochschule Nordrand", "Kessel Optik GmbH", "Lohmann AG"]
    assert len(intake.rows("cooperation_members")) == 3
    assert len(intake.rows("cooperations")) == 1


def test_lines_part_whole_names(intake):
    taken(intake, "Kessel Optik GmbH\nLohmann AG")
    assert names(intake) == ["Kessel Optik GmbH", "Lohmann AG"]


def test_a_name_broken_before_its_legal_form_is_one(intake):
    taken(intake, "Kessel Optik\nGmbH", "Kessel Optik GmbH")
    assert names(intake) == ["Kessel Optik GmbH"]


@pytest.mark.parametrize("separator", [", ", " / "])
def test_commas_and_slashes_part_where_all_parts_are_known(intake, separator):
    taken(intake, "Kessel Optik GmbH", "Hochschule Nordrand", f"Kessel Optik GmbH{separator}Hochschule Nordrand")
    assert names(intake) == ["Hochschule Nordrand", "Kessel Optik GmbH"]
    assert len(intake.rows("cooperation_members")) == 4


@pytest.mark.parametrize(
    "cell",
    [
        "Müller & Söhne",
        "Müller GmbH & Co. KG",
        "Bosch, Werk Bielefeld",
        "Institut für Physik, Universität Köln",
        "CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE / IRD",
        "Kessel Optik GmbH, Bielefeld",
        "Industrie- und Handelskammer",
        "Fraunhofer-Gesellschaft zur Förderung der angewandten Forschung e.V.",
    ],
)
def test_signs_that_belong_to_a_name(intake, cell):
    assert taken(intake, cell).rejections == []
    assert names(intake) == [cell]


@pytest.mark.parametrize(
    "cell",
    [
        "Kessel Optik GmbH, Lohmann AG",
        "Kessel Optik GmbH / Lohmann AG",
        "Hochschule Nordrand\nFachbereich Physik",
        "Kessel Optik; GmbH",
    ],
)
def test_what_stays_open_is_asked(intake, cell):
    report = taken(intake, cell, "Birkner KG")
    assert told(report) == [("t.csv", 2, "Partner", "several_names")]
    assert cell.split(",")[0][:6] in report.rejections[0].reason("de")
    assert names(intake) == ["Birkner KG"]


def test_two_known_names_and_an_and_are_asked_about(intake):
    report = taken(intake, "Bosch", "Siemens", "Bosch & Siemens")
    assert [key for *_, key in told(report)] == ["several_names"]


def test_a_known_name_is_one_whatever_signs_it_has(intake):
    intake.file("o.csv", "organisation_id;name;kind\nO1;Kessel GmbH / Lohmann AG;company\n")
    intake.take("o.csv")
    taken(intake, "Kessel GmbH / Lohmann AG")
    assert intake.rows("cooperation_members", "organisation_id") == [("O1",)]


def test_other_cells_belong_to_a_partner_only_where_there_is_one_for_each(intake):
    header = "Projekt;Start;Partner;PLZ;Ort;Organisations-ID;Rolle\n"
    intake.file("t.csv", header + 'A;01.03.2026;"X AG; Y AG";"33602; 48143";Bielefeld;"O1; O2";"Leitung; Partner"\n')
    intake.take()
    assert intake.rows("organisations", "organisation_id", "name", "postcode", "place") == [
        ("O1", "X AG", "33602", None),
        ("O2", "Y AG", "48143", None),
    ]
    assert intake.rows("cooperation_members", "role") == [("lead",), ("partner",)]


def test_one_id_for_two_partners_is_asked_about(intake):
    intake.file("t.csv", 'Projekt;Start;Partner;Organisations-ID\nA;01.03.2026;"X AG; Y AG";O1\n')
    assert [key for *_, key in told(intake.take())] == ["several_names"]


def test_nobody_is_no_organisation(intake):
    intake.file(
        "projekte.csv",
        "Projekt-ID;Projekt;Start;Unternehmen\n"
        "P1;A;01.01.2022;N.N.\nP1;A;01.01.2022;Kessel Optik GmbH\nP2;B;01.01.2022;N.N.\nP2;B;01.01.2022;Lohmann AG\n"
        "P3;C;01.01.2022;k.A.\nP4;D;01.01.2022;-\n",
    )
    report = intake.take()
    assert account(report) == (6, 6, 0)
    assert names(intake) == ["Kessel Optik GmbH", "Lohmann AG"]
    assert intake.rows("cooperations", "cooperation_id") == [("P1",), ("P2",), ("P3",), ("P4",)]
    assert len(intake.rows("cooperation_members")) == 2
    assert [(note.key, note.value, note.things) for note in report.notes] == [
        ("notes.names_nobody", "-, N.N., k.A.", 4)
    ]


@pytest.mark.parametrize("nobody", ["N. N.", "n/a", "unbekannt", "noch offen", "TBD", "diverse", "?", "…"])
def test_ways_to_name_nobody(intake, nobody):
    taken(intake, nobody, "Birkner KG")
    assert names(intake) == ["Birkner KG"]


def test_an_ambiguous_name_is_asked_about(intake):
    intake.file("o.csv", "organisation_id;name;kind\nO1;Kessel GmbH;company\nO2;KESSEL GMBH;company\n")
    intake.take("o.csv")
    assert [key for *_, key in told(taken(intake, "Kessel GmbH"))] == ["ambiguous_name"]


def test_what_a_flat_table_named_before_stays_what_it_was(intake):
    taken(intake, "Kessel GmbH")
    ((before,),) = intake.rows("organisations", "organisation_id")
    intake.file("o.csv", "organisation_id;name;kind\nO1;Kessel GmbH;company\n")
    intake.take("o.csv")
    assert taken(intake, "Kessel GmbH", "Kessel GmbH").rejections == []
    assert {row["organisation_id"] for row in intake.rows("cooperation_members")} == {before}
