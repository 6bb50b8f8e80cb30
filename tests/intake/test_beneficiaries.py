"""Lists of beneficiaries of the structural funds: organisations and what they got, no ties."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from tests.intake.disk import everything

LISTS = {
    "NRW 2014": (
        "Name des Begünstigten|Bezeichnung des Vorhabens|Zusammenfassung des Vorhabens|Durchführungs-beginn|"
        "Durchführungs-ende|bewilligte förderfähige Gesamtinvestition|Gebietskennziffer|Land|"
        "EU-Interventions-kategorie|Bezeichnung der EU-Interventionskategorie",
        "{name}|{title}|Ansprechpartnerin Ada Zweifelmann|{day}|31.12.2022|250.000,00|05711|Deutschland|064|FuE",
        None,
    ),
    "two languages": (
        "Bezeichnung des Vorhabens\nOperation name|Name des Begünstigten\nBeneficiary name|Datum des Beginns des Vorhabens"
        "\nOperation start date|Datum des Endes des Vorhabens\nOperation end date|Gesamtbetrag der förderfähigen Ausgaben"
        "\nTotal eligible expenditure|Unionsbeitrag\nUnion contribution|Postleitzahl des Vorhabens",
        "{title}|{name}|{day}|31.12.2022|250.000,00|{sum}|33602",
        "unknown",
    ),
    "2021 to 2027": (
        "Name des Begünstigten|Code des Vorhabens|Bezeichnung des Vorhabens|Zweck und erwartete Errungenschaften|"
        "Datum des Beginns|Voraussichtliches oder tatsächliches Datum des Abschlusses|Gesamtkosten des Vorhabens|"
        "Betroffener Fonds|Unionskofinanzierungssatz|EU-Beitrag|Straße",
        "{name}|{code}|{title}|Zweck|{day}|31.12.2028|250.000,00|EFRE|50 %|{sum}|Zweifelmanngasse 7",
        "EFRE",
    ),
    "Kohesio": (
        "Operation_Unique_Identifier|Operation_Local_Identifier|Operation_Name_English|Operation_Name_Programme_Language|"
        "Country|Operation_Start_Date|Operation_End_Date|Cofinancing_Rate|Total_Eligible_Expenditure_amount|"
        "Total_Eligible_Expenditure_Currency|Project_EU_Budget|Beneficiary_Unique_Identifier|Beneficiary_Name|Fund_Code|"
        "Fund_Name|Programme_Name|NUTS3_Code",
        "https://linkedopendata.eu/entity/{code}|x|Laser|{title}|Germany|{slashed}|31/12/2022|50.0|250000.00|EUR|{dot}|"
        "https://linkedopendata.eu/entity/Q9|{name}|ERDF|European Regional Development Fund|EFRE NRW|DEA41",
        "EFRE NRW",
    ),
}
"""By kind of list: header, a row, and what the programme is then called; None where the list states no funding."""
GRANTS = [
    {"name": "Kessel Optik GmbH", "title": "Laser", "day": "01.03.2020", "slashed": "01/03/2020", "code": "Q11",
     "sum": "125.000,50", "dot": "125000.50"},
    {"name": "Lohmann AG", "title": "Licht", "day": "15.03.2020", "slashed": "15/03/2020", "code": "Q12",
     "sum": "60.000,00", "dot": "60000.00"},
    {"name": "Kessel Optik GmbH", "title": "Linse", "day": "02.04.2021", "slashed": "02/04/2021", "code": "Q13",
     "sum": "40.000,00", "dot": "40000.00"},
]  # fmt: skip


def rows(form):
    header, row, _ = LISTS[form]
    return [header.split("|"), *(row.format(**grant).split("|") for grant in GRANTS)]


def written(table, ending):
    if ending == "csv":
        target = io.StringIO()
        csv.writer(target, delimiter=";").writerows(table)
        return target.getvalue().encode("utf-8-sig")
    data, book = io.BytesIO(), openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    book.save(data)
    return data.getvalue()


def grants(intake):
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = intake.rows("funding", "organisation_id", "programme", "approved_eur", "decided_on", "status")
    return sorted(((names[organisation], *rest) for organisation, *rest in found), key=lambda row: (row[0], row[3]))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("form", LISTS)
def test_every_list_brings_its_beneficiaries_and_their_funding_and_no_ties(intake, form, ending):
    intake.file(f"liste.{ending}", written(rows(form), ending))
    report = intake.take()
    assert [found.reason("de") for found in report.rejections] == []
    assert report.format == ("kohesio" if form == "Kohesio" else "efre")
    programme = LISTS[form][2]
    sums = [None] * 3 if programme is None else [125_000.5, 40_000.0, 60_000.0]
    assert grants(intake) == [
        ("Kessel Optik GmbH", programme or "unknown", sums[0], date(2020, 3, 1), "approved"),
        ("Kessel Optik GmbH", programme or "unknown", sums[1], date(2021, 4, 2), "approved"),
        ("Lohmann AG", programme or "unknown", sums[2], date(2020, 3, 15), "approved"),
    ]
    assert sorted(intake.rows("organisations", "name", "kind", "district")) == [
        ("Kessel Optik GmbH", "company", None),
        ("Lohmann AG", "company", None),
    ]
    assert report.tables.keys() == {"organisations", "funding"}
    told = {(note.key, note.things) for note in report.notes}
    assert (("notes.costs_only", 3) in told) == (programme is None)
    assert "Zweifelmann" not in everything(intake.store.folder)
    assert intake.take().batch is None  # the same list again changes nothing


def test_a_title_above_the_list_a_second_header_and_sums_below_are_no_grants(intake):
    header, first, *others = rows("2021 to 2027")
    english = ["Beneficiary name", "Code of the operation", "Name of the operation", *[""] * (len(header) - 3)]
    title = ["Liste der Vorhaben gemäß Artikel 49 der Verordnung (EU) 2021/1060", *[""] * (len(header) - 1)]
    total = ["", *[""] * (len(header) - 3), "225.000,50", ""]
    intake.file("liste.xlsx", written([title, [""] * len(header), header, english, first, *others, total], "xlsx"))
    report = intake.take()
    assert [found.reason("de") for found in report.rejections] == []
    assert len(grants(intake)) == 3
    assert [note.things for note in report.notes if note.key == "notes.without_beneficiary"] == [1]


def test_several_beneficiaries_of_one_operation_share_a_sum_that_counts_once(intake):
    header, first, *_ = rows("2021 to 2027")
    intake.file("liste.csv", written([header, first, ["Lohmann AG", *first[1:]]], "csv"))
    report = intake.take()
    assert [(name, amount) for name, _, amount, *_ in grants(intake)] == [
        ("Kessel Optik GmbH", 125_000.5),
        ("Lohmann AG", None),
    ]
    assert [note.things for note in report.notes if note.key == "notes.sum_of_operation"] == [1]
    assert "cooperation_members" not in report.tables


def test_kohesios_sums_of_all_projects_of_a_beneficiary_are_no_grant(intake):
    table = [["BENEFICIARY NAME", "TOTAL BUDGET", "AMOUNT EU SUPPORT", "NUMBER OF PROJECTS"]]
    intake.file("beneficiary_export.csv", written([*table, ["Lohmann AG", "250000.00", "60000.00", "2"]], "csv"))
    report = intake.take()
    assert report.format == "kohesio"
    assert intake.rows("organisations", "name") == [("Lohmann AG",)]
    assert report.tables.keys() == {"organisations"}
    assert [note.key for note in report.notes] == ["notes.sums_of_several"]
