"""The events page's section on encounters: what it says with many new pairs, with few, and with none.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science
c               | Gamma | company
d               | Delta | science

events:
event_id | title | starts_on  | format | status
e1       | Forum | 2023-02-01 | forum  | held
e2       | Later | 2024-02-01 | forum  | held

participations:
event_id | organisation_id | status
e1       | a               | attended
e2       | a               | attended
"""

import pytest

from analytics.language import LANGUAGES, Language
from analytics.store import Store
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

MEETING = """
participations:
event_id | organisation_id | status
e1       | b               | attended
e1       | c               | attended
e1       | d               | attended
"""

BEGINNING = """
cooperations:
cooperation_id | title | kind
k1             | Pilot | pilot

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-03-01
k1             | 3     | 2023-04-01

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
"""


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "store")
    take(found, tmp_path / "files", __doc__)
    return found


def sentences(page):
    return [element.value for kind in (page.subheader, page.info, page.markdown, page.caption) for element in kind]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_little_data_it_says_what_it_knows(store, opened, tmp_path, lang):
    language = Language(lang)
    page = opened(store, "events", lang=lang)
    assert not page.exception
    assert language.text("encounters.nobody") in sentences(page)
    take(store, tmp_path / "meeting", MEETING)
    page = opened(store, "events", **{"lang": lang, "from": "2023-Q1", "until": "2023-Q1"})
    assert not page.exception
    assert language.text("encounters.no_new_pairs") in sentences(page)
    funnel = language.text("encounters.funnel", n=6, contact=0, agreed=0, joint=0)
    assert escape_markdown(funnel) in sentences(page)
    take(store, tmp_path / "beginning", BEGINNING)
    page = opened(store, "events", **{"lang": lang, "from": "2023-Q1", "until": "2023-Q1"})
    assert not page.exception
    told = sentences(page)
    assert escape_markdown(language.text("encounters.funnel", n=6, contact=1, agreed=1, joint=0)) in told
    assert escape_markdown(language.text("encounters.too_few", n=1, needed=20)) in told
    assert escape_markdown(language.text("encounters.why_few")) in told
    assert escape_markdown(language.text("encounters.caution")) in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_the_demo_it_tells_the_association_with_its_caution(demo_store, opened, lang):
    language = Language(lang)
    page = opened(demo_store, "events", lang=lang)
    assert not page.exception
    told = sentences(page)
    cases, controls = language.percent(0.5, 0), language.percent(0.35, 0)
    assert escape_markdown(language.text("encounters.found", cases=cases, controls=controls)) in told
    assert escape_markdown(language.text("encounters.caution")) in told
    level = escape_markdown(language.text("encounters.level", n=5))
    assert any(level in sentence for sentence in told)


def test_an_opened_event_tells_what_began_after_it_and_not_the_rest(demo_store, opened):
    page = opened(demo_store, "events", lang="de", event="V49")
    assert not page.exception
    told = sentences(page)
    assert any("Paare von Organisationen begegneten sich hier" in sentence for sentence in told)
    assert Language("de").text("encounters.title") not in [header.value for header in page.header]
