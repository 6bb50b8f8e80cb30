"""Who is in the region: where they lie, what they are, what they are called."""

import csv
from pathlib import Path

import pytest

from analytics.demo import generate

REFERENCE = Path(__file__).parents[2] / "data" / "reference"


def rows(name):
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def organisations(tables):
    return tables["organisations"]


def test_most_lie_in_the_core_and_no_district_of_westphalia_is_left_out(organisations):
    districts = [row for row in rows("districts_nrw.csv") if row["is_westfalen"] == "True"]
    core = {row["ags5"] for row in districts if row["is_core"] == "True"}
    assert len(districts) == 27
    assert 0.62 <= organisations["district"].isin(core).mean() <= 0.71
    assert {row["ags5"] for row in districts} <= set(organisations["district"].dropna())


def test_a_handful_lies_elsewhere_abroad_or_nowhere_known(organisations):
    assert organisations["district"].eq("elsewhere").sum() == 5
    assert organisations["district"].eq("abroad").sum() == 3
    assert organisations["district"].isna().sum() == 6


def test_every_postcode_belongs_to_its_district(organisations):
    known = {(row["postcode"], row["ags5"]) for row in rows("postcodes_nrw.csv")}
    given = organisations.dropna(subset=["postcode"])
    assert len(given) > 0.9 * len(organisations)
    assert set(zip(given["postcode"], given["district"], strict=True)) <= known


@pytest.mark.parametrize(
    ("kind", "share"), [("company", 0.58), ("startup", 0.14), ("science", 0.09), ("public", 0.08), ("multiplier", 0.08)]
)
def test_kinds_are_mixed_as_in_a_real_network(organisations, kind, share):
    assert organisations["kind"].eq(kind).mean() == pytest.approx(share, abs=0.02)


def test_there_is_one_coordinator_in_dortmund(organisations):
    (coordinator,) = organisations[organisations["is_coordinator"]].to_dict("records")
    assert coordinator["kind"] == "public"
    assert coordinator["district"] == "05913"
    assert coordinator["name"].endswith("(Demo)")


def test_each_core_district_has_an_economic_development_body_that_calls_itself_demo(organisations):
    bodies = organisations[organisations["name"].str.startswith("Demo-Wirtschaftsförderung")]
    assert set(bodies["district"]) == {"05911", "05913", "05914", "05915", "05978"}


@pytest.mark.parametrize("seed", range(6))
def test_no_two_organisations_share_a_name(seed):
    assert not generate(seed)["organisations"]["name"].str.lower().duplicated().any()


def test_most_companies_manufacture(organisations):
    codes = organisations.loc[organisations["kind"].eq("company"), "nace_code"].dropna()
    assert codes.str.fullmatch(r"\d\d\.\d\d").all()
    assert codes.str[:2].astype(int).between(10, 33).mean() > 0.7


def test_about_seventy_in_a_hundred_agreed_to_be_named(organisations):
    assert 0.64 <= organisations["consents_to_name"].mean() <= 0.76


def test_a_part_never_stands_above_itself_and_companies_belong_to_companies(organisations):
    kind_of = organisations.set_index("organisation_id")["kind"]
    parts = organisations.dropna(subset=["parent_id"])
    assert len(parts) >= 12
    assert (parts["parent_id"] != parts["organisation_id"]).all()
    assert (parts["parent_id"].map(kind_of) == parts["kind"]).all()
    assert not set(parts["parent_id"]) & set(parts["organisation_id"])


def test_nobody_joins_before_being_founded_and_some_leave(organisations):
    known = organisations.dropna(subset=["founded_year", "member_since"])
    assert (known["founded_year"] <= known["member_since"].dt.year).all()
    assert 10 <= organisations["left_on"].notna().sum() <= 45
