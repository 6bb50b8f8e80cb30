"""``python -m analytics network``: the JSON answer, the files, the exit codes, and never a traceback.

organisations:
organisation_id | name    | kind       | is_coordinator | member_since
alpha           | Alpha   | company    | no             | 2024-01-01
beta            | Beta    | startup    | no             | 2024-01-01
gamma           | Gamma   | science    | no             |
office          | Office  | public     | yes            | 2024-01-01

cooperations:
cooperation_id | title  | kind     | ended_on
first          | First  | pilot    | 2024-06-30
second         | Second | research |
star           | Star   | other    |

cooperation_stages:
cooperation_id | stage | since
first          | 3     | 2024-01-01
second         | 4     | 2024-04-01
star           | 3     | 2024-03-01

cooperation_members:
cooperation_id | organisation_id
first          | alpha
first          | beta
second         | alpha
second         | gamma
star           | beta
star           | office

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-12-31
"""

import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from analytics.commands.run import run
from analytics.network.history import MEASURES

ROOT = Path(__file__).parents[2]
TOLD = {
    "undated_cooperations",
    "large_cooperations",
    "one_sided_cooperations",
    "contradictory_cooperations",
}
ALSO = {"members", "isolates", "tie_survival"}
PROMISED = {
    "nodes", "ties", "cooperations", "mean_partners", "components", "largest_component_share", "clustering",
    "cross_sector_share", "cross_sector_expected", "robustness",
}  # fmt: skip


@pytest.fixture
def command(view, monkeypatch, capsys):
    """Runs the command on the tables' store: its exit code, its JSON or text, and its complaint."""
    monkeypatch.setenv("NETWORK_STORE", str(view.snapshot.path.parents[1]))
    return _caller(capsys)


def _caller(capsys):
    def call(*arguments, language="en"):
        try:
            code = run(["--language", language, "network", *arguments])
        except SystemExit as stopped:  # argparse's way out
            code = stopped.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, json.loads(out) if "--json" in arguments and out else out, err

    return call


def test_the_answer_has_the_promised_form(command):
    code, answer, err = command("--at", "2024-06-30", "--without-coordinator", "--json")
    assert (code, err) == (0, "")
    assert set(answer) == {"at", *MEASURES, *ALSO, *TOLD, "cumulative"} >= {"at", *PROMISED, "cumulative"}
    assert set(answer["cumulative"]) == {*MEASURES, *ALSO}
    assert (answer["at"], answer["nodes"], answer["ties"], answer["cooperations"]) == ("2024-06-30", 3, 2, 2)
    assert answer["mean_partners"] == pytest.approx(4 / 3)
    assert (answer["members"], answer["isolates"]) == (2, 0)
    assert answer["robustness"] is None
    # The star is one between partners only with the office as one.
    assert [answer[f"{name}_cooperations"] for name in ("one_sided", "contradictory")] == [1, 0]


def test_what_is_over_is_in_the_cumulative_part_only(command):
    _, answer, _ = command("--at", "2024-07-01", "--without-coordinator", "--json")
    assert (answer["ties"], answer["cumulative"]["ties"]) == (1, 2)
    assert (answer["isolates"], answer["cumulative"]["isolates"]) == (1, 0)


def test_the_coordinator_is_out_unless_it_is_asked_for(command):
    asked = ("--at", "2024-06-30", "--json")
    assert command(*asked)[1] == command(*asked, "--without-coordinator")[1]
    _, everybody, _ = command(*asked, "--with-coordinator")
    assert (everybody["nodes"], everybody["ties"]) == (4, 3)
    assert everybody["robustness_without_coordinator"] == 1


def test_without_a_date_the_last_day_of_the_data_counts(command):
    _, answer, _ = command("--json")
    assert answer["at"] == "2024-12-31"


