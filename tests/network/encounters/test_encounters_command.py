"""``encounters`` on the command line."""

import json

import pytest

from analytics.commands.run import run


@pytest.fixture
def printed(monkeypatch, capsys):
    def call(store, *arguments):
        monkeypatch.setenv("NETWORK_STORE", str(store.folder))
        assert run(arguments) == 0
        return capsys.readouterr().out

    return call


def test_json_has_the_funnel_the_waiting_and_the_comparisons(demo_store, printed):
    found = json.loads(printed(demo_store, "encounters", "--json"))
    assert found["until"] == "2026-06-30"
    assert found["pairs"] > found["contact"] > found["agreed"] > found["joint"] > 0
    meeting, contact = found["from_meeting_to_agreement"], found["from_contact_to_agreement"]
    assert meeting["waited"] == found["pairs"]
    assert meeting["arrived"] == found["agreed"]
    assert meeting["median_days"] is None
    assert list(meeting["share_after_days"]) == ["90", "180", "365"]
    assert contact["median_low"] <= contact["median_days"] <= contact["median_high"]
    assert [comparison["window"] for comparison in found["comparisons"]] == [365, 180]
    assert all(comparison["finds"] for comparison in found["comparisons"])
    everybody = json.loads(printed(demo_store, "encounters", "--with-coordinator", "--json"))
    assert everybody["pairs"] > found["pairs"]


def test_in_sentences_with_the_caution(demo_store, printed):
    lines = printed(demo_store, "--language", "en", "encounters").splitlines()
    assert len(lines) == 6
    assert "had met at an event in the year before" in lines[3]
    assert "times as high" in lines[4]
    assert lines[-1].startswith("This is an association, not an effect")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_without_events_and_without_data(empty_store, real_store, printed, lang):
    assert json.loads(printed(empty_store, "encounters", "--json")) == {"until": None}
    assert printed(empty_store, "--language", lang, "encounters")
    assert len(printed(real_store, "--language", lang, "encounters").splitlines()) == 5
    assert json.loads(printed(real_store, "encounters", "--json"))["pairs"] == 0
