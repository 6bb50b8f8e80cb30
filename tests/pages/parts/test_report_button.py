"""The button that makes a report: who is offered it, and that what was asked for is made, watched and handed out."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.escape_markdown import escape_markdown


def _page(folder, audience, part):
    from pathlib import Path

    from analytics.language import Language
    from analytics.reports.progress import usual_period
    from analytics.store import Store
    from analytics.warehouse import EVERYTHING, Period, View, current
    from pages.parts import report_button
    from pages.parts.page_context import PageContext

    view = View(current(Store(Path(folder))), audience)
    period = usual_period(view) if view.first_day else Period.parse("2025")
    getattr(report_button, part)(PageContext(view, Language("en"), "light", period, "quarter", EVERYTHING))


@pytest.fixture
def page():
    def open_page(store, audience="ministry", part="report_form"):
        return AppTest.from_function(_page, args=(str(store.folder), audience, part), default_timeout=60).run()

    return open_page


@pytest.mark.parametrize(("audience", "buttons"), [("management", 1), ("ministry", 1), ("public", 0)])
def test_it_is_offered_to_those_who_report(demo_store, page, audience, buttons):
    assert len(page(demo_store, audience, "report_button").button) == buttons


def test_without_data_there_is_nothing_to_report(empty_store, page):
    assert not page(empty_store, "management", "report_button").button


def test_it_opens_a_window_that_says_of_what_it_speaks(demo_store, page):
    opened = page(demo_store, "ministry", "report_button")
    opened.button("report_button").click().run()
    assert not opened.exception
    assert "ministry" in opened.caption[0].value
    assert opened.selectbox("report_format").value == "pdf"


def test_what_is_asked_for_is_made_and_handed_out(demo_store, page):
    form = page(demo_store)
    form.selectbox("report_format").set_value("md")
    form.text_input("report_network").set_value("Das Netz")
    form.button("report_now").click().run()
    job = form.session_state["report_job"]
    job.wait(60)
    form.run()
    assert not form.exception
    assert "Das Netz" in job.made.decode()
    assert [element.value for element in form.success] == ["The report is ready."]


def test_another_wish_hides_what_was_made_before(demo_store, page):
    form = page(demo_store)
    form.selectbox("report_format").set_value("md")
    form.button("report_now").click().run()
    form.session_state["report_job"].wait(60)
    form.selectbox("report_format").set_value("docx").run()
    assert not form.success


def test_it_can_be_cancelled(demo_store, page):
    form = page(demo_store)
    form.selectbox("report_format").set_value("xlsx")
    form.button("report_now").click().run()
    job = form.session_state["report_job"]
    job.cancel()
    job.wait(60)
    form.run()
    assert job.made is None
    assert [element.value for element in form.info] == [escape_markdown("The report was cancelled.")]
