"""Introductions on the pages: a planned event's pairs, and the look back on the methodology page."""

import re

import pytest

from analytics.charts.introductions import findings as introduction_findings
from analytics.language import LANGUAGES, Language
from analytics.network.introductions.back_test import back_test, pooled
from analytics.network.introductions.introductions import Introductions
from analytics.store import Store
from analytics.warehouse import View, current
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

GERMAN = Language("de")


def said(page):
    return "\n".join(element.value for element in [*page.subheader, *page.markdown, *page.caption, *page.info])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_planned_event_shows_whom_to_introduce(demo_store, opened, code):
    page = opened(demo_store, "events", event="V70", lang=code)
    assert not page.exception
    view = View(current(demo_store))
    guests = view.ask("introduction_guests", event_id="V70")["organisation_id"].tolist()
    found = Introductions.of(view).for_guests(guests)
    language, text = Language(code), said(page)
    assert escape_markdown(language.text("introductions.for_event", n=len(found))) in text
    for row in found.to_dict("records"):
        assert f"{escape_markdown(row['name'])} " in text
        assert all(escape_markdown(reason.told(language)) in text for reason in row["reasons"])


def test_a_held_event_shows_none(demo_store, opened):
    page = opened(demo_store, "events", event="V20")
    assert GERMAN.text("introductions.title") not in said(page)


def test_a_planned_event_without_guests_says_so(tmp_path, opened):
    store = Store(tmp_path / "store")
    take(
        store,
        tmp_path / "files",
        """
        organisations:
        organisation_id | name                  | kind    | member_since
        alpha           | *Alpha* [x](http://y) | company | 2022-01-01
        beta            | Beta                  | science | 2022-01-01

        events:
        event_id | title | starts_on  | format   | status
        e0       | Past  | 2024-01-10 | workshop | held
        e1       | Soon  | 2026-01-10 | workshop | planned
        e2       | Later | 2026-02-10 | workshop | planned

        participations:
        event_id | organisation_id | status
        e0       | alpha           | attended
        e1       | alpha           | registered
        e2       | alpha           | registered
        e2       | beta            | registered
        """,
    )
    page = opened(store, "events", event="e1")
    assert GERMAN.text("introductions.too_few_guests") in said(page)
    page = opened(store, "events", event="e2")
    assert not page.exception
    assert escape_markdown("*Alpha* [x](http://y)") in said(page)
    assert not re.search(r"(?<!\\)\[x\]", said(page))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("data", ["demo_store", "real_store"])
def test_the_methodology_shows_the_look_back(request, opened, data, code):
    store = request.getfixturevalue(data)
    page = opened(store, "methodology", lang=code)
    assert not page.exception
    finding = introduction_findings.back_test(pooled(back_test(View(current(store)))), Language(code))
    assert escape_markdown(finding) in said(page)


def test_without_history_a_sentence_stands_in_its_place(tmp_path, opened, empty_store):
    assert not opened(empty_store, "methodology").exception
    store = Store(tmp_path / "store")
    take(store, tmp_path / "files", "organisations:\norganisation_id | name | kind\na | A | company")
    page = opened(store, "methodology")
    assert not page.exception
    assert any("zu kurz" in element.value for element in page.info)
