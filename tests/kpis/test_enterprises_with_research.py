"""Enterprises that work with science on a current research project.

organisations:
organisation_id | name      | kind    | is_coordinator
alpha           | Alpha     | company | no
beta            | Beta      | startup | no
gamma           | Gamma     | company | no
delta           | Delta     | company | no
school          | School    | science | no
institute       | Institute | science | no
office          | Office    | science | yes
town            | Town      | public  | no

cooperations:
cooperation_id | title              | kind       | ended_on
lab            | Joint laboratory   | research   | 2024-06-30
again          | Alpha once more    | research   |
order          | Paid test series   | commission |
alone          | Without science    | research   |
early          | Agreed only        | research   |
left           | Science went away  | research   |
led            | Office as science  | research   |

cooperation_stages:
cooperation_id | stage | since
lab            | 3     | 2024-01-10
lab            | 4     | 2024-02-10
again          | 5     | 2024-03-31
order          | 4     | 2024-01-10
alone          | 4     | 2024-01-10
early          | 3     | 2024-01-10
left           | 4     | 2024-01-10
led            | 4     | 2024-01-10

cooperation_members:
cooperation_id | organisation_id | left_on
lab            | alpha           |
lab            | beta            |
lab            | town            |
lab            | school          |
again          | alpha           |
again          | institute       |
order          | gamma           |
order          | school          |
alone          | gamma           |
alone          | delta           |
early          | gamma           |
early          | school          |
left           | delta           |
left           | school          | 2024-01-31
led            | gamma           |
led            | delta           |
led            | office          |

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-09-30
"""


def test_only_enterprises_in_research_at_stage_four_with_science_count_and_once(kpi):
    # 31 March: alpha (in both) and beta. 30 June is lab's last day; after it alpha remains, in again.
    assert kpi("enterprises_with_research", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3") == {
        "2023-Q4": 0, "2024-Q1": 2, "2024-Q2": 2, "2024-Q3": 1,
    }  # fmt: skip


def test_the_partner_from_science_need_not_be_in_scope(kpi):
    assert kpi("enterprises_with_research", "2024-Q1", kinds=("company",)) == {"2024-Q1": 1}
    assert kpi("enterprises_with_research", "2024-Q1", kinds=("science",)) == {"2024-Q1": 0}


def test_the_coordinator_is_no_science_unless_asked_for(kpi):
    # With the office as a scientific partner, gamma and delta come in.
    assert kpi("enterprises_with_research", "2024-Q1", with_coordinator=True) == {"2024-Q1": 4}
