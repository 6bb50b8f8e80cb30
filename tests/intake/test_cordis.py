"""CORDIS's two files: what a project and a participant become."""

from datetime import date

import pytest

from tests.intake.conftest import account, told

PROJECT_HEADER = (
    '"id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"legalBasis";"topics";'
    '"ecSignatureDate";"frameworkProgramme";"masterCall";"subCall";"fundingScheme";"nature";"objective";'
    '"contentUpdateDate";"rcn";"grantDoi"'
)
ORGANIZATION_HEADER = (
    '"projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";'
    '"postCode";"city";"country";"nutsCode";"geolocation";"organizationURL";"contactForm";"contentUpdateDate";"rcn";'
    '"order";"role";"ecContribution";"netEcContribution";"totalCost";"endOfParticipation";"active"'
)


def project(identity="101", title="Green steel", start="2022-01-01", end="2025-12-31", money="3999999,5", signed=""):
    cells = [identity, "GREENSTEEL", "SIGNED", title, start, end, "5000000", money, "HORIZON.2.4", "HORIZON-CL4"]
    cells += [signed, "HORIZON", "", "", "HORIZON-RIA", "", 'An objective;\nin "two" lines', "", "1", "10.3030/101"]
    return ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def member(
    of="101", identity="999", name="Stahl GmbH", kind="PRC", country="DE", nuts="DEA52", role="participant", **more
):
    cells = [
        of,
        "GREENSTEEL",
        identity,
        "DE1",
        name,
        "",
        more.get("sme", "true"),
        kind,
        "Weg 1",
        more.get("postcode", ""),
    ]
    cells += [
        "Dortmund",
        country,
        nuts,
        "(51.5,7.4)",
        "https://example.org",
        "https://example.org/contact",
        "",
        "",
        "1",
    ]
    cells += [role, "1000", "1000", "1000", "false", "true"]
    return ";".join(f'"{cell}"' for cell in cells)


def projects(*rows):
    return "\n".join([PROJECT_HEADER, *rows]) + "\n"


def members(*rows):
    return "\n".join([ORGANIZATION_HEADER, *rows]) + "\n"


def test_a_project_is_a_research_cooperation_at_stage_4_from_its_start(intake):
    intake.file("project.csv", projects(project()))
    report = intake.take()
    assert report.format == "cordis"
    assert account(report) == (1, 1, 0)
    (cooperation,) = intake.rows("cooperations")
    assert (
        cooperation
        | {
            "cooperation_id": "101",
            "title": "Green steel",
            "kind": "research",
            "origin": "unknown",
            "evidence": "document",
            "ended_on": date(2025, 12, 31),
        }
        == cooperation
    )
    assert intake.rows("cooperation_stages", "cooperation_id", "stage", "since") == [("101", "4", date(2022, 1, 1))]


@pytest.mark.parametrize(("signed", "decided"), [("2021-10-05", date(2021, 10, 5)), ("", date(2022, 1, 1))])
def test_a_projects_funding_is_decided_when_it_was_signed_else_at_its_start(intake, signed, decided):
    intake.file("project.csv", projects(project(signed=signed)))
    intake.take()
    (funding,) = intake.rows("funding")
    assert (
        funding
        | {
            "funding_id": "101",
            "organisation_id": None,
            "cooperation_id": "101",
            "programme": "HORIZON",
            "status": "approved",
            "requested_eur": 3999999.5,
            "approved_eur": 3999999.5,
            "decided_on": decided,
            "supported": False,
        }
        == funding
    )


def test_a_participant_is_an_organisation_and_a_member(intake):
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member(role="coordinator")))
    assert account(intake.take()) == (2, 2, 0)
    (organisation,) = intake.rows("organisations")
    assert (
        organisation
        | {
            "organisation_id": "999",
            "name": "Stahl GmbH",
            "kind": "company",
            "kind_basis": "declared",
            "district": "05913",
            "consents_to_name": False,
        }
        == organisation
    )
    assert intake.rows("cooperation_members", "cooperation_id", "organisation_id", "role") == [("101", "999", "lead")]


def test_being_an_sme_is_no_size(intake):
    intake.file("organizations.csv", "organisation_id;name;kind;size\n999;Stahl;company;small\n")
    intake.take("organizations.csv")
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member(), member(identity="7", name="Neu GmbH", sme="true")))
    report = intake.take("project.csv", "organization.csv")
    assert intake.rows("organisations", "organisation_id", "size") == [("7", None), ("999", "small")]
    assert "SME" in report.ignored["organization.csv"]


@pytest.mark.parametrize(
    ("activity", "name", "kind", "basis"),
    [
        ("PRC", "Stahl", "company", "declared"),
        ("HES", "Stahl", "science", "declared"),
        ("REC", "Stahl", "science", "declared"),
        ("PUB", "Stahl", "public", "declared"),
        ("OTH", "Stahl GmbH", "company", "estimated"),
        ("OTH", "Stahl", "unknown", None),
        ("", "Universität Nord", "science", "estimated"),
    ],
)
def test_the_kind_is_declared_by_the_activity_else_guessed_from_the_name(intake, activity, name, kind, basis):
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member(kind=activity, name=name)))
    intake.take()
    assert intake.rows("organisations", "kind", "kind_basis") == [(kind, basis)]


