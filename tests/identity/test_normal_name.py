"""What is left of a name when spelling, legal form and language are taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from analytics.identity.normal_name import is_acronym, normal_name
from analytics.identity.words import folded

SAME = {
    "legal form": ("Kessel Optik GmbH", "Kessel Optik"),
    "another legal form": ("Kessel Optik GmbH & Co. KG", "Kessel Optik AG"),
    "full stops": ("Kessel Optik G.m.b.H.", "KESSEL OPTIK GMBH"),
    "letters apart": ("Turnverein Hagen e. V.", "Turnverein Hagen eV"),
    "a form written out": ("Kessel Optik Gesellschaft mit beschränkter Haftung", "Kessel Optik"),
    "a form in brackets": ("Almefunken UG (haftungsbeschränkt)", "Almefunken"),
    "a form in the middle": ("Kessel GmbH Optik", "Kessel Optik"),
    "umlauts": ("Universität zu Köln", "UNIVERSITAET ZU KOELN"),
    "umlauts lost": ("Möllerwerke", "Mollerwerke"),
    "sharp s": ("Gießerei Groß", "Giesserei Gross"),
    "encoded twice": ("MÃ¼hlenbau Meyer", "Mühlenbau Meyer"),
    "a Mac's letters": ("Bundesanstalt f√ºr Ern√§hrung", "Bundesanstalt für Ernährung"),
    "small words": ("Institut für Angewandtes Feilen", "Institut Angewandtes Feilen"),
    "an ampersand": ("Bolzen & Söhne", "Bolzen und Söhne"),
    "a short form": ("TU Dortmund", "Technische Universität Dortmund"),
    "two short forms": ("IHK Hagen", "Industrie- und Handelskammer Hagen"),
    "languages": ("Dortmund University", "Universität Dortmund"),
    "its own short form": (
        "DIL Deutsches Institut für Lebensmitteltechnik",
        "Deutsches Institut für Lebensmitteltechnik",
    ),
    "a short form in brackets": ("Zentrum für Angewandtes Feilen (ZAF)", "Zentrum für Angewandtes Feilen"),
}
OTHER = {
    "another word": ("Kessel Optik", "Kessel Akustik"),
    "another number": ("Werk 2 Hagen", "Werk 3 Hagen"),
    "a diphthong is no umlaut": ("Bauer", "Baur"),
    "another university": ("Universität Dortmund", "Fachhochschule Dortmund"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_what_makes_no_difference(one, other):
    assert set(normal_name(one).words) == set(normal_name(other).words)


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_what_does(one, other):
    assert set(normal_name(one).words) != set(normal_name(other).words)


def test_legal_forms_are_kept_apart():
    assert normal_name("Kessel Optik GmbH").legal_forms == ("gmbh",)
    assert normal_name("Kessel Optik").legal_forms == ()


def test_words_are_told_as_they_were_written():
    assert normal_name("Institute of Research, Hagen").as_written == {
        "institut": "institute", "forschung": "research", "hagen": "hagen",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["GmbH", "AG", "(GmbH)", "e. V.", "der die das"])
def test_a_name_of_nothing_else_is_itself(name):
    assert normal_name(name).words


@pytest.mark.parametrize(
    ("short", "name", "is_one"),
    [
        ("niab", "National Institute of Agricultural Botany", True),
        ("infai", "Institut für Angewandte Informatik", True),
        ("zafx", "Zentrum für Angewandtes Feilen", False),
        ("za", "Zentrum für Angewandtes Feilen", False),
        ("zentrum", "Zentrum für Angewandtes Feilen", False),
    ],
)
def test_short_forms(short, name, is_one):
    assert is_acronym(short, folded(name).split()) is is_one


@given(some.text(max_size=60))
def test_any_text_has_a_normal_form(text):
    name = normal_name(text)
    assert len(name.words) == len(set(name.words)) == len(name.written)


@given(some.text("abcdefghijklmnopqrstuvwxyz -.&", max_size=40))
def test_case_makes_no_difference(text):
    assert normal_name(text) == normal_name(text.upper())


@given(some.text("abcdeghiklmnoprstuäöüß -.&", max_size=40))
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)
