"""Every text stands in both languages, says the same places, and keeps to its language."""

import re
import string

import pytest

from analytics.kpis import CATALOGUE
from analytics.language import LANGUAGES, Language
from analytics.language.load import texts

KEYS = sorted(texts())
FORMS = " || "
UMLAUTS = re.compile("[äöüÄÖÜß„]")
GERMAN = re.compile(
    r"\b(und|oder|nicht|der|das|ein|eine|einer|ist|sind|wurde|wurden|mit|für|von|bis|auf|aus|bei|nach|kein|keine|"
    r"Zeitraum|Organisationen|Veranstaltung|Veranstaltungen|Kooperationen|Datei|Zeile|Spalte|Daten|Stufe|Art)\b"
)
ENGLISH = re.compile(
    r"\b(the|and|or|not|an|is|are|was|were|with|for|of|from|until|on|no|period|organisations|organisation|events|"
    r"event|file|row|column|data|stage|kind)\b"
)
NAMES = re.compile(r"GeoBasis-DE / BKG 2017|© OpenStreetMap contributors|Community of Practice")


def _places(sentence):
    """The names of a sentence's places."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _words(sentence):
    """A sentence without its places and without names, which are the same in every language."""
    return NAMES.sub("", re.sub(r"\{\w+\}|„[^“]*“|“[^”]*”", "", sentence))


@pytest.mark.parametrize("key", KEYS)
def test_it_stands_in_german_and_english_and_nothing_else(key):
    both = texts()[key]
    assert sorted(both) == sorted(LANGUAGES)
    assert all(isinstance(text, str) and text.strip() for text in both.values())


@pytest.mark.parametrize("key", KEYS)
def test_it_has_the_same_places_and_forms_in_both(key):
    german, english = (texts()[key][code].split(FORMS) for code in LANGUAGES)
    assert len(german) == len(english) <= 2
    for one, other in zip(german, english, strict=True):
        assert _places(one) == _places(other)


@pytest.mark.parametrize("key", [key for key in KEYS if FORMS in texts()[key]["de"]])
def test_a_text_of_two_forms_needs_no_more_for_one_than_for_many(key):
    for text in texts()[key].values():
        one, many = text.split(FORMS)
        assert _places(one) <= _places(many) | {"n"}


@pytest.mark.parametrize("key", KEYS)
def test_places_are_plain_names(key):
    for text in texts()[key].values():
        assert all(name.isidentifier() for name in _places(text))


@pytest.mark.parametrize("key", KEYS)
def test_english_is_english(key):
    text = _words(texts()[key]["en"])
    assert not UMLAUTS.search(text)
    assert not GERMAN.findall(text)


@pytest.mark.parametrize("key", KEYS)
def test_german_is_german(key):
    assert not ENGLISH.findall(_words(texts()[key]["de"]))


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
