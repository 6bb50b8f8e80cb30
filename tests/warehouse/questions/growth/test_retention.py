"""Which newcomers stay: by the year of their first contact, in every year after it that the data reaches.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | company
c               | Gamma | science
d               | Delta | science

consultations:
consultation_id | organisation_id | held_on
c1              | a               | 2022-12-31
c2              | b               | 2022-01-01
c3              | c               | 2022-06-01
c4              | c               | 2022-07-01
c5              | a               | 2023-01-01
c6              | b               | 2023-05-05
c7              | b               | 2023-05-06
c8              | a               | 2024-02-02
c9              | d               | 2024-03-03
c10             | d               | 2025-06-30
"""


def test_shares_of_the_cohorts(ask):
    # 2022: a, b, c. In 2023 a and b came, in 2024 only a, in 2025 none so far. 2023 brought nobody new. 2024: d.
    assert ask("growth_retention") == [
        ("2022", 0, 1, 3, False),
        ("2022", 1, 2 / 3, 3, False),
        ("2022", 2, 1 / 3, 3, False),
        ("2022", 3, 0, 3, True),
        ("2024", 0, 1, 1, False),
        ("2024", 1, 1, 1, True),
    ]


def test_the_scope_narrows_the_cohorts(ask):
    assert ask("growth_retention", kinds=("company",)) == [
        ("2022", 0, 1, 2, False),
        ("2022", 1, 1, 2, False),
        ("2022", 2, 1 / 2, 2, False),
        ("2022", 3, 0, 2, True),
    ]


def test_a_year_is_finished_when_the_data_reaches_its_last_day(ask):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company

    consultations:
    consultation_id | organisation_id | held_on
    c1              | a               | 2023-05-05
    c2              | a               | 2024-12-31
    """
    assert ask("growth_retention") == [("2023", 0, 1, 1, False), ("2023", 1, 1, 1, False)]


def test_a_day_before_its_end_a_year_is_unfinished(ask):
    """
    organisations:
    organisation_id | name  | kind
    a               | Alpha | company

    consultations:
    consultation_id | organisation_id | held_on
    c1              | a               | 2023-05-05
    c2              | a               | 2024-12-30
    """
    assert ask("growth_retention", columns=("cohort", "year_after", "is_unfinished")) == [
        ("2023", 0, False),
        ("2023", 1, True),
    ]
