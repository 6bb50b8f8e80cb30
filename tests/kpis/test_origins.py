"""Whether agreed cooperations arose from events.

events:
event_id | title | starts_on  | format   | status
e1       | One   | 2022-02-10 | workshop | held

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | science

cooperations:
cooperation_id | title    | kind  | origin       | origin_event_id
k1             | Named    | pilot | existing     | e1
k2             | Said     | pilot | event        |
k3             | Advised  | pilot | consultation |
k4             | Unknown  | pilot | unknown      |
k5             | Silent   | pilot |              |
k6             | Contact  | pilot | event        |
k7             | Later    | pilot | introduction |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2023-02-01
k2             | 4     | 2023-12-31
k3             | 3     | 2023-05-01
k4             | 3     | 2023-05-01
k5             | 3     | 2023-05-01
k6             | 1     | 2023-05-01
k7             | 1     | 2023-05-01
k7             | 3     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | beta
k2             | alpha
k2             | beta
k3             | alpha
k3             | beta
k4             | alpha
k4             | beta
k5             | alpha
k5             | beta
k6             | alpha
k6             | beta
k7             | alpha
k7             | beta
"""

from analytics.kpis.origins import ORIGINS, origins
from analytics.warehouse import Period, View, current
from tests.warehouse.conftest import rows_of

YEARS = [Period.parse(str(year)) for year in range(2022, 2026)]


def test_each_agreed_cooperation_has_one_origin(view):
    # k1 names an event, whatever else it says; k6 is not agreed. 2022 had none yet, and is left out.
    assert rows_of(origins(view, YEARS)) == [("2023", 5, 2, 1, 2), ("2024", 1, 0, 1, 0), ("2025", 0, 0, 0, 0)]


def test_the_parts_make_up_all(demo_store):
    found = origins(View(current(demo_store)), YEARS)
    assert found[list(ORIGINS)].sum(axis=1).equals(found["cooperations"])
