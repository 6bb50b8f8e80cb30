"""How far cooperations have come, on a day and from one day to another.

organisations:
organisation_id | name    | kind     | is_coordinator
alpha           | Alpha   | company  | no
beta            | Beta    | science  | no
office          | Office  | public   | yes

cooperations:
cooperation_id | title                       | kind     | ended_on
steps          | One stage after the other   | pilot    | 2024-12-31
jump           | A joint project at once     | research |
talk           | Only talked, and then ended | other    | 2024-06-30
holds          | Agreed at once              | other    |
backwards      | Stages out of order         | other    |
undated        | Nobody noted a day          | other    |
undated_end    | Only its end is known       | other    | 2024-03-31
star           | With the office only        | other    |

cooperation_stages:
cooperation_id | stage | since
steps          | 1     | 2024-01-01
steps          | 2     | 2024-02-01
steps          | 3     | 2024-03-01
steps          | 4     | 2024-04-01
steps          | 5     | 2024-05-01
jump           | 4     | 2024-03-15
talk           | 1     | 2024-02-15
talk           | 2     | 2024-03-15
holds          | 1     | 2024-02-10
holds          | 3     | 2024-02-10
backwards      | 3     | 2024-02-10
backwards      | 1     | 2024-04-10
star           | 2     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id
steps          | alpha
steps          | beta
jump           | alpha
jump           | beta
talk           | alpha
talk           | beta
holds          | alpha
holds          | beta
backwards      | alpha
backwards      | beta
undated        | alpha
undated        | beta
undated_end    | alpha
undated_end    | beta
star           | alpha
star           | office
"""

from datetime import date

import pandas as pd
import pytest

from analytics.network.stages import moves, pipeline, stages_on
from tests.network.graphs import network_from

ALL = ("1", "2", "3", "4", "5", "ended")


@pytest.mark.parametrize(
    ("day", "stages"),
    [
        ("2023-12-31", {}),
        ("2024-01-01", {"steps": "1"}),
        ("2024-02-01", {"steps": "2"}),
        ("2024-02-29", {"steps": "2", "talk": "1", "holds": "3"}),
        ("2024-03-15", {"steps": "3", "talk": "2", "holds": "3", "jump": "4"}),
        # What reached a higher stage before a lower one cannot have been so, and stands nowhere.
        ("2024-05-01", {"steps": "5", "talk": "2", "holds": "3", "jump": "4"}),
        ("2024-06-30", {"steps": "5", "talk": "2", "holds": "3", "jump": "4"}),  # talk's last day
        ("2024-07-01", {"steps": "5", "talk": "ended", "holds": "3", "jump": "4"}),
        ("2025-01-01", {"steps": "ended", "talk": "ended", "holds": "3", "jump": "4"}),
    ],
)
def test_the_stage_on_a_day(network, day, stages):
    assert stages_on(network(), date.fromisoformat(day)).to_dict() == stages


def test_with_the_coordinator_its_own_cooperations_count_too(network):
    assert stages_on(network(with_coordinator=True), date(2024, 1, 1)).to_dict() == {"star": "2", "steps": "1"}


def test_the_pipeline_says_every_stage_of_every_day(network):
    found = pipeline(network(), [date(2024, 3, 15), date(2025, 1, 1)])
    assert found["stage"].tolist() == [*ALL, *ALL]
    assert found["day"].tolist() == [pd.Timestamp("2024-03-15")] * 6 + [pd.Timestamp("2025-01-01")] * 6
    assert found["cooperations"].tolist() == [0, 1, 2, 1, 0, 0, 0, 0, 1, 1, 0, 2]


def test_the_moves_between_two_days(network):
    found = moves(network(), date(2024, 2, 29), date(2025, 1, 1))
    assert [tuple(row) for row in found.itertuples(index=False)] == [
        ("1", "ended", 1),  # talk
        ("2", "ended", 1),  # steps
        ("3", "3", 1),  # holds
        ("none", "4", 1),  # jump
    ]


def test_what_stood_earlier_stands_later_too(network):
    for before, after in ((date(2024, 1, 1), date(2024, 3, 15)), (date(2024, 3, 15), date(2026, 1, 1))):
        found = moves(network(), before, after)
        assert found["cooperations"].sum() == len(stages_on(network(), after))
        came_from = found.loc[found["stage"] != "none", "cooperations"].sum()
        assert came_from == len(stages_on(network(), before))


def test_nothing_has_no_stages():
    nothing = network_from([], kinds={"a": "company"})
    assert stages_on(nothing, date(2024, 1, 1)).empty
    assert pipeline(nothing, [date(2024, 1, 1)])["cooperations"].tolist() == [0] * 6
    assert list(pipeline(nothing, []).columns) == ["day", "stage", "cooperations"]
    assert list(moves(nothing, date(2024, 1, 1), date(2024, 2, 1)).columns) == ["stage", "later_stage", "cooperations"]
