"""``python -m analytics import``: the JSON answer, the exit codes, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.commands.run import run
from analytics.store import Store

ROOT = Path(__file__).parents[2]
GOOD = "organisation_id,name,kind\no1,Stahl GmbH,company\no2,Hochschule Nord,science\n"
MIXED = "Organisations-ID;Name;Art\no1;Stahl GmbH;Unternehmen\no2;;Wissenschaft\no3;Nord;Uni\n"


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Runs the command on the files written by name; its exit code, its JSON and its complaint."""
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "store"))

    def call(*arguments, files=None, options=("--json",)):
        for name, content in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        paths = [str(tmp_path / name) for name in arguments]
        try:
            code = run(["--language", "en", "import", *paths, *options])
        except SystemExit as stopped:  # argparse's way out
            code = stopped.code
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.startswith("{") else out, err

    return call


def test_the_answer_has_the_promised_form(command):
    code, answer, err = command("organisations.csv", files={"organisations.csv": MIXED})
    assert code == 1
    assert err == ""
    assert answer == {
        "batch": Store().ledger()[0].batch,
        "format": "own",
        "rows": {"read": 3, "accepted": 1, "rejected": 2},
        "tables": {"organisations": 1},
        "rejections": [
            {"file": "organisations.csv", "line": 3, "column": "name", "reason": "Name is missing."},
            {
                "file": "organisations.csv",
                "line": 4,
                "column": "kind",
                "reason": "“Uni” is no value for Kind. "
                "Allowed: Company, Start-up, Science, Public sector, Multiplier, Unknown.",
            },
        ],
        "unassigned": {},
        "ignored_columns": {},
        "notes": [],
        "joined": {"batch": None, "organisations": []},
    }


def test_everything_accepted_ends_with_0_and_a_snapshot(command, tmp_path):
    code, answer, _ = command("organisations.csv", files={"organisations.csv": GOOD})
    assert code == 0
    assert answer["rejections"] == []
    assert (tmp_path / "store" / "current").exists()


def test_the_same_file_again_is_nothing_new(command):
    command("organisations.csv", files={"organisations.csv": GOOD})
    code, answer, _ = command("organisations.csv")
    assert (code, answer["batch"], answer["tables"]) == (0, None, {})
    assert answer["rows"] == {"read": 2, "accepted": 2, "rejected": 0}


@pytest.mark.parametrize("option", ["--dry-run", "--no-build"])
def test_options_that_hold_something_back(command, tmp_path, option):
    _, answer, _ = command("organisations.csv", files={"organisations.csv": GOOD}, options=("--json", option))
    assert answer["tables"] == {"organisations": 2}
    assert (answer["batch"] is None) == (option == "--dry-run")
    assert not (tmp_path / "store" / "current").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--as", "nonsense"), "invalid choice"),
        (("--nonsense",), "unrecognized"),
        (("--event",), "expected one argument"),
    ],
)
def test_wrong_use_ends_with_2(command, options, says):
    code, _, err = command("organisations.csv", files={"organisations.csv": GOOD}, options=options)
    assert code == 2
    assert says in err


def test_no_file_at_all_is_wrong_use(command):
    assert command()[0] == 2


def test_a_missing_file_is_said_and_the_others_are_taken(command):
    code, answer, _ = command("nowhere.csv", "organisations.csv", files={"organisations.csv": GOOD})
    assert code == 1
    assert answer["rows"]["accepted"] == 2
    assert answer["rejections"] == [
        {"file": "nowhere.csv", "line": None, "column": None, "reason": "There is no file nowhere.csv."}
    ]


def test_a_folder_without_files_is_said(command, tmp_path):
    (tmp_path / "empty").mkdir()
    code, answer, _ = command("empty")
    assert code == 1
    assert answer["rejections"][0]["file"] == "empty"
    assert "no CSV" in answer["rejections"][0]["reason"]


def test_a_folder_gives_all_its_tables(command):
    files = {
        "in/organisations.csv": GOOD,
        "in/events.tsv": "event_id\ttitle\tstarts_on\tformat\tstatus\ne1\tEmpfang\t13.06.2024\tEmpfang\tdurchgeführt\n",
        "in/~$organisations.xlsx": "Excel's mark",
        "in/.hidden.csv": "a",
        "in/notes.md": "# notes",
    }
    code, answer, _ = command("in", files=files)
    assert code == 0
    assert answer["tables"] == {"organisations": 2, "events": 1}


