"""The words in which lists say who came."""

import pytest

WORDS = {
    "attended": ["erschienen", "ja", "Ja", "x", "X", "eingecheckt", "anwesend", "Teilgenommen", "yes", "1"],
    "registered": ["zugesagt", "Angemeldet"],
    "cancelled": ["abgesagt", "storniert"],
    "no_show": ["nein", "Nicht erschienen", "no-show", "0"],
}


@pytest.mark.parametrize(("status", "word"), [(status, word) for status, words in WORDS.items() for word in words])
def test_a_word(intake, status, word):
    intake.file("a.csv", "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Fest;18.06.2026;Empfang;durchgeführt\n")
    intake.file("b.csv", f"Veranstaltungs-ID;Organisations-ID;Status\nE1;O1;{word}\n")
    assert intake.take().rejections == []
    assert intake.rows("participations", "status") == [(status,)]
