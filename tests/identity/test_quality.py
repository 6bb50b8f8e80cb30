"""How the rules are measured, and that they are as good as they are said to be."""

from pathlib import Path

import pytest

from analytics.commands.run import run
from analytics.errors import QuestionError
from analytics.identity.quality import measure, plain_way

REAL = Path("/work/shared/real/organisation_name_variants.csv")
FEW = Path(__file__).with_name("names.csv")


def test_pairs_are_counted():
    """1 and 3 are two pairs, both sure; both spellings of 1 are asked about beside 2, which has the name in Hamm."""
    found = measure(FEW)
    assert (found.names, found.true, found.sure, found.sure_right) == (6, 2, 2, 2)
    assert (found.listed, found.listed_right, found.most) == (4, 2, 2)
    assert (found.precision, found.sure_recall, found.recall) == (1.0, 1.0, 1.0)


def test_nothing_to_measure_has_no_shares(tmp_path):
    path = tmp_path / "none.csv"
    path.write_text("organisation_id,name,city,country\n", "utf-8")
    found = measure(path)
    assert (found.precision, found.sure_recall, found.recall) == (None, None, None)
    assert run(["organisations", "--evaluate", str(path)]) == 0


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("name,city\n", "utf-8")
    with pytest.raises(QuestionError, match="organisation_id, country"):
        measure(path)


def test_the_plain_way_takes_the_lowest_ratio_that_is_precise_enough():
    ratios = [(99.0, True), (90.0, True), (80.0, True), (80.0, False), (70.0, True)]
    found = plain_way(ratios)
    assert (found.ratio, found.sure, found.right) == (90.0, 2, 2)
    assert plain_way([(100.0, False)]).ratio is None


def test_the_command_tells_the_figures(capsys):
    assert run(["--language", "en", "organisations", "--evaluate", str(FEW)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Joined without asking: 2 pairs, 2 of them right: precision 100.0%, 100.0% of the 2 true pairs."


@pytest.mark.skipif(not REAL.exists(), reason="the names of which it is known which are one are not here")
def test_the_rules_keep_what_they_promise_on_real_names():
    found = measure(REAL)
    assert found.true == 344
    assert found.precision >= 0.99
    assert found.recall >= 0.93
    assert found.most <= 3
    assert found.sure_right >= 170 > found.plain.right
