"""Every text stands in both languages, says the same places, and keeps to its language."""

import re
import string

import pytest

from analytics.kpis import CATALOGUE
from analytics.language import LANGUAGES, Language
from analytics.language.load import texts

FORMS = " || "
UMLAUTS = re.compile("[äöüÄÖÜß„]")
GERMAN = re.compile(
    r"\b(und|oder|nicht|der|das|ein|eine|einer|ist|sind|wurde|wurden|mit|für|von|bis|auf|aus|bei|nach|kein|keine|"
    r"Zeitraum|Organisationen|Veranstaltung|Veranstaltungen|Kooperationen|Datei|Zeile|Spalte|Daten|Stufe|Art)\b"
)
ENGLISH = re.compile(
    r"\b(the|and|or|not|is|are|were|with|for|of|from|until|on|no|period|organisations|organisation|events|"
    r"event|file|row|column|data|stage|kind)\b"
)
NAMES = re.compile(r"GeoBasis-DE / BKG 2017|© OpenStreetMap contributors|Community of Practice")


def _places(sentence):
    """The names of a sentence's places."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _words(sentence):
    """A sentence without its places and without names, which are the same in every language."""
    return NAMES.sub("", re.sub(r"\{\w+\}|„[^“]*“|“[^”]*”", "", sentence))


def test_each_stands_in_german_and_english_and_nothing_else():
    for key, both in texts().items():
        assert sorted(both) == sorted(LANGUAGES), key
        assert all(isinstance(text, str) and text.strip() for text in both.values()), key


def test_each_has_the_same_places_and_forms_in_both():
    for key, both in texts().items():
        german, english = (both[code].split(FORMS) for code in LANGUAGES)
        assert len(german) == len(english) <= 2, key
        assert [_places(form) for form in german] == [_places(form) for form in english], key


def test_a_text_of_two_forms_needs_no_more_for_one_than_for_many():
    for key, both in texts().items():
        for text in both.values():
            one, *many = text.split(FORMS)
            assert not many or _places(one) <= _places(many[0]) | {"n"}, key


def test_places_are_plain_names():
    for key, both in texts().items():
        assert all(name.isidentifier() for text in both.values() for name in _places(text)), key


def test_english_is_english():
    english = {key: _words(both["en"]) for key, both in texts().items()}
    assert {key: text for key, text in english.items() if UMLAUTS.search(text) or GERMAN.search(text)} == {}


def test_german_is_german():
    german = {key: _words(both["de"]) for key, both in texts().items()}
    assert {key: text for key, text in german.items() if ENGLISH.search(text)} == {}


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_kpi_speaks_both(name):
    kpi = CATALOGUE[name]
    for label in filter(None, (kpi.label, kpi.definition, kpi.counting, kpi.undefined)):
        assert label.de.strip()
        assert label.en.strip()
        assert not UMLAUTS.search(label.en)
        assert not GERMAN.findall(_words(label.en))
        assert not ENGLISH.findall(_words(label.de))


def test_no_quotation_mark_of_the_other_language():
    # „so“ in German, “so” in English, both in pairs.
    for both in texts().values():
        assert both["de"].count("„") == both["de"].count("“")
        assert "”" not in both["de"]
        assert both["en"].count("“") == both["en"].count("”")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_text_of_two_forms_speaks_of_one_or_many(code):
    language = Language(code)
    one, many, none = (language.text("events.table_alt", n=n) for n in (1, 2, 0))
    assert one == {"de": "Tabelle mit 1 Veranstaltung", "en": "Table of 1 event"}[code]
    assert many == {"de": "Tabelle mit 2 Veranstaltungen", "en": "Table of 2 events"}[code]
    assert none == {"de": "Tabelle mit 0 Veranstaltungen", "en": "Table of 0 events"}[code]


def test_whole_numbers_in_texts_are_written_as_the_language_does():
    assert Language("de").text("events.expected", n=1234) == "1.234 erwartet"
    assert Language("en").text("events.expected", n=1234) == "1,234 expected"


def test_what_fills_a_place_is_never_read_as_a_place():
    filled = Language("en").text("errors.no_such_file", file="{secret} {0} || x")
    assert filled == "There is no file {secret} {0} || x."


def test_a_text_that_is_not_there_is_a_fault():
    with pytest.raises(KeyError):
        Language("de").text("nowhere.nothing")


@pytest.mark.parametrize("code", ["", "fr", "DE", "de-DE"])
def test_there_are_two_languages(code):
    with pytest.raises(ValueError, match="language must be one of"):
        Language(code)