def test_a_file_that_cannot_be_read_is_said(command, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("analytics.intake.files.read_text_file", refuse)
    code, answer, _ = command("organisations.csv", files={"organisations.csv": GOOD})
    assert code == 1
    assert "Permission denied" in answer["rejections"][0]["reason"]


def test_a_file_name_beyond_all_lengths_is_said(command):
    code, answer, _ = command("x" * 300 + ".csv")
    assert code == 1
    assert answer["batch"] is None


def test_a_store_that_cannot_be_created_is_said_in_one_line(command, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "file" / "store"))
    code, out, err = command("organisations.csv", files={"organisations.csv": GOOD})
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "cannot be created" in err


def test_a_store_that_is_full_is_said_in_one_line(command, monkeypatch):
    def refuse(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analytics.store.store._sync", refuse)
    code, _, err = command("organisations.csv", files={"organisations.csv": GOOD})
    assert code == 1
    assert err.count("\n") == 1
    assert list(Store().batches.iterdir()) == []


def test_a_broken_mapping_is_said_in_one_line(command, tmp_path):
    files = {"t.csv": "a,b\n1,2\n", "m.yaml": "columns: ["}
    code, _, err = command("t.csv", files=files, options=("--mapping", str(tmp_path / "m.yaml")))
    assert code == 1
    assert err.count("\n") == 1


EVENTS = "event_id,title,starts_on,format,status\ne1,Empfang,2024-06-13,reception,held\n"


def test_a_list_of_participants_belongs_to_the_event_that_is_named(command):
    files = {"organisations.csv": GOOD, "events.csv": EVENTS, "liste.csv": "Organisations-ID;Stand\no1;Teilgenommen\n"}
    command("organisations.csv", "events.csv", files=files)
    code, answer, _ = command("liste.csv", options=("--json", "--event", "e1"))
    assert code == 0
    assert answer["tables"] == {"participations": 1}


def test_an_event_that_contradicts_the_file_is_said(command):
    files = {"events.csv": EVENTS, "teilnahmen.csv": "event_id,status\ne1,attended\n,attended\ne2,attended\n"}
    command("events.csv", files=files)
    code, answer, _ = command("teilnahmen.csv", options=("--json", "--event", "e1"))
    assert code == 1
    assert answer["rows"] == {"read": 3, "accepted": 2, "rejected": 1}
    assert [(found["line"], found["column"]) for found in answer["rejections"]] == [(4, "event_id")]


def test_an_event_that_is_not_there_is_said_for_every_row(command):
    code, answer, _ = command(
        "liste.csv", files={"liste.csv": "status\nattended\n"}, options=("--json", "--event", "e9")
    )
    assert code == 1
    assert [(found["line"], found["column"]) for found in answer["rejections"]] == [(2, "event_id")]
    assert "e9" in answer["rejections"][0]["reason"]


def test_a_format_that_is_asked_for_and_does_not_fit_is_said(command):
    code, answer, _ = command(
        "organisations.csv", files={"organisations.csv": GOOD}, options=("--json", "--as", "cordis")
    )
    assert code == 1
    assert answer["rows"] == {"read": 2, "accepted": 0, "rejected": 2}


def test_words_for_people(command):
    code, out, _ = command("organisations.csv", files={"organisations.csv": MIXED}, options=())
    assert code == 1
    assert out.splitlines()[0] == "3 rows read, 1 accepted, 2 rejected."
    assert "organisations.csv, row 3, Name: Name is missing." in out


@pytest.mark.parametrize("text", [GOOD, "", "%PDF-1.7", "\0\1\2\3" * 999])
def test_the_module_itself_never_shows_a_traceback(tmp_path, text):
    (tmp_path / "organisations.csv").write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "analytics", "import", str(tmp_path / "organisations.csv"), "--json"],
        cwd=ROOT,
        env=os.environ | {"NETWORK_STORE": str(tmp_path / "store")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (0 if text == GOOD else 1)
    assert "Traceback" not in done.stderr
    json.loads(done.stdout)
