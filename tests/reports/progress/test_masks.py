"""The masks hold in every format: who did not agree to be named, and every person, leaves no trace."""

import re

import pandas as pd
import pytest

from analytics.intake.demo import DEMO_FOLDER
from analytics.language import Language
from analytics.reports.progress import Content, Watch
from analytics.warehouse import Period, View, current
from tests.reports.progress.conftest import MOMENT

FORMATS = ("pdf", "pptx", "xlsx", "docx", "md")


@pytest.fixture(scope="module")
def text(made, words, everything_in):
    def read(audience, kind, code="de"):
        report = made(audience, kind, code)
        if kind == "pdf":
            return words(report)
        return report.decode() if kind == "md" else everything_in(report)

    return read


@pytest.fixture(scope="module")
def secrets():
    """What nobody but the management may read."""
    organisations = pd.read_csv(DEMO_FOLDER / "organisations.csv", dtype=str)
    unnamed = organisations[organisations["consents_to_name"] != "true"]
    people = pd.read_csv(DEMO_FOLDER / "people.csv", dtype=str)
    assert len(unnamed) > 50
    assert len(people) > 50
    return {
        "names": unnamed["name"].tolist(),
        "ids": unnamed["organisation_id"].tolist(),
        "people": people["person_id"].tolist(),
    }


@pytest.mark.parametrize(
    ("audience", "kind"), [*(("ministry", kind) for kind in FORMATS), ("public", "pdf"), ("public", "xlsx")]
)
def test_no_secret_is_in_it(text, secrets, squeezed, audience, kind):
    said = text(audience, kind)
    assert len(said) > 500
    found = squeezed(said)
    assert [name for name in secrets["names"] if squeezed(name) in found] == []
    assert [key for key in secrets["people"] if squeezed(key) in found] == []
    assert [key for key in secrets["ids"] if re.search(rf"(?<![A-Za-z0-9]){re.escape(key)}(?![A-Za-z0-9])", said)] == []


@pytest.mark.parametrize("kind", ["pdf", "pptx", "xlsx"])
def test_parts_stand_in_classes(text, kind):
    assert "1–4" in text("ministry", kind)


def test_that_parts_are_told_in_classes_is_said_on_the_cover(text):
    assert "Aufteilungen stehen in Klassen" in " ".join(text("ministry", "pdf").split())
    assert "Aufteilungen stehen in Klassen" in " ".join(text("public", "pdf").split())
    assert "nichts; dieser Bericht ist für das Haus selbst bestimmt" in " ".join(text("management", "pdf").split())


def test_reports_of_different_periods_tell_the_same_of_a_year(demo_store):
    """Else a reader of both would take one from the other."""
    view = View(current(demo_store), "ministry")
    told = {}
    for until in ("2025-Q2", "2025-Q4", "2026-Q2"):
        period = Period.spanning(Period.parse("2025-Q1"), Period.parse(until))
        for rows in Content.of(view, period, Language("de"), MOMENT, None, Watch()).kpis:
            for by, parts in rows.parts.items():
                for part in parts.to_dict("records"):
                    place = (rows.kpi.name, by, part["segment"], part["period"])
                    told.setdefault(place, set()).add((str(part["value"]), part["value_class"]))
    assert len(told) > 500
    assert {place: values for place, values in told.items() if len(values) > 1} == {}


def test_the_map_and_its_finding_are_in_the_printed_report(text):
    assert "am meisten in Dortmund (50–99)" in " ".join(text("ministry", "pdf").split())
