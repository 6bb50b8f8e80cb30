"""From the postcode to the district: three postcodes lie in two, and there the place tells which.

40472 and 40721 lie in Düsseldorf (05111) and Kreis Mettmann (05158), 51467 in Köln (05315) and the
Rheinisch-Bergischer Kreis (05378). 44135 lies in Dortmund alone, 80331 in Munich.

organisations:
organisation_id | name | kind    | postcode | place                       | district
a1              | A1   | company | 40472    | Düsseldorf                  |
a2              | A2   | company | 40472    | RATINGEN                    |
a3              | A3   | company | 40472    | Ratingen-Lintorf            |
a4              | A4   | company | 40472    | Landeshauptstadt Duesseldorf |
a5              | A5   | company | 40472    | DUSSELDORF                  |
a6              | A6   | company | 40472    |                             |
a7              | A7   | company | 40472    | Rath                        |
a8              | A8   | company | 40472    | Köln                        |
a9              | A9   | company | 40472    | Stadt                       |
b1              | B1   | company | 40721    | Hilden                      |
b2              | B2   | company | 40721    | Stadt Düsseldorf            |
b3              | B3   | company | 40721    | Langenfeld                  |
b4              | B4   | company | 40721    | Monheim                     |
b5              | B5   | company | 40721    | Hildener Straße             |
c1              | C1   | company | 51467    | Bergisch Gladbach           |
c2              | C2   | company | 51467    | koeln - dellbrueck          |
c3              | C3   | company | 51467    | Bergisch-Gladbach           |
c4              | C4   | company | 51467    | Düsseldorf                  |
d1              | D1   | company | 44135    | Ratingen                    |
d2              | D2   | company | 80331    | Ratingen                    |
d3              | D3   | company |          | Ratingen                    |
d4              | D4   | company | 40472    | Düsseldorf                  | 05913
d5              | D5   | company | 40472    | Ratingen                    | elsewhere
"""

import pytest


@pytest.fixture
def districts(view):
    """The district of each organisation."""
    found = view.within().query("select organisation_id, district from organisations")
    return {key: district if isinstance(district, str) else None for key, district in found.to_numpy()}


def test_of_a_double_postcode_the_place_tells_the_district(districts):
    assert [districts[key] for key in ("a1", "a2")] == ["05111", "05158"]
    assert [districts[key] for key in ("b1", "b2")] == ["05158", "05111"]
    assert [districts[key] for key in ("c1", "c2")] == ["05378", "05315"]


def test_spellings_and_parts_of_a_place_are_the_place(districts):
    assert [districts[key] for key in ("a3", "a4", "a5")] == ["05158", "05111", "05111"]
    assert [districts[key] for key in ("b3", "b4", "c3")] == ["05158", "05158", "05378"]


def test_where_the_place_does_not_decide_the_district_stays_unknown(districts):
    # No place, a part of a town by itself, a place elsewhere, no name at all, a street.
    assert [districts[key] for key in ("a6", "a7", "a8", "a9", "b5", "c4")] == [None] * 6


def test_elsewhere_a_place_changes_nothing(districts):
    # A postcode of one district, one outside the state, none at all; and a district that is given.
    assert [districts[key] for key in ("d1", "d2", "d3")] == ["05913", "elsewhere", None]
    assert [districts[key] for key in ("d4", "d5")] == ["05913", "elsewhere"]
