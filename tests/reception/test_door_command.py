"""The link to the door on the command line.

events:
event_id | title   | starts_on  | format    | status
evening  | Empfang | 2025-06-01 | reception | planned
"""

import pytest

from analytics.commands.run import run
from analytics.reception.door_key import key_of
from tests.reception.conftest import door_of


@pytest.fixture
def asked(store, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(store.folder))

    def ask(*arguments):
        code = run(["--language", "de", "door", *arguments])
        told = capsys.readouterr()
        return code, told.out or told.err

    return ask


def test_it_prints_the_link_of_the_next_evening(asked, store):
    code, told = asked("--url", "https://netz.example/app/")
    key = key_of(store, door_of(store).evening)
    assert (code, told) == (
        0, f"Einlass zu „Empfang“ am 01.06.2025:\nhttps://netz.example/app/door?event=evening&door_key={key}\n",
    )  # fmt: skip
    assert asked("--event", "evening")[1].endswith(f"door_key={key}\n")


def test_renewed_it_is_another_link(asked):
    before = asked()[1]
    assert asked("--renew")[1] != before


def test_an_unknown_evening_is_wrong_use(asked):
    code, told = asked("--event", "nothing")
    assert code == 2
    assert told.startswith("Eine Veranstaltung nothing gibt es nicht")
