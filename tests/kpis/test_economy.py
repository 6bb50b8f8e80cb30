"""What events cost, for whom they reached: only events with a known cost count in a ratio.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | startup
gamma           | Gamma | science
delta           | Delta | company

events:
event_id | title     | starts_on  | format   | status    | cost_eur | unlisted_headcount
e1       | One       | 2023-02-10 | workshop | held      | 1000     | 5
e2       | Two       | 2023-05-10 | workshop | held      | 500      |
e3       | Unpriced  | 2023-08-10 | workshop | held      |          | 40
e4       | Cancelled | 2023-09-10 | workshop | cancelled | 9999     |
e5       | Three     | 2024-02-10 | workshop | held      | 0        |
e6       | Empty     | 2025-02-10 | workshop | held      |          |

participations:
event_id | organisation_id | person_id | persons | status
e1       | alpha           | p1        | 1       | attended
e1       | beta            |           | 2       | attended
e1       | gamma           | p2        | 1       | attended
e1       |                 | p3        | 1       | attended
e1       | delta           | p4        | 1       | no_show
e2       | alpha           | p1        | 1       | attended
e3       | delta           | p4        | 1       | attended
e5       | delta           | p4        | 1       | attended
e5       | alpha           | p1        | 1       | attended

funding:
funding_id | organisation_id | programme | status   | approved_eur | decided_on
f1         | alpha           | P         | approved | 7000         | 2023-03-01
f2         | alpha           | P         | approved | 3000         | 2022-03-01
"""

import math

import pytest

from analytics.kpis.economy import RATIOS, SINCE_BEGINNING, economy
from analytics.warehouse import Period, View, current
from tests.warehouse.conftest import rows_of

YEARS = [Period.parse(str(year)) for year in range(2022, 2026)]
COUNTS = ("period", "events", "priced_events", "cost_eur", "organisations", "enterprises", "participations")


def test_years_with_events_and_the_whole_time(view):
    # 2023: e1 and e2 are priced; alpha, beta, gamma came, delta only to e3. Persons: 1 + 2 + 1 + 1 and 5 unlisted at
    # e1, 1 at e2. 2024: e5 was free. 2025: nothing is known. Since then alpha and delta count once.
    assert rows_of(economy(view, YEARS), *COUNTS) == [
        ("2023", 3, 2, 1500, 3, 2, 11),
        ("2024", 1, 1, 0, 2, 2, 2),
        ("2025", 1, 0, None, 0, 0, 0),
        (SINCE_BEGINNING, 5, 3, 1500, 4, 3, 13),
    ]


def test_ratios_are_of_the_priced_events_only(view):
    assert rows_of(economy(view, YEARS), *RATIOS) == [
        (750, 500, 750, pytest.approx(1500 / 11)),
        (0, 0, 0, 0),
        (None, None, None, None),
        (500, 375, 500, pytest.approx(1500 / 13)),
    ]


def test_the_funding_won_stands_beside(view):
    # What was approved before the first event is in no year that is shown.
    assert economy(view, YEARS)["funding_won"].tolist() == [7000, 0, 0, 7000]


def test_without_events_there_is_nothing(view, empty_store):
    assert economy(view, YEARS[:1]).empty
    assert economy(view, []).empty
    assert economy(View(current(empty_store)), YEARS).empty


def test_every_audience_is_told_the_same_totals(demo_store):
    years = [Period.parse(year) for year in ("2024", "2025")]
    told = economy(View(current(demo_store)), years)
    assert economy(View(current(demo_store), "ministry"), years).equals(told)
    assert not any(math.isnan(value) for value in told["cost_per_enterprise"])