@pytest.mark.parametrize(
    ("day", "told", "nodes"),
    [
        ("0001-01-01", "0001-01-01", 0),
        ("1800-01-01", "1800-01-01", 0),
        # After the data's last day nothing is known: it stands in the answer.
        ("2025-01-01", "2024-12-31", 2),
        ("9999-12-31", "2024-12-31", 2),
    ],
)
def test_the_ends_of_the_calendar_can_be_asked_for(command, day, told, nodes):
    code, answer, _ = command("--at", day, "--json")
    assert (code, answer["at"], answer["nodes"]) == (0, told, nodes)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_answer_in_words_names_every_measure(command, language):
    code, text, err = command("--at", "2024-06-30", language=language)
    assert (code, err) == (0, "")
    # The day, the measures, and that the star is none between partners.
    assert len(text.strip().splitlines()) == 1 + len(MEASURES) + len(ALSO) + 1
    assert ("30.06.2024" if language == "de" else "2024") in text
    assert "None" not in text
    assert "nan" not in text.split()


@pytest.mark.parametrize("day", ["2024-02-30", "31.12.2024", "soon", "", "2024-13-01", "20240101T", "-1"])
def test_a_date_that_is_none_is_wrong_use(command, day):
    code, _, err = command(f"--at={day}", "--json")
    assert code == 2
    assert err.strip()


@pytest.mark.parametrize("arguments", [["--at"], ["--nonsense"], ["--audience", "everybody"], ["more"]])
def test_wrong_use_ends_with_2(command, arguments):
    assert command(*arguments)[0] == 2


@pytest.mark.parametrize(
    ("suffix", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf), (".GEXF", nx.read_gexf)]
)
def test_the_network_is_written_for_other_programs(command, tmp_path, suffix, read):
    file = tmp_path / f"net{suffix}"
    code, _, err = command("--at", "2024-07-01", "--out", str(file))
    assert (code, err) == (0, "")
    found = read(file)
    assert {frozenset(tie) for tie in found.edges} == {
        frozenset(tie) for tie in (("alpha", "beta"), ("alpha", "gamma"))
    }
    assert found.edges["alpha", "beta"]["stage"] == "ended"


@pytest.mark.parametrize("name", ["net.csv", "net", "graphml", ".graphml", "net.graphml.zip"])
def test_a_file_of_no_known_kind_is_wrong_use_and_not_written(command, tmp_path, name):
    code, _, err = command("--out", str(tmp_path / name))
    assert code == 2
    assert len(err.strip().splitlines()) == 1
    assert ".graphml" in err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("place", ["nowhere/net.gexf", "folder.gexf"])
def test_a_file_that_cannot_be_written_is_said_in_one_line(command, tmp_path, place):
    (tmp_path / "folder.gexf").mkdir()
    code, _, err = command("--out", str(tmp_path / place))
    assert code == 1
    assert len(err.strip().splitlines()) == 1


def test_without_a_snapshot_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "nothing"))
    code, out, err = _caller(capsys)("--json")
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_an_empty_store_has_no_day_and_no_measures(empty_store, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("NETWORK_STORE", str(empty_store.folder))
    call = _caller(capsys)
    assert call("--json") == (0, {"at": None, "cumulative": {}, **dict.fromkeys(TOLD, 0)}, "")
    code, answer, _ = call("--at", "2024-01-01", "--json")
    assert (code, answer["nodes"], answer["mean_partners"]) == (0, 0, None)
    code, text, _ = call()
    assert code == 0
    assert text.strip()
    assert call("--out", str(tmp_path / "net.gexf"))[0] == 0
    assert len(nx.read_gexf(tmp_path / "net.gexf")) == 0


@pytest.mark.parametrize("audience", ["management", "ministry", "public"])
def test_every_audience_gets_an_answer(command, audience):
    code, answer, _ = command("--at", "2024-06-30", "--audience", audience, "--json")
    assert code == 0
    assert answer["ties"] == 2


def test_as_a_program_of_its_own(view):
    called = subprocess.run(
        [sys.executable, "-m", "analytics", "network", "--at", "2024-06-30", "--json"],
        cwd=ROOT, env={"NETWORK_STORE": str(view.snapshot.path.parents[1]), "PATH": "", "LANG": "C"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (called.returncode, called.stderr) == (0, "")
    assert json.loads(called.stdout)["ties"] == 2
