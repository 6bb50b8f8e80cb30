"""Tables on pages hold labels, words and dashes: no token, no Python, nothing undefined."""

import pytest

from analytics.kpis import CATALOGUE
from analytics.language import LANGUAGES
from analytics.model import ENUMERATIONS

TOKENS = {token for found in ENUMERATIONS.values() for token in found.tokens if not token.isdigit()}
ODDITIES = {"True", "False", "None", "nan", "NaN", "NaT", "<NA>", "elsewhere", "abroad", "nan %"}


def _odd(page):
    """The cells of the page's tables that are tokens or look like Python; cells without text are left empty."""
    cells = {cell for table in page.dataframe for cell in table.value.to_numpy().ravel() if isinstance(cell, str)}
    return cells & (TOKENS | ODDITIES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("growth", {"section": "pathway"}),
        ("growth", {"section": "changes"}),
        ("events", {}),
        ("events", {"event": "V05"}),
        ("organisations", {}),
        ("organisations", {"organisation": "O027"}),
    ],
    ids=str,
)
def test_on_pages(demo_store, opened, name, query, lang):
    page = opened(demo_store, name, lang=lang, **query)
    assert len(page.dataframe)
    assert _odd(page) == set()


@pytest.mark.parametrize("question", sorted({kpi.rows for kpi in CATALOGUE.values() if kpi.rows}))
def test_in_the_rows_behind_a_kpi(demo_store, opened, question):
    name = next(name for name, kpi in CATALOGUE.items() if kpi.rows == question)
    page = opened(demo_store)
    page.button(f"about_{name}").click().run()
    assert len(page.dataframe)
    assert _odd(page) == set()
