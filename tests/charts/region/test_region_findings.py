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


def told(*rows):
    """Districts as (name, class, class before)."""
    table = frame(*((name, NAN, NAN) for name, *_ in rows))
    return table.assign(count_class=[row[1] for row in rows], before_class=[row[2] for row in rows])


def test_none():
    assert (
        findings.district_map(frame(("Olpe", 0, 0)), DE, measure="events") == "Veranstaltungen: in diesem Gebiet keine"
    )


@pytest.mark.parametrize(
    ("classes", "said"),
    [
        (("50-99", "5-19", "0", "1-4"), "Mitglieder: am meisten in A (50–99)"),
        (("20-49", "5-19", "20-49", "1-4"), "Mitglieder: am meisten in A und C (je 20–49)"),
        (("5-19", "5-19", "5-19", "5-19"), "Mitglieder: je 5–19 in 4 Kreisen"),
        # What is not told may be more: nothing is said to be most.
        (("20-49", "", "0", "1-4"), "Mitglieder: 20–49 in A"),
        (("", "", "", ""), "Mitglieder: nach Kreisen keine Angabe, weil sich eine kleine Zahl errechnen ließe"),
        (("0", "0", "0", "0"), "Mitglieder: in diesem Gebiet keine"),
    ],
)
def test_the_highest_class(classes, said):
    table = told(*((name, token, "") for name, token in zip("ABCD", classes, strict=True)))
    assert findings.district_map(table, DE, measure="members") == said


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


def test_in_how_many_districts_by_classes():
    table = told(("A", "1-4", "0"), ("B", "5-19", "1-4"), ("C", "0", "0"))
    assert (
        findings.district_ranking(table, EN, measure="members")
        == "Members in 2 of 3 districts, 1 more than a year before"
    )
    unknown = told(("A", "1-4", ""), ("B", "0", ""))
    assert findings.district_ranking(unknown, EN, measure="members") == "Members in 1 of 2 districts"
    untold = told(("A", "", ""), ("B", "", ""))
    assert findings.district_ranking(untold, EN, measure="members") == (
        "Members: not told by district, as a small number could be computed"
    )


def test_the_closest_ties_and_what_crosses_a_border():
    table = ties(("Bochum", "Dortmund", 3), ("Bochum", "Bochum", 5), ("Hagen", "Hamm", 2))
    assert findings.ties(table, DE) == (
        "Am engsten verbunden: Bochum und Dortmund mit 3 Verbindungen; 50\N{NO-BREAK SPACE}% aller Verbindungen im Gebiet überschreiten "
        "eine Kreisgrenze"
    )
    assert findings.ties(table[1:2], EN) == "5 ties, none across a district's border"
    assert findings.ties(table[:0], DE) == "In diesem Gebiet arbeitet an diesem Tag noch niemand zusammen"


def test_covered_from_three_on():
    table = frame(("A", 3, 2), ("B", 2, 3), ("C", 0, 0), ("D", 40, 1))
    assert findings.covered(table) == (2, 0)
    assert findings.covered(table, "before") == (1, 0)
    assert findings.uncovered(table) == ["B", "C"]


def test_covered_as_far_as_classes_tell():
    # 1 to 4 may be three or not; of what is not told nothing is known.
    table = told(("A", "1-4", ""), ("B", "5-19", ""), ("C", "0", ""), ("D", "", ""))
    assert findings.covered(table) == (1, 2)
    assert findings.uncovered(table) == ["C"]


def test_the_closest_ties_by_classes():
    table = ties(("Bochum", "Dortmund", NAN), ("Bochum", "Bochum", NAN), ("Hagen", "Hamm", NAN))
    classes = table.assign(ties_class=["5-19", "20-49", "1-4"])
    assert findings.ties(classes, DE) == "Am engsten verbunden: Bochum – Dortmund (5–19 Verbindungen)"
    assert findings.ties(table.assign(ties_class=["1-4", "20-49", "1-4"]), EN) == (
        "Most closely tied: Bochum – Dortmund and Hagen – Hamm (1–4 ties each)"
    )
    assert findings.ties(classes[:0], EN) == "No tie between districts of this area is told"