@pytest.mark.parametrize(
    ("country", "nuts", "postcode", "district", "kept_postcode"),
    [
        ("DE", "DEA52", "44135", "05913", "44135"),
        ("DE", "DE212", "80331", "elsewhere", "80331"),
        ("DE", "", "D-44135", None, "44135"),  # the postcode's district is looked up in the snapshot
        ("DE", "", "", None, None),
        ("FR", "FR101", "75015", "abroad", None),
        ("FR", "", "44135", "abroad", None),
    ],
)
def test_the_district_comes_from_the_region_code_else_the_postcode(
    intake, country, nuts, postcode, district, kept_postcode
):
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member(country=country, nuts=nuts, postcode=postcode)))
    intake.take()
    assert intake.rows("organisations", "district", "postcode") == [(district, kept_postcode)]


@pytest.mark.parametrize(
    ("role", "member_role"),
    [
        ("coordinator", "lead"),
        ("participant", "partner"),
        ("associatedPartner", "associate"),
        ("thirdParty", "associate"),
    ],
)
def test_the_role_in_the_cooperation(intake, role, member_role):
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member(role=role)))
    intake.take()
    assert intake.rows("cooperation_members", "role") == [(member_role,)]


def test_several_rows_of_one_organisation_are_one(intake):
    intake.file("project.csv", projects(project(), project("102", "Hydrogen")))
    first, second = member(kind="OTH", name="Stahl", nuts=""), member("102", kind="PRC", name="STAHL")
    intake.file("organization.csv", members(first, second, first))
    assert account(intake.take()) == (5, 5, 0)
    assert intake.rows("organisations", "organisation_id", "name", "kind", "district") == [
        ("999", "Stahl", "company", "05913")
    ]
    assert intake.rows("cooperation_members", "cooperation_id", "organisation_id") == [("101", "999"), ("102", "999")]


@pytest.mark.parametrize("order", [("project.csv", "organization.csv"), ("organization.csv", "project.csv")])
@pytest.mark.parametrize("together", [True, False])
def test_the_files_come_in_any_order(intake, order, together):
    intake.file("project.csv", projects(project()))
    intake.file("organization.csv", members(member()))
    for names in [order] if together else [(name,) for name in order]:
        report = intake.take(*names)
        assert report.rejections == []
    assert intake.rows("cooperations", "cooperation_id", "title") == [("101", "Green steel")]
    assert len(intake.rows("cooperation_stages")) == len(intake.rows("cooperation_members")) == 1


def test_participants_alone_make_an_undated_cooperation_called_by_its_acronym(intake):
    intake.file("organization.csv", members(member()))
    intake.take()
    assert intake.rows("cooperations", "cooperation_id", "title", "ended_on") == [("101", "GREENSTEEL", None)]
    assert intake.rows("cooperation_stages") == []


def test_rows_that_lack_what_is_needed_are_rejected_whole(intake):
    intake.file("project.csv", projects(project(), project("102", title=""), project("103", start="soon"), project("")))
    intake.file("organization.csv", members(member(), member(identity=""), member(identity="998", name="")))
    report = intake.take()
    assert account(report) == (7, 2, 5)
    assert set(told(report)) >= {
        ("project.csv", 3, "title", "required"),
        ("project.csv", 4, "startDate", "unreadable_date"),
        ("project.csv", 5, "id", "required"),
        ("organization.csv", 3, "organisationID", "required"),
        ("organization.csv", 4, "name", "required"),
    }
    assert [found["cooperation_id"] for found in intake.rows("cooperations")] == ["101"]
    assert [found["funding_id"] for found in intake.rows("funding")] == ["101"]
    assert [found["organisation_id"] for found in intake.rows("organisations")] == ["999"]


def test_a_project_that_ends_before_it_starts_is_rejected(intake):
    intake.file("project.csv", projects(project(start="2025-01-01", end="2024-12-31")))
    intake.file("organization.csv", members(member()))
    report = intake.take()
    assert told(report) == [
        ("organization.csv", 2, "projectID", "no_such_row"),
        ("project.csv", 2, "endDate", "wrong_order"),
    ]
    assert account(report) == (2, 0, 2)
    assert intake.store.ledger() == []


def test_a_project_without_a_start_is_undated(intake):
    intake.file("project.csv", projects(project(start="")))
    assert account(intake.take()) == (1, 1, 0)
    assert intake.rows("cooperation_stages") == []


def test_optional_columns_may_be_missing(intake):
    intake.file("p.csv", "id;title;startDate;ecMaxContribution\n101;Green steel;2022-01-01;1000\n")
    intake.file("o.csv", "projectID;organisationID;name;role\n101;999;Stahl GmbH;coordinator\n")
    assert account(intake.take()) == (2, 2, 0)
    assert intake.rows("funding", "programme", "approved_eur") == [("CORDIS", 1000.0)]
    assert intake.rows("organisations", "kind", "kind_basis") == [("company", "estimated")]


def test_ten_thousand_participants_take_seconds(intake):
    rows = [
        member(str(1000 + number % 500), identity=str(number % 3000), role="participant") for number in range(10_000)
    ]
    intake.file("project.csv", projects(*(project(str(1000 + number)) for number in range(500))))
    intake.file("organization.csv", members(*rows))
    assert account(intake.take()) == (10_500, 10_500, 0)
    assert len(intake.rows("organisations")) == 3000
