"""Pages where there is little to show: a period in which nothing happened, rows that wait, a page that fails.

organisations:
organisation_id | name  | kind
a               | Alpha | company

events:
event_id | title | starts_on  | format | status
e1       | Forum | 2023-02-01 | forum  | held
e2       | Later | 2024-02-01 | forum  | held

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e2       | a               | p1        | attended
"""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from analytics.language import LANGUAGES, Language
from analytics.store import Store
from analytics.warehouse import build
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

ORGANISATIONS = """
organisations:
organisation_id | name  | kind
b               | Beta  | science
"""

CONSULTATIONS = """
consultations:
consultation_id | organisation_id | held_on
c1              | b               | 2024-02-02
c2              | b               | 2024-02-03
"""


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "store")
    take(found, tmp_path / "files", __doc__)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_period_in_which_nothing_happened(store, opened, lang):
    quiet = {"lang": lang, "from": "2023-Q3", "until": "2023-Q3"}
    language = Language(lang)
    overview = opened(store, **quiet)
    assert not overview.exception
    assert escape_markdown(language.text("overview.quiet")) in [element.value for element in overview.markdown]
    assert overview.metric[0].value == "0"
    # The last quarters with data are one click away: those up to the event of February 2024.
    overview.button(key="to_last_period").click().run()
    assert (overview.selectbox("from").value, overview.selectbox("until").value) == ("2023-Q2", "2024-Q1")
    assert escape_markdown(language.text("overview.quiet")) not in [element.value for element in overview.markdown]
    events = opened(store, "events", **quiet)
    assert [info.value for info in events.info] == [language.text("events.none_in_period")]
    assert events.selectbox("event").options


def test_a_scope_that_leaves_nothing(store, opened):
    for name in ("overview", "growth", "events"):
        page = opened(store, name, kinds="public", districts="unknown")
        assert not page.exception
        assert not page.error


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_that_wait_for_what_was_taken_back(store, opened, tmp_path, lang):
    take(store, tmp_path / "organisations", ORGANISATIONS)
    taken_back = store.active()[-1].batch
    take(store, tmp_path / "consultations", CONSULTATIONS)
    assert not opened(store, "intake", lang=lang).warning
    store.undo(taken_back)
    build(store)
    page = opened(store, "intake", lang=lang)
    table = {"de": "Beratungen", "en": "Consultations"}[lang]
    told = Language(lang).text("intake.pending", n=2, table=table)
    assert [warning.value for warning in page.warning] == [escape_markdown(told)]


def _fails(lang, kind):
    import streamlit as st

    from analytics.errors import QuestionError
    from pages.frame_parts.script_error import tell

    st.session_state["lang"] = lang
    assert tell(QuestionError("bad_period", period="**x** <b>") if kind == "known" else ZeroDivisionError("secret"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_error_that_somebody_can_mend_is_told_in_words(lang):
    page = AppTest.from_function(_fails, args=(lang, "known")).run()
    told = Language(lang).text("errors.bad_period", period="**x** <b>")
    assert [error.value for error in page.error] == [escape_markdown(told)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_any_other_error_is_told_without_its_cause_which_the_log_gets(lang, caplog):
    with caplog.at_level(logging.ERROR):
        page = AppTest.from_function(_fails, args=(lang, "unknown")).run()
    assert [error.value for error in page.error] == [Language(lang).text("frame.failed")]
    assert "secret" in caplog.text
