"""What is known of an organisation under one of its names, and where it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from analytics.identity.normal_name import NormalName, normal_name
from analytics.identity.words import folded, words

Where = Literal["same", "other", "unknown"]
_OFTEN, _OFTEN_SHARE = 5, 1 / 200
_POSTCODE = re.compile(r"\d{5}")


@dataclass(frozen=True)
class Record:
    """An organisation as one source has it.

    ``organisation`` is the id of what it counts as already: records of one organisation are never compared.
    ``country`` is a code, ``abroad`` for one that is not known, None where nothing is said. ``source`` names the batch
    that gave the record its id, None where the id was formed from the name. ``domains`` are those of e-mail addresses,
    for this comparison only: they are stored nowhere.
    """

    record_id: str
    organisation: str
    name: str
    place: str | None = None
    postcode: str | None = None
    district: str | None = None
    country: str | None = None
    source: str | None = None
    domains: frozenset[str] = frozenset()

    @cached_property
    def normal(self) -> NormalName:
        """The name's normal form."""
        return normal_name(self.name)

    @cached_property
    def town(self) -> str:
        """The place in the form in which places are compared; empty where none is known."""
        return town(self.place or "")

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The words of the place as names have them."""
        return frozenset(_words(self.place or "")) | frozenset(self.town.split())


@lru_cache(maxsize=50_000)
def town(place: str) -> str:
    """A place without case, umlauts, numbers and what stands in brackets, by the name that stands for its others.

    >>> town("Cologne"), town("KÖLN 41"), town("Koeln (Deutz)")
    ('koln', 'koln', 'koln')
    """
    spelled = " ".join(_words(re.sub(r"\(.*?\)", " ", place)) or _words(place))
    return words().places.get(spelled, spelled)


def where(one: Record, other: Record) -> Where:
    """Whether two organisations are in the same place, as far as place, postcode and district tell."""
    if one.country and other.country and one.country != other.country:
        return "other"
    postcodes = [record.postcode for record in (one, other) if _POSTCODE.fullmatch(record.postcode or "")]
    if len(postcodes) == 2 and postcodes[0] == postcodes[1]:
        return "same"
    if len(postcodes) == 2 and str(postcodes[0])[:2] != str(postcodes[1])[:2]:
        return "other"
    if one.town and other.town:
        return "same" if _same_town(one.town, other.town) or _says_town(one, other) else "other"
    if one.district and other.district and one.district[0] == "0":
        return "same" if one.district == other.district else "other"
    return "unknown"


@dataclass(frozen=True)
class Known:
    """What all records together tell of two of them: organisations by town, and the words that many names have."""

    by_town: Mapping[str, int]
    common_words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Sequence[Record]) -> "Known":
        """What these records tell; a word is common that one of two hundred names has, and five at least."""
        towns: dict[str, set[str]] = {}
        names: dict[str, set[str]] = {}
        for record in records:
            if record.town:
                towns.setdefault(record.town, set()).add(record.organisation)
            for word in record.normal.words:
                names.setdefault(word, set()).add(record.organisation)
        often = max(_OFTEN, len({record.organisation for record in records}) * _OFTEN_SHARE)
        return cls(
            {name: len(found) for name, found in towns.items()},
            frozenset(word for word, found in names.items() if len(found) >= often),
        )


def _words(place: str) -> list[str]:
    return [word for word in folded(place).split() if not word.isdigit()]


@lru_cache(maxsize=50_000)
def _same_town(one: str, other: str) -> bool:
    if one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return True
    return min(len(one), len(other)) >= 8 and Levenshtein.normalized_similarity(one, other) >= 0.85


def _says_town(one: Record, other: Record) -> bool:
    """Whether what one says beside its town names the other's: Laubegast (Dresden)."""
    return set(one.town.split()) <= other.place_words or set(other.town.split()) <= one.place_words
