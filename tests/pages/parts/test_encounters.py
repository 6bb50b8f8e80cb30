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

from datetime import date

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

STRANGER = """
organisations:
organisation_id | name | kind
e               | Eta  | company

events:
event_id | title | starts_on  | format | status
e3       | Other | 2023-02-01 | forum  | held

participations:
event_id | organisation_id | status
e3       | e               | attended

cooperations:
cooperation_id | title | kind
k2             | Late  | pilot

cooperation_stages:
cooperation_id | stage | since
k2             | 3     | 2024-02-01

cooperation_members:
cooperation_id | organisation_id
k2             | d
k2             | e
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
def test_the_share_that_agreed_stands_beside_that_of_pairs_that_never_met(store, opened, tmp_path, lang):
    """Of the six pairs that met, a and b agreed. Eta never met the others: with its two companies it agreed nothing in
    two pair-years, with its two of science one thing in two. Weighted as the pairs that met are (one of companies, four
    mixed, and one of science, of which nobody else is at risk): 4/5 of 1/2.
    """
    for name, tables in (("meeting", MEETING), ("beginning", BEGINNING), ("stranger", STRANGER)):
        take(store, tmp_path / name, tables)
    language, span = Language(lang), {"from": "2024-Q1", "until": "2024-Q1"}
    day = language.date(date(2024, 2, 1))
    said = language.text("encounters.after_meeting", n=6, agreed=1, share=language.percent(1 / 6, 2), date=day)
    said += " " + language.text(
        "kpis.beside_ties_after_meeting", n=1, share=language.percent(0.4, 2), years=language.number(4)
    )
    page = opened(store, "events", **{"lang": lang, **span})
    assert not page.exception
    assert escape_markdown(said) in sentences(page)
    assert escape_markdown(said) in sentences(opened(store, "events", role="ministry", **{"lang": lang, **span}))
    assert not any("K28" in sentence for sentence in sentences(opened(store, "events", role="public", **span)))


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
