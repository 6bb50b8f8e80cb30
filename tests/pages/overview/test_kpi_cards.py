"""A KPI's card: its value, what changed, its target; a dash where it is undefined, and a word where data is lacking.

organisations:
organisation_id | name  | kind    | size
a               | Alpha | company | small
b               | Beta  | startup |
c               | Gamma | science |

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | a               | 2023-01-10 | yes
c2              | b               | 2023-02-10 | no
c3              | c               | 2023-03-10 | no
c4              | a               | 2023-11-10 | yes
c5              | a               | 2024-01-10 | yes
c6              | b               | 2024-02-10 | yes
c7              | b               | 2024-05-10 | yes

events:
event_id | title | starts_on  | format | status
e1       | One   | 2024-01-20 | forum  | held
e2       | Two   | 2024-04-20 | forum  | held

participations:
event_id | organisation_id | person_id | persons | status   | registered_on
e1       | a               | p1        | 5       | attended | 2024-01-10
e1       | a               | p2        | 5       | attended |
e2       | b               | p3        | 5       | attended |
e2       | b               | p4        | 5       | no_show  |

targets:
kpi                   | due_on     | target
organisations_reached | 2023-12-31 | 5
organisations_reached | 2024-12-31 | 1234
sme_share             | 2024-12-31 | 0.5
events_held           | 2020-12-31 | 7
no_show_rate          | 2024-12-31 | 0.125
"""

from dataclasses import replace

import pytest

from analytics.kpis import CATALOGUE, Standing
from analytics.language import Language
from analytics.store import Store
from pages.overview import kpi_card
from pages.parts.escape_markdown import escape_markdown
from tests.pages.regions import card, take

GERMAN = Language("de")
MINUS = "\N{MINUS SIGN}"
SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cards")
    found = Store(folder / "store")
    take(found, folder / "files", __doc__)
    return found


@pytest.fixture
def shown(opened, store):
    """The card of a KPI in the period from one quarter to another."""

    def look(kpi, first, last=None, lang="de", **scope):
        page = opened(store, lang=lang, **{"from": first, "until": last or first}, **scope)
        assert not page.exception
        return card(page, escape_markdown(CATALOGUE[kpi].label.in_(lang)))

    return look


def test_a_quarter_beside_the_one_before_and_the_year_before(shown):
    # 2024-Q1: a, b. 2023-Q4: a. 2023-Q1: all three. The next target due at the quarter's end is that of 2024.
    assert shown("organisations_reached", "2024-Q1") == [
        "2",
        r":green-badge[:material/arrow_upward: +1] :small[zum Vorzeitraum]",
        rf"{MINUS}1 zum Vorjahreszeitraum",
        r"Ziel bis 31\.12\.2024\: 1\.234, noch 1\.232",
    ]


def test_the_same_in_english(shown):
    assert shown("organisations_reached", "2024-Q1", lang="en") == [
        "2",
        ":green-badge[:material/arrow_upward: +1] :small[vs previous period]",
        f"{MINUS}1 on the same period a year before",
        r"Target by 31 Dec 2024\: 1,234, 1,232 to go",
    ]


def test_a_drop_is_red_where_up_is_better(shown):
    # 2023-Q4: a; 2023-Q3: nobody. 2023-Q2: nobody after three.
    assert shown("organisations_reached", "2023-Q2")[:2] == [
        "0",
        f":red-badge[:material/arrow_downward: {MINUS}3] :small[zum Vorzeitraum]",
    ]


def test_a_rise_is_red_where_down_is_better(shown):
    # No-shows: none of ten in 2024-Q1, five of ten in Q2. A share changes by points. The data ends on 10 May, so that
    # the quarter before counts until 10 February.
    assert shown("no_show_rate", "2024-Q2")[:2] == [
        f"50,0{SPACE}%",
        ":red-badge[:material/arrow_upward: +50,0 Punkte] :small[zum Vorzeitraum bis 10.02.2024]",
    ]


def test_what_fewer_than_ten_cases_make_is_not_judged():
    standing = Standing(CATALOGUE["sme_share"], 0.5, 0.2, None, (), (), base=9)
    assert standing.has_few_cases
    assert not replace(standing, base=10).has_few_cases
    assert not replace(standing, base=None).has_few_cases


def test_no_change_is_grey(shown):
    assert shown("events_held", "2024-Q2")[:2] == [
        "1",
        ":gray-badge[:material/arrow_forward: 0] :small[zum Vorzeitraum bis 10.02.2024]",
    ]


