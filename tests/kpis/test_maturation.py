"""Which agreed cooperations became a joint project within 365 days.

2024 is a leap year: 365 days before 31 December 2025 is 31 December 2024, twelve months before that 31 December 2023.

organisations:
organisation_id | name  | kind    | is_coordinator
alpha           | Alpha | company |
beta            | Beta  | science |
gamma           | Gamma | startup |
hub             | Hub   | public  | yes

cooperations:
cooperation_id | title    | kind     | ended_on
too_early      | Early    | pilot    |
first_day      | First    | pilot    |
last_day       | Last     | pilot    |
too_late       | Late     | pilot    |
at_once        | At once  | research |
day_late       | Day late | pilot    |
ended          | Ended    | pilot    | 2024-08-01
with_hub       | With hub | pilot    |

cooperation_stages:
cooperation_id | stage | since
too_early      | 3     | 2023-12-31
too_early      | 4     | 2024-01-15
first_day      | 3     | 2024-01-01
first_day      | 4     | 2024-12-31
last_day       | 3     | 2024-12-31
last_day       | 5     | 2025-12-31
too_late       | 3     | 2025-01-01
too_late       | 4     | 2025-02-01
at_once        | 4     | 2024-05-01
day_late       | 3     | 2024-01-01
day_late       | 4     | 2025-01-01
ended          | 3     | 2024-06-01
with_hub       | 3     | 2024-06-01
with_hub       | 4     | 2024-06-02

cooperation_members:
cooperation_id | organisation_id
too_early      | alpha
too_early      | beta
first_day      | alpha
first_day      | beta
last_day       | alpha
last_day       | beta
too_late       | alpha
too_late       | beta
at_once        | alpha
at_once        | beta
day_late       | alpha
day_late       | gamma
ended          | alpha
ended          | gamma
with_hub       | alpha
with_hub       | hub
"""


def test_of_those_agreed_in_the_twelve_months_that_ended_a_year_ago(kpi):
    # first_day, last_day and at_once matured in time; day_late took 366 days, ended never did. 2024's twelve months are
    # those up to 1 January 2024: too_early matured at once, first_day on its 365th day; day_late did not.
    assert kpi("maturation", "2025", "2024", "2022") == {"2025": 3 / 5, "2024": 2 / 3, "2022": None}


def test_after_the_data_s_end_nothing_is_said(kpi):
    # The data ends on 31 December 2025.
    assert kpi("maturation", "2026-Q2") == {"2026-Q2": None}


def test_the_coordinator_s_own_count_where_it_is_asked_for(kpi):
    assert kpi("maturation", "2025", with_coordinator=True) == {"2025": 4 / 6}


def test_it_is_parted_by_kind(kpi):
    assert kpi("maturation", "2025", kinds=("science",)) == {"2025": 1}


def test_the_rows_behind_it(view):
    from analytics.warehouse import Period

    rows = view.ask("rows_maturation", [Period.parse("2025")])
    assert dict(zip(rows["title"], rows["is_matured"], strict=True)) == {
        "First": True, "Last": True, "At once": True, "Day late": False, "Ended": False,
    }  # fmt: skip
