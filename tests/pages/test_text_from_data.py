r"""Titles and names from files, shown as they stand: no markup of theirs is ever read, on no page.

organisations:
organisation_id | name                                    | kind
a               | **bold** <b>x</b> :red[y] $z$ [a](j:1)  | company
b               | =HYPERLINK("http://example.org";"x")    | science

events:
event_id | title                                             | starts_on  | format    | status  | venue      | topics
e1       | **bold** <b>x</b> :red[y] $z$ [a](javascript:1)   | 2024-02-01 | reception | held    | <i>Hall</i>| **topic**
e2       | # Heading ![i](http://example.org/i.png)          | 2024-02-02 | workshop  | held    |            | water
e3       | :material/home: -> https://example.org            | 2024-03-02 | workshop  | planned | `Room`     |

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | b               | p2        | attended
e2       | a               | p1        | attended

cooperations:
cooperation_id | title            | kind  | origin_event_id
k1             | **k** <u>1</u>   | pilot | e1

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-02-05

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
"""

import io

import openpyxl
import pytest

from analytics.language import Language
from analytics.reports import as_csv, as_xlsx
from analytics.store import Store
from analytics.warehouse import Period, View, current
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import take

TITLE = "**bold** <b>x</b> :red[y] $z$ [a](javascript:1)"
NAME = "**bold** <b>x</b> :red[y] $z$ [a](j:1)"
RAW = ("**bold**", "<b>", ":red[", "$z$", "](", "# Heading", "<i>", "`Room`", ":material/home", "**k**", "**topic**")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wicked")
    found = Store(folder / "store")
    take(found, folder / "files", __doc__)
    return found


def _markdown(page):
    """Everything on the page that is read as Markdown."""
    elements = [
        *page.markdown, *page.title, *page.header, *page.subheader, *page.caption,
        *page.info, *page.warning, *page.success, *page.error,
    ]  # fmt: skip
    return [*(element.value for element in elements), *(metric.label for metric in page.metric)]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("overview", {}),
        ("growth", {}),
        ("growth", {"section": "pathway"}),
        ("growth", {"section": "changes"}),
        ("events", {}),
        ("events", {"event": "e3"}),
        ("cooperation", {}),
        ("organisations", {}),
        ("organisations", {"organisation": "a"}),
        ("methodology", {}),
    ],
    ids=str,
)
def test_no_page_reads_it_as_markup(store, opened, name, query, lang):
    page = opened(store, name, lang=lang, **query)
    assert not page.exception
    for text in _markdown(page):
        assert not [raw for raw in RAW if raw in text], text


def test_an_opened_event_shows_its_title_and_venue_as_they_stand(store, opened):
    page = opened(store, "events", event="e1")
    assert not page.exception
    assert [header.value for header in page.header] == [escape_markdown(TITLE)]
    assert any(escape_markdown("<i>Hall</i>") in element.value for element in page.markdown)
    for text in _markdown(page):
        assert not [raw for raw in RAW if raw in text], text


def test_an_event_without_a_venue_says_nothing_of_it(store, opened):
    page = opened(store, "events", event="e2")
    facts = [element.value for element in page.markdown if "2024" in element.value]
    assert facts == [escape_markdown("02.02.2024 · Workshop")]


def test_a_planned_event_says_that_it_is_planned(store, opened):
    page = opened(store, "events", event="e3")
    assert [header.value for header in page.header] == [escape_markdown(":material/home: -> https://example.org")]
    assert page.info[0].value == Language("de").text("events.is_planned")


def test_a_finding_names_the_event_as_it_stands(store, opened):
    page = opened(store, "events")
    # e1 and e2: two guests against one.
    assert escape_markdown(f"Die meisten Gäste: {TITLE} (2)") in [element.value for element in page.subheader]


def test_boxes_and_tables_which_read_no_markup_show_it_unescaped(store, opened):
    page = opened(store, "events", event="e1")
    assert f"01.02.2024 · {TITLE}" in page.selectbox("event").options
    tables = [table.value for table in page.dataframe]
    assert any(NAME in table.to_numpy() for table in tables)
    assert any("**k** <u>1</u>" in table.to_numpy() for table in tables)
    assert "**topic**" in page.multiselect("topics").options


def test_downloads_hold_it_as_text(store):
    guests = View(current(store)).ask("event_guests", [Period.parse("2024")], event_id="e1")
    german = Language("de")
    assert b"'=HYPERLINK" in as_csv(guests, german)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(guests, german, title=TITLE))).active
    names = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in names] == [
        (NAME, "s"),
        ('=HYPERLINK("http://example.org";"x")', "s"),
    ]