def test_a_year_is_compared_with_the_year_before_once(shown):
    # 2024-Q1 and Q2 are all of 2024 so far; two quarters are compared with the two before, and with those a year ago.
    year = shown("organisations_reached", "2023-Q3", "2024-Q2")
    # Before 2023 there is no data: the year before is not known, which is not 0. The target counts from January on.
    counted = r"Ziel bis 31\.12\.2024\: 1\.234; seit 01\.01\.2024\: 2, noch 1\.232"
    assert year == ["2", counted]


def test_before_the_data_begins_nothing_is_compared(shown):
    assert shown("organisations_reached", "2023-Q1") == ["3", r"Ziel bis 31\.12\.2023\: 5, noch 2"]


def test_when_all_are_due_the_last_target_stands_as_it_ended(shown):
    assert shown("events_held", "2024-Q1")[-1] == r"Ziel bis 31\.12\.2020\: 7; erreicht wurden 0"


def test_before_a_target_counts_it_says_from_when_on(shown):
    assert shown("sme_share", "2023-Q1")[-1] == rf"Ziel bis 31\.12\.2024\: 50,0{SPACE}%, gezählt ab 01\.01\.2024"


def test_a_target_is_written_with_its_unit(shown):
    assert shown("sme_share", "2024-Q1")[-1] == rf"✓ Ziel bis 31\.12\.2024 erreicht\: 50,0{SPACE}%"


def test_what_is_better_lower_is_met_from_below(shown):
    # 0 % of ten in Q1, 50 % in Q2; before the events nothing is known, which is neither met nor 0.
    assert shown("no_show_rate", "2024-Q1")[-1] == rf"✓ Ziel bis 31\.12\.2024 erreicht\: 12,5{SPACE}%"
    assert shown("no_show_rate", "2024-Q2")[-1] == (
        rf"Ziel bis 31\.12\.2024\: 12,5{SPACE}%; seit 01\.01\.2024\: 25,0{SPACE}%, noch 12,5 Punkte"
    )
    assert shown("no_show_rate", "2023-Q4")[-1] == rf"Ziel bis 31\.12\.2024\: 12,5{SPACE}%, gezählt ab 01\.01\.2024"


def test_each_sources_target_stands_on_the_card_the_one_that_is_due_first_before(opened, tmp_path):
    own = Store(tmp_path / "store")
    head = __doc__.partition("targets:")[0]
    take(
        own,
        tmp_path / "files",
        f"""{head}targets:
kpi         | starts_on  | due_on     | target | source
events_held | 2024-01-01 | 2026-12-31 | 9      | Bescheid
events_held |            | 2024-12-31 | 3      | Lenkungskreis
""",
    )
    page = opened(own, **{"from": "2024-Q1", "until": "2024-Q1"})
    assert card(page, escape_markdown(CATALOGUE["events_held"].label.de))[-2:] == [
        r"Ziel bis 31\.12\.2024 \(Lenkungskreis\)\: 3, noch 2",
        r"Ziel bis 31\.12\.2026 \(Bescheid\)\: 9, noch 8",
    ]


def test_a_narrowed_scope_has_no_target(shown):
    # The target speaks of the whole network.
    assert not [text for text in shown("sme_share", "2024-Q1", kinds=["company"]) if "Ziel" in text]


def test_what_is_undefined_is_a_dash_and_has_no_change(shown):
    # Nobody's size is known of those reached in 2024-Q2.
    assert shown("sme_share", "2024-Q2") == [
        "–",
        escape_markdown(CATALOGUE["sme_share"].undefined.de),
        rf"✓ Ziel bis 31\.12\.2024 erreicht\: 50,0{SPACE}%; seit 01\.01\.2024\: 100,0{SPACE}%",
    ]


def test_a_kpi_without_data_says_so_beside_others_that_have_some(shown):
    # Consultations are there, applications for funding are not.
    assert shown("funding_won", "2024-Q1") == ["–", GERMAN.text("kpis.no_data")]
    assert shown("enterprises_advised", "2024-Q1")[0] == "2"


def test_a_group_without_any_data_says_so_once(opened, store, shown):
    assert shown("active_cooperations", "2024-Q1") is None
    page = opened(store)
    assert [message.value for message in page.info] == [GERMAN.text("kpis.no_data")]


def test_every_kpi_of_the_catalogue_has_its_card(opened, demo_store):
    page = opened(demo_store)
    labels = {metric.label for metric in page.metric}
    assert labels == {escape_markdown(kpi.label.de) for kpi in CATALOGUE.values()}


@pytest.mark.parametrize(
    ("course", "drawn"), [((1.0, None, 3.0), None), ((1.0, 2.0, None, 4.0), [1.0, 2.0, 4.0]), ((None,), None)]
)
def test_fewer_than_three_values_are_no_line(course, drawn):
    assert kpi_card._line(Standing(CATALOGUE["event_mix"], 1.0, None, None, course, ())) == drawn
