"""Manufacturing, however the code is written: the divisions 10 to 33."""

import pytest


@pytest.mark.parametrize(
    ("code", "division"),
    [
        ("28.4", 28), ("28", 28), ("C28.4", 28), ("C 28", 28), ("c-28.41", 28), ("2840", 28), ("28.41.0", 28),
        ("10", 10), ("33.20", 33), ("9", 9), ("8.11", 8), ("08.11", 8), ("09.1", 9), ("34", 34), ("62.01", 62),
        ("C", None), ("k.A.", None), ("0", None), ("00000", None),
    ],
)  # fmt: skip
def test_the_division_is_the_first_two_digits(code, division, built):
    view = built(
        f"""
        organisations:
        organisation_id | name  | kind    | nace_code
        alpha           | Alpha | company | {code}

        consultations:
        consultation_id | organisation_id | held_on
        c1              | alpha           | 2024-02-01
        """
    )
    read = view.within().query("select nace_division from organisations")["nace_division"].astype(object)
    assert read.where(read.notna(), None).to_list() == [division]


def test_only_divisions_10_to_33_are_manufacturing(kpi):
    """Six branches, one each; the boundaries belong to it.

    organisations:
    organisation_id | name    | kind    | nace_code
    mining          | Mining  | company | 09.90
    food            | Food    | company | 10.11
    repair          | Repair  | company | C 33
    energy          | Energy  | startup | D35
    silent          | Silent  | company |
    institute       | Science | science | 28

    consultations:
    consultation_id | organisation_id | held_on
    c1              | mining          | 2024-02-01
    c2              | food            | 2024-02-02
    c3              | repair          | 2024-02-03
    c4              | energy          | 2024-02-04
    c5              | silent          | 2024-02-05
    c6              | institute       | 2024-02-06
    """
    assert kpi("manufacturing_share", "2024") == {"2024": 2 / 4}
