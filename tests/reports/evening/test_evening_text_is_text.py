"""Names out of the data stay names on every paper of an evening, whatever they look like.

organisations:
organisation_id | name                         | kind    | member_since | consents_to_name
alpha           | =HYPERLINK("http://x";"y")   | company | 2024-01-01   | true
beta            | #let x = 1; $y$ @ref *b* [z] | startup | 2024-01-01   | true
gamma           | <b>Gamma</b> 🎉 שלום         | science | 2024-01-01   | true

events:
event_id | title                    | starts_on  | format    | status  | expected_attendance | venue
coming   | #panic("x") & "Gäste" /? | 2025-02-01 | reception | planned | 80                  | =1+1
past     | #panic("x") *past* <i>   | 2024-02-01 | reception | held    | 3                   | @home

participations:
event_id | organisation_id | status
coming   | alpha           | registered
coming   | beta            | registered
coming   | gamma           | registered
past     | alpha           | attended
past     | beta            | attended

cooperations:
cooperation_id | title        | kind  | origin_event_id
first          | +cmd'!A0 *x* | pilot | past

cooperation_stages:
cooperation_id | stage | since
first          | 3     | 2024-03-01

cooperation_members:
cooperation_id | organisation_id
first          | alpha
first          | beta
"""

from io import BytesIO

import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader

from analytics.language import LANGUAGES, Language
from analytics.reports.evening import SUMMARY_FORMATS, evening_summary, introductions_sheet
from tests.reports.evening.conftest import MOMENT


@pytest.fixture
def paper(view):
    def made(make, event, kind, code="de"):
        return make(view, event, kind, language=Language(code), moment=MOMENT)

    return made


def test_on_paper(paper, words, squeezed):
    said = squeezed(words(paper(introductions_sheet, "coming", "pdf")))
    for name in ('=HYPERLINK("http://x";"y")', "#let x = 1; $y$ @ref *b* [z]", '#panic("x") & "Gäste" /?', "=1+1"):
        assert squeezed(name) in said
    assert squeezed("<b>Gamma</b> □") in said


def test_in_the_workbook_nothing_is_a_formula(paper):
    book = openpyxl.load_workbook(BytesIO(paper(introductions_sheet, "coming", "xlsx")))
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert '=HYPERLINK("http://x";"y")' in {cell.value for cell in cells}


def test_in_the_summary(paper, words, squeezed):
    assert squeezed("+cmd'!A0 *x*") in squeezed(words(paper(evening_summary, "past", "pdf")))
    document = Document(BytesIO(paper(evening_summary, "past", "docx")))
    assert document.paragraphs[0].text == '#panic("x") *past* <i>'
    text = paper(evening_summary, "past", "md").decode()
    assert text.startswith(r'# \#panic("x") \*past\* \<i\>')


LONG = """
organisations:
organisation_id | name   | kind    | consents_to_name
{organisations}

events:
event_id | title   | starts_on  | format    | status | expected_attendance | venue
past     | {title} | 2024-02-01 | reception | held   | 300                 | {title}
after    | After   | 2025-06-01 | workshop  | held   |                     |

participations:
event_id | organisation_id | status
{participations}

cooperations:
cooperation_id | title   | kind  | origin_event_id
{cooperations}

cooperation_stages:
cooperation_id | stage | since
{stages}

cooperation_members:
cooperation_id | organisation_id
{members}
"""
KINDS = ("company", "startup", "science", "public", "multiplier")


def _long():
    """An evening with long names, many cooperations of many members, and everything else that takes room."""
    guests, cooperations = range(30), range(12)
    rows = {
        "organisations": [f"o{n} | {'Langname ' * 15}{n} | {KINDS[n % 5]} | true" for n in guests],
        "participations": [f"past | o{n} | attended" for n in guests],
        "cooperations": [f"c{n} | {'Vorhaben ' * 20}{n} | pilot | past" for n in cooperations],
        "stages": [f"c{n} | {n % 5 + 1} | 2024-03-01" for n in cooperations],
        "members": [f"c{n} | o{m}" for n in cooperations for m in range(n, n + 8)],
    }
    return LONG.format(title="Titel " * 25, **{name: "\n".join(lines) for name, lines in rows.items()})


@pytest.mark.parametrize("code", LANGUAGES)
def test_however_much_there_is_to_say_it_is_one_page(built, code):
    made = evening_summary(built(_long()), "past", "pdf", language=Language(code), moment=MOMENT)
    assert len(PdfReader(BytesIO(made)).pages) == 1


SHORT = """
events:
event_id | title | starts_on  | format    | status
coming   | Soon  | 2025-02-01 | reception | planned
past     | Done  | 2024-02-01 | reception | held
"""


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_empty_list_and_an_evening_without_guests_have_papers(built, words, code):
    view, language = built(SHORT), Language(code)
    sheet = introductions_sheet(view, "coming", "pdf", language=language, moment=MOMENT)
    assert language.text("evening.sheet_nobody") in " ".join(words(sheet).split())
    assert introductions_sheet(view, "coming", "xlsx", language=language, moment=MOMENT)
    for kind in SUMMARY_FORMATS:
        assert evening_summary(view, "past", kind, language=language, moment=MOMENT)
