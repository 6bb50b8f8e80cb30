"""The slides read back: their charts hold the frames' numbers, and everything has words for those who cannot see it."""

from copy import copy
from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation
from pptx.util import Inches

from analytics.errors import IntakeError
from analytics.language import Language
from analytics.reports.progress import Watch, progress_report
from analytics.reports.progress.content import Figure
from analytics.reports.progress.slides import as_pptx
from analytics.warehouse import View, current
from tests.reports.progress.conftest import MOMENT, PERIOD


@pytest.fixture(scope="module")
def deck(made):
    return Presentation(BytesIO(made("ministry", "pptx")))


def _charts(deck):
    return {
        slide.shapes.title.text: (slide, shape) for slide in deck.slides for shape in slide.shapes if shape.has_chart
    }


@pytest.fixture(scope="module")
def exhibits(content):
    figures = [part for section in content("ministry").sections for part in section.parts if isinstance(part, Figure)]
    return [figure for figure in figures if figure.chart is not None]


def test_every_finding_has_a_slide_with_its_chart(deck, exhibits):
    assert set(_charts(deck)) == {exhibit.title for exhibit in exhibits}
    assert len(exhibits) > 15


def test_a_finding_without_a_value_has_no_slide(content, monkeypatch):
    """Axes without anything on them are no finding."""
    whole = copy(content("ministry"))
    section = next(section for section in whole.sections if section.name == "growth")
    found = next(part for part in section.parts if isinstance(part, Figure))
    empty = tuple(replace(series, values=(None,) * len(series.values)) for series in found.chart.series)
    withheld = replace(found, title="Verdeckt", chart=replace(found.chart, series=empty))
    monkeypatch.setitem(vars(whole), "sections", (replace(section, parts=(withheld, found)),))
    deck = Presentation(BytesIO(as_pptx(whole, Watch())))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert found.title in titles
    assert "Verdeckt" not in titles


def test_the_charts_hold_the_frames_numbers(deck, exhibits):
    charts = _charts(deck)
    for exhibit in exhibits:
        _, shape = charts[exhibit.title]
        plot = shape.chart.plots[0]
        assert [series.name for series in plot.series] == [series.label for series in exhibit.chart.series]
        for drawn, series in zip(plot.series, exhibit.chart.series, strict=True):
            assert list(drawn.values) == pytest.approx(list(series.values), nan_ok=True)


def test_the_workbook_behind_a_chart_holds_the_same(deck, exhibits):
    exhibit = next(exhibit for exhibit in exhibits if exhibit.name == "organisations_reached")
    _, shape = _charts(deck)[exhibit.title]
    sheet = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    assert [cell.value for cell in sheet["A"][1:]] == list(exhibit.chart.categories)
    assert [cell.value for cell in sheet["B"][1:]] == list(exhibit.frame["cumulative"])
    assert sheet["B2"].number_format == "#,##0"


def test_a_path_stands_on_an_axis_true_to_time(deck, exhibits):
    exhibit = next(exhibit for exhibit in exhibits if exhibit.name.startswith("target_"))
    _, shape = _charts(deck)[exhibit.title]
    sheet = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    days = [cell.value.date() for cell in sheet["A"][1:]]
    assert days == list(exhibit.chart.categories)
    assert all(isinstance(day, date) for day in days)
    assert shape.chart._chartSpace.xpath(".//c:dateAx")


def test_charts_and_pictures_have_text_alternatives(deck):
    described = [
        element.get("descr")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart or shape.shape_type == 13
        for element in shape._element.xpath(".//p:cNvPr")
    ]
    assert len(described) > 15
    assert all(text and len(text) > 10 for text in described)


def test_the_notes_hold_definition_and_source(deck, exhibits):
    charts = _charts(deck)
    for exhibit in exhibits:
        slide, _ = charts[exhibit.title]
        notes = slide.notes_slide.notes_text_frame.text
        assert exhibit.source in notes
        assert exhibit.definition in notes.replace("\x0b", "\n")


def test_every_slide_has_a_title_a_number_and_says_from_when_the_data_is(deck, demo_store):
    for slide in deck.slides:
        assert slide.shapes.title.text
        kinds = {str(shape.placeholder_format.type) for shape in slide.placeholders}
        assert any("SLIDE_NUMBER" in kind for kind in kinds)
        assert any(current(demo_store).name in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


def test_nothing_lies_outside_of_the_slide(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def _on(view, template):
    return progress_report(view, "pptx", language=Language("en"), moment=MOMENT, period=PERIOD, template=template)


def test_it_is_built_on_a_template_of_ones_own(demo_store, tmp_path):
    """PowerPoint's plain template: 4:3, no place for a caption, a slide that lies in it as a sample."""
    own = Presentation()
    own.slide_width, own.slide_height = Inches(10), Inches(7.5)
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "A sample"
    own.save(tmp_path / "own.pptx")
    deck = Presentation(BytesIO(_on(View(current(demo_store)), tmp_path / "own.pptx")))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[0] == "Progress report"
    assert "A sample" not in titles
    assert deck.slide_width == Inches(10)
    assert len(_charts(deck)) > 15


def test_a_template_that_lacks_a_layout_is_refused_in_words(demo_store, tmp_path):
    own = Presentation()
    for layout in list(own.slide_layouts)[1:]:
        own.slide_layouts.remove(layout)
    own.save(tmp_path / "bare.pptx")
    with pytest.raises(IntakeError) as refused:
        _on(View(current(demo_store)), tmp_path / "bare.pptx")
    assert "Der Vorlage bare.pptx fehlt ein Layout mit Titel und einem Platz für Inhalt." in refused.value.message("de")


@pytest.mark.parametrize("held", [b"", b"no archive at all", b"PK\x03\x04broken"])
def test_what_is_no_template_is_refused_in_words(demo_store, tmp_path, held):
    file = tmp_path / "odd.pptx"
    file.write_bytes(held)
    with pytest.raises(IntakeError, match=r"odd\.pptx is no PowerPoint template"):
        _on(View(current(demo_store)), file)


def test_a_missing_template_is_said_in_words(demo_store, tmp_path):
    with pytest.raises(IntakeError, match=r"none\.pptx is no PowerPoint template"):
        _on(View(current(demo_store)), tmp_path / "none.pptx")


def test_counts_in_classes_stand_in_a_table_with_notes(deck, content):
    parts = [part for section in content("ministry").sections for part in section.parts if isinstance(part, Figure)]
    told = [part for part in parts if part.chart is None]
    assert [part.name for part in told] == ["region_organisations", "region_cooperations"]
    for part in told:
        slide = next(slide for slide in deck.slides if slide.shapes.title.text == part.title)
        table = next(shape.table for shape in slide.shapes if shape.has_table)
        rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
        assert rows == [part.table.headings, *part.table.rows]
        assert part.source in slide.notes_slide.notes_text_frame.text


def test_bars_bear_their_values(deck):
    plots = [shape.chart.plots[0] for _, shape in _charts(deck).values()]
    bars = [plot for plot in plots if len(plot.series) == 1 and plot._element.tag.endswith("barChart")]
    assert len(bars) > 3
    assert all(plot.has_data_labels and plot.data_labels.show_value for plot in bars)
