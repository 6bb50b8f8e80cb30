"""The words of organisations' names, as words.yaml and cleanco declare them, in the form in which names are read."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from cleanco.clean import get_unique_terms, remove_accents

_UMLAUTS = re.compile(r"ae|oe|(?<![aeq])ue")
_UMLAUT = {"ae": "a", "oe": "o", "ue": "u"}
_SIGNS = re.compile(r"[^\w]+|_", re.UNICODE)
_SINGLE = re.compile(r"(?:(?<=\s)|^)\w(?: \w)+(?=\s|$)")


def folded(text: str) -> str:
    """``text`` without case, accents and signs; ä, ae and a are one, and letters that stand alone are one word.

    >>> folded("Müller & Söhne G.m.b.H."), folded("MUELLER SOEHNE GMBH")
    ('muller sohne gmbh', 'muller sohne gmbh')
    """
    plain: str = remove_accents(unicodedata.normalize("NFC", text).replace("ß", "ss").replace("'", " "))
    while plain != (once := _folded_once(plain)):  # what becomes one letter may stand alone: a.e, ae.a
        plain = once
    return plain


def _folded_once(plain: str) -> str:
    words = " ".join(_SIGNS.sub(" ", _UMLAUTS.sub(lambda found: _UMLAUT[found.group()], plain)).split())
    return _SINGLE.sub(lambda found: found.group().replace(" ", ""), words)


@dataclass(frozen=True)
class Words:
    """The lists of words.yaml; legal forms and phrases as tuples of their words.

    ``short`` gives the words that a short form stands for, ``same`` the one word that stands for others or a phrase.
    """

    legal_forms: frozenset[tuple[str, ...]]
    legal_anywhere: frozenset[str]
    little: frozenset[str]
    short: dict[str, tuple[str, ...]]
    same: dict[tuple[str, ...], str]
    light: frozenset[str]
    parts: frozenset[str]
    kinds: frozenset[str]
    groups: frozenset[str]
    places: dict[str, str]


@cache
def words() -> Words:
    """The words, read once."""
    raw = yaml.safe_load(files("analytics.identity").joinpath("words.yaml").read_text("utf-8"))
    same = _standing_for(raw["same"])
    forms = {tuple(folded(form).split()) for form in [*raw["legal_forms"], *get_unique_terms()]}
    return Words(
        legal_forms=frozenset(form for form in forms if form),
        legal_anywhere=frozenset(map(folded, raw["legal_anywhere"])),
        little=frozenset(map(folded, raw["little"])),
        short={folded(form): tuple(folded(stands_for).split()) for form, stands_for in raw["short"].items()},
        same=same,
        light=frozenset({*map(folded, raw["light"]), *same.values()}),
        parts=_standing(raw["parts"], same),
        kinds=_standing(raw["kinds"], same),
        groups=_standing(raw["groups"], same),
        places={" ".join(spelled): shared for spelled, shared in _standing_for(raw["places"]).items()},
    )


def _standing(listed: list[str], same: dict[tuple[str, ...], str]) -> frozenset[str]:
    """The words, each in the form that stands for it."""
    return frozenset(same.get((folded(word),), folded(word)) for word in listed)


def _standing_for(groups: list[list[str]]) -> dict[tuple[str, ...], str]:
    """For the words of each spelling: the first of its group."""
    found: dict[tuple[str, ...], str] = {}
    for group in groups:
        shared = folded(group[0]).replace(" ", "")
        for spelled in group:
            found.setdefault(tuple(folded(str(spelled)).split()), shared)
    return found
