"""Whether a text is a person's name or an organisation's, as far as the text alone tells."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import dropwhile

import yaml

from analytics.intake.formats.kinds import kind_patterns, plain_name

_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_MOST_WORDS = 4


@cache
def word_lists() -> dict[str, list[str]]:
    """The lists of ``personal.yaml`` by their names."""
    source = files("analytics.intake").joinpath("personal.yaml").read_text("utf-8")
    lists: dict[str, list[str]] = yaml.safe_load(source)
    return lists


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_lists()[name])


@cache
def _first_names() -> frozenset[str]:
    listed = files("analytics.intake").joinpath("first_names.txt").read_text("utf-8").split()
    return frozenset(plain_name(name) for name in listed)


@cache
def _organisation_words() -> re.Pattern[str]:
    parts = "|".join(plain_name(word) for word in word_lists()["organisation words"])
    return re.compile("|".join([parts, *kind_patterns()]))


def is_organisation_name(text: str) -> bool:
    """Whether the name has a legal form or another word that only organisations have."""
    return _organisation_words().search(plain_name(text)) is not None


def is_person_name(text: str) -> bool:
    """Whether the name has the form of a person's: "Frau Weber", "Dr. Weber", "Weber, Ada", "Ada von Weber".

    A first name must be a known one; a surname alone is not recognised, and what has an organisation's words is none.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if not text or len(text) > _LONGEST or any(sign.isdigit() or sign in "&@/+" for sign in text):
        return False
    words, is_titled = _without_titles(text)
    surname, comma, given = " ".join(words).partition(",")
    if comma:
        is_person = _is_given(given) and 1 <= len(surname.split()) <= _MOST_WORDS
    elif is_titled:
        is_person = 1 <= len(words) <= _MOST_WORDS and all(map(_is_part_of_name, words))
    else:
        is_named = 2 <= len(words) <= _MOST_WORDS and _is_given(words[0])
        is_person = is_named and all(map(_is_part_of_name, words[1:]))
    return is_person and not is_organisation_name(text)


def _without_titles(text: str) -> tuple[list[str], bool]:
    """The words after forms of address and degrees, and whether there were any of these."""
    words = text.split()
    titles = _words("forms of address") | _words("degrees")
    named = list(dropwhile(lambda word: titles.issuperset(plain_name(word).split() or [word]), words))
    return named, len(named) < len(words)


def _is_given(text: str) -> bool:
    parts = re.split(r"[\s-]+", text.strip())
    return plain_name(parts[0]) in _first_names()


def _is_part_of_name(word: str) -> bool:
    return word.casefold() in _words("particles") or (_WORD.fullmatch(word) is not None and word[0].isupper())
