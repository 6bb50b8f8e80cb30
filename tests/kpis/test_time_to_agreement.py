"""After how many days half of the cooperations that began with a contact were agreed.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | science
gamma           | Gamma | startup
delta           | Delta | public

cooperations:
cooperation_id | title   | kind     | ended_on
quick          | Quick   | pilot    |
slow           | Slow    | pilot    |
dropped        | Dropped | pilot    | 2024-01-11
waits          | Waits   | research |
agreed_only    | Agreed  | pilot    |
undated        | Undated | other    |

cooperation_stages:
cooperation_id | stage | since
quick          | 1     | 2024-01-01
quick          | 3     | 2024-01-31
slow           | 2     | 2024-01-01
slow           | 4     | 2024-04-10
dropped        | 1     | 2024-01-01
waits          | 1     | 2024-01-01
agreed_only    | 3     | 2024-02-01
agreed_only    | 5     | 2024-12-31

cooperation_members:
cooperation_id | organisation_id
quick          | alpha
quick          | gamma
slow           | alpha
slow           | beta
dropped        | alpha
dropped        | delta
waits          | alpha
waits          | gamma
agreed_only    | alpha
agreed_only    | delta
undated        | alpha
undated        | delta
"""

from analytics.warehouse import Period


def test_who_still_waits_counts(kpi):
    # Four began on 1 January. One of the three that were left after 10 days was agreed after 30 (2/3 wait), one of two
    # after 100 (1/3). By the end of March nothing had come of the second.
    assert kpi("time_to_agreement", "2023", "2024-Q1", "2024-Q2", "2024") == {
        "2023": None,
        "2024-Q1": None,
        "2024-Q2": 100,
        "2024": 100,
    }


def test_by_kind(kpi):
    # Gamma is in quick and waits.
    assert kpi("time_to_agreement", "2024", kinds=("startup",)) == {"2024": 30}
    assert kpi("time_to_agreement", "2024", kinds=("science",)) == {"2024": 100}


def test_the_rows_behind_it(view):
    rows = view.ask("rows_waiting", [Period.parse("2024")])
    days = dict(zip(rows["title"], rows["days_waited"], strict=True))
    assert days == {"Quick": 30, "Slow": 100, "Dropped": 10, "Waits": 365}
    early = view.ask("rows_waiting", [Period.parse("2024-Q1")])
    assert early.set_index("title").loc["Slow", "days_waited"] == 90
    assert early.set_index("title").loc["Slow", "agreed_on"] is not None
    assert early["agreed_on"].notna().sum() == 1
