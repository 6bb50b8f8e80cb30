"""What the maps of the region say in a sentence, in both languages."""

import pandas as pd
import pytest

from analytics.charts.region import findings
from analytics.language import Language

DE, EN = Language("de"), Language("en")
NAN = float("nan")


def frame(*rows, **columns):
    """Districts as (name, count, before)."""
    table = pd.DataFrame(rows, columns=["name", "count", "before"]).astype({"count": float, "before": float})
    return table.assign(per_hundred=table["count"] / 2, **columns)


def ties(*rows, **columns):
    """Pairs as (name, partner_name, ties)."""
    table = pd.DataFrame(rows, columns=["name", "partner_name", "ties"]).astype({"ties": float})
    return table.assign(district=table["name"], partner_district=table["partner_name"], **columns)


def test_the_districts_with_most():
    table = frame(("Hamm", 3, 1), ("Unna", 9, 1), ("Bochum", 3, 1), ("Herne", 1, 1), ("Olpe", 0, 0))
    assert (
        findings.district_map(table, DE, measure="members")
        == "Mitglieder: am meisten in Unna (9), Bochum (3) und Hamm (3)"
    )
    assert (
        findings.district_map(table, EN, measure="events", relative=True)
        == "Events, relative to the network in the district: most in Unna (4), Bochum (2) and Hamm (2)"
    )


def test_none_and_all_withheld():
    assert (
        findings.district_map(frame(("Olpe", 0, 0)), DE, measure="events") == "Veranstaltungen: in diesem Gebiet keine"
    )
    hidden = frame(("Olpe", NAN, 0), count_hidden="<3")
    assert findings.district_map(hidden, EN, measure="members") == (
        "Members: withheld by district, so that no small count can be computed"
    )


@pytest.mark.parametrize(
    ("before", "german", "english"),
    [
        ((1, 0, 0), ", 1 mehr als ein Jahr zuvor", ", 1 more than a year before"),
        ((1, 1, 1), ", 1 weniger als ein Jahr zuvor", ", 1 fewer than a year before"),
        ((1, 0, 1), ", so viele wie ein Jahr zuvor", ", as many as a year before"),
        ((NAN, NAN, NAN), "", ""),
    ],
)
def test_in_how_many_districts_and_the_year_before(before, german, english):
    table = frame(*zip("ABC", (1, 4, 0), before, strict=True))
    assert findings.district_ranking(table, DE, measure="members") == f"Mitglieder in 2 von 3 Kreisen{german}"
    assert findings.district_ranking(table, EN, measure="members") == f"Members in 2 of 3 districts{english}"


def test_behind_a_sign_there_is_somebody():
    table = frame(
        ("A", NAN, NAN), ("B", 4, NAN), ("C", 0, 0), count_hidden=["<3", "", ""], before_hidden=["·", "<3", ""]
    )
    assert (
        findings.district_ranking(table, EN, measure="members")
        == "Members in 2 of 3 districts, as many as a year before"
    )
    every = frame(("A", NAN, NAN), ("B", NAN, NAN), count_hidden="·", before_hidden="·")
    assert findings.district_ranking(every, EN, measure="members") == "Members: withheld in all 2 districts"


def test_where_a_large_number_may_be_withheld_only_the_shown_ones_are_spoken_of():
    table = frame(("A", NAN, 0), ("B", 4, 0), ("C", NAN, 0), count_hidden=["<3", "", "·"])
    assert findings.district_map(table, EN, measure="members") == (
        "Members: of the districts whose number is shown, most in B (4)"
    )
    assert findings.district_map(table[:2], EN, measure="members") == "Members: most in B (4)"
    pairs = ties(("A", "B", 3), ("A", "C", NAN), ties_hidden=["", "·"])
    assert findings.ties(pairs, EN) == "Of those shown most closely tied: A and B with 3 ties"


def test_the_closest_ties_and_what_crosses_a_border():
    table = ties(("Bochum", "Dortmund", 3), ("Bochum", "Bochum", 5), ("Hagen", "Hamm", 2))
    assert findings.ties(table, DE) == (
        "Am engsten verbunden: Bochum und Dortmund mit 3 Verbindungen; 50\N{NO-BREAK SPACE}% aller Verbindungen im Gebiet überschreiten "
        "eine Kreisgrenze"
    )
    hidden = ties(("Bochum", "Dortmund", 3), ("Hagen", "Hamm", NAN), ties_hidden=["", "<3"])
    assert findings.ties(hidden, EN) == "Most closely tied: Bochum and Dortmund with 3 ties"
    assert findings.ties(hidden[1:], EN) == (
        "All ties in this area are withheld, so that no small count can be computed"
    )
    assert findings.ties(table[1:2], EN) == "5 ties, none across a district's border"
    assert findings.ties(table[:0], DE) == "In diesem Gebiet arbeitet an diesem Tag noch niemand zusammen"


def test_covered_from_three_on():
    table = frame(("A", 3, 2), ("B", 2, 3), ("C", 0, 0), ("D", 40, 1))
    assert findings.covered(table) == (2, 0)
    assert findings.covered(table, "before") == (1, 0)
    assert findings.uncovered(table) == ["B", "C"]


def test_covered_as_far_as_signs_tell():
    # For the ministry a small number is below three; for the public it may be three or four. A second one is higher.
    ministry = frame(("A", NAN, 0), ("B", NAN, 0), ("C", 3, 0), count_hidden=["<3", "·", ""])
    assert findings.covered(ministry) == (2, 0)
    assert findings.uncovered(ministry) == ["A"]
    public = frame(("A", NAN, 0), ("B", NAN, 0), ("C", 5, 0), ("D", 0, 0), count_hidden=["<5", "·", "", ""])
    assert findings.covered(public) == (2, 1)
    assert findings.uncovered(public) == ["D"]
    alike = frame(("A", NAN, 0), ("B", NAN, 0), count_hidden="·")
    assert findings.covered(alike) == (0, 2)
    assert findings.uncovered(alike) == []
