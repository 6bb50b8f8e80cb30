"""``python -m analytics outlook``: words, JSON, the look back, exit codes."""

import json

import pytest

from analytics.commands.run import run
from analytics.kpis import target_paths
from analytics.kpis.outlook import outlook_of
from analytics.kpis.outlook_words import outlook_sentence
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View, build, current


@pytest.fixture
def command(monkeypatch, capsys):
    """Runs the command on a store; its exit code, its JSON or text, and its complaint."""

    def call(store, *arguments, language="en"):
        monkeypatch.setenv("NETWORK_STORE", str(store.folder))
        code = run(["--language", language, "outlook", *arguments])
        out, err = capsys.readouterr()
        return code, json.loads(out) if out.startswith("{") else out, err

    return call


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_sentence_a_path(command, demo_store, code):
    exit_code, out, err = command(demo_store, language=code)
    view = View(current(demo_store))
    assert (exit_code, err) == (0, "")
    told = [outlook_sentence(outlook_of(view, path), Language(code)) for path in target_paths(view)]
    assert [line.partition("): ")[2] for line in out.splitlines()] == told


@pytest.mark.parametrize("audience", ["management", "ministry"])
def test_as_json(command, demo_store, audience):
    exit_code, answer, _ = command(demo_store, "--json", "--audience", audience)
    assert exit_code == 0
    assert answer["audience"] == audience
    paths = target_paths(View(current(demo_store), audience))
    assert [(one["kpi"], one["source"]) for one in answer["outlooks"]] == [
        (path.kpi.name, path.source) for path in paths
    ]
    known = [one for one in answer["outlooks"] if one["outlook"]]
    assert known
    for one in known:
        assert one["outlook"]["low"] <= one["outlook"]["value"] <= one["outlook"]["high"]
        assert one["outlook"]["course"][-1]["day"] == one["ends_on"]
    assert all(one["why_not"]["reason"] for one in answer["outlooks"] if not one["outlook"])


def test_the_look_back_on_the_real_file(command, real_store):
    exit_code, answer, _ = command(real_store, "--back-test", "--json")
    assert exit_code == 0
    assert {(row["group"], row["method"]) for row in answer["pooled"] if row["is_chosen"]} == {
        ("amounts", "last_years_pace"),
        ("ratios", "present_level"),
    }
    assert {row["ahead"] for row in answer["by_quarters_ahead"]} == set(range(1, 9))


def test_too_little_history_ends_with_1_and_one_line(command, empty_store):
    exit_code, out, err = command(empty_store, "--back-test")
    assert (exit_code, out) == (1, "")
    assert err.count("\n") == 1


def test_without_targets_it_says_so(command, tmp_path):
    store = Store(tmp_path / "store")
    build(store)
    assert command(store)[:2] == (0, f"{Language('en').text('progress.none')}\n")


def test_an_unknown_audience_is_wrong_use(command, demo_store):
    with pytest.raises(SystemExit) as stopped:
        command(demo_store, "--audience", "everybody")
    assert stopped.value.code == 2
