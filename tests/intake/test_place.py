"""An organisation's place, from whatever a file calls it, tells the district of a postcode that lies in two."""

import pytest

from analytics.warehouse import View, build
from tests.intake.test_cordis import ORGANIZATION_HEADER, member


def districts(intake):
    found = View(build(intake.store)).within().query("select name, district from organisations order by name")
    return [tuple(row) for row in found.to_numpy()]


@pytest.mark.parametrize("title", ["Ort", "Place", "STADT", "Gemeinde", "city", "Town"])
def test_in_the_own_format(intake, title):
    intake.file("organisationen.csv", f"organisation_id;name;Art;PLZ;{title}\n1;A;Unternehmen;51467;Köln\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "place") == [("Köln",)]
    assert districts(intake) == [("A", "05315")]


def test_in_a_flat_table(intake):
    intake.file("t.csv", "project_id,title,org_name,zip,city\n7,Stahl,A,40472,Ratingen\n7,Stahl,B,40472,Düsseldorf\n")
    assert intake.take().rejections == []
    assert districts(intake) == [("A", "05158"), ("B", "05111")]


def test_in_cordis(intake):
    row = member(name="Stahl GmbH", nuts="", postcode="51467").replace('"Dortmund"', '"BERGISCH GLADBACH"')
    intake.file("organization.csv", f"{ORGANIZATION_HEADER}\n{row}\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "postcode", "place") == [("51467", "BERGISCH GLADBACH")]
    assert districts(intake) == [("Stahl GmbH", "05378")]
