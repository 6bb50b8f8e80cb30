"""``python -m analytics introductions``: words, JSON, exit codes, and never a traceback."""

import json

import pytest

from analytics.commands.run import run
from analytics.network.introductions.introductions import Introductions
from analytics.warehouse import View, current


@pytest.fixture
def command(monkeypatch, capsys):
    """Runs the command on a store; its exit code, its JSON or text, and its complaint."""

    def call(store, *arguments, language="en"):
        monkeypatch.setenv("NETWORK_STORE", str(store.folder))
        try:
            code = run(["--language", language, "introductions", *arguments])
        except SystemExit as stopped:  # argparse's way out
            code = stopped.code
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.startswith("{") else out, err

    return call


def test_suggestions_for_an_organisation(command, demo_store):
    code, answer, err = command(demo_store, "--organisation", "O020", "--json")
    assert (code, err) == (0, "")
    view = View(current(demo_store))
    assert (answer["snapshot"], answer["audience"], answer["at"]) == (view.snapshot.name, "management", "2026-06-30")
    expected = Introductions.of(view).for_organisation("O020")
    assert [row["partner_id"] for row in answer["introductions"]] == list(expected["partner_id"])
    for row in answer["introductions"]:
        assert sum(row["points"].values()) == pytest.approx(row["score"], abs=1e-5)
        assert row["reasons"]
        assert all(reason["text"] and row["points"][reason["part"]] > 0 for reason in row["reasons"])


def test_pairs_for_a_coming_event_in_words(command, demo_store):
    code, out, _ = command(demo_store, "--event", "V70", language="de")
    assert code == 0
    assert "Punkte" in out.splitlines()[0]
    assert out.splitlines()[1].startswith("  ")


def test_the_look_back(command, demo_store):
    code, answer, _ = command(demo_store, "--back-test", "--json")
    assert code == 0
    assert {row["method"] for row in answer["pooled"]} == {"introductions", "popular", "random"}
    assert len(answer["back_test"]) == 6 * len({row["cut_off"] for row in answer["back_test"]})
    code, out, _ = command(demo_store, "--back-test")
    assert code == 0
    assert sum("(" in line for line in out.splitlines()) == 6


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "required"),
        (("--organisation", "O020", "--event", "V70"), "not allowed with"),
        (("--organisation",), "expected one argument"),
        (("--organisation", "O001"), "O001"),
        (("--organisation", "nobody"), "nobody"),
        (("--event", "V01"), "no planned event V01"),
        (("--event", "nothing"), "no planned event nothing"),
        (("--back-test", "--audience", "everybody"), "invalid choice"),
    ],
)
def test_wrong_use_ends_with_2(command, demo_store, arguments, says):
    code, out, err = command(demo_store, *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_too_little_history_ends_with_1_and_one_line(command, empty_store):
    code, out, err = command(empty_store, "--back-test", "--json")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "too short" in err


def test_an_audience_is_told_its_own(command, demo_store):
    hidden = View(current(demo_store)).ask("introduction_organisations")["organisation_id"]
    shown = set(View(current(demo_store), "public").ask("introduction_organisations")["organisation_id"])
    one = next(one for one in hidden if one not in shown)
    assert command(demo_store, "--organisation", one)[0] == 0
    assert command(demo_store, "--organisation", one, "--audience", "public")[0] == 2
