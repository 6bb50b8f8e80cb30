"""Two names beside each other: which of their words are the same, which are nearly, and what each has alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from analytics.identity.normal_name import NormalName, is_acronym
from analytics.identity.words import words

LIGHT = 0.35
"""The weight of a word that many organisations have; that of a full one is 1."""
_PLACE_ALONE = 0.2
_PLACE_SHARED = 0.6
_NEARLY = 0.75
_BEGINS = 0.8


@dataclass(frozen=True)
class Comparison:
    """What two names share and what they do not; weights are in full words.

    ``shared`` are words of both as each writes them, ``rare`` those of them that few organisations have; ``is_exact``
    says that none of them is misspelt. ``left`` and ``right`` are what only one has, in their normal forms, and
    ``left_written`` and ``right_written`` the same as the names have them.
    ``weight`` is that of what they share, ``rare_weight`` of the rare part, ``telling_weight`` of that without the
    place's name, ``conflict`` of what each has for itself on
    both sides, ``addition`` of what only one has more. ``likeness`` (0 to 1) compares them letter by letter.
    ``shortened`` says that one is the other's initials.
    """

    shared: tuple[tuple[str, str], ...]
    rare: tuple[str, ...]
    is_exact: bool
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_written: tuple[str, ...]
    right_written: tuple[str, ...]
    weight: float
    rare_weight: float
    telling_weight: float
    conflict: float
    addition: float
    likeness: float
    shortened: bool

    @property
    def overlap(self) -> float:
        """The share (0 to 1) of what both names say that they say together."""
        said = self.weight + 2 * self.conflict + self.addition
        return self.weight / said if said else 0.0

    @property
    def alone(self) -> tuple[str, ...]:
        """The words that only one of the names has."""
        return (*self.left, *self.right)


@dataclass(frozen=True)
class _Pair:
    """A word that both names have: in its normal form, as each writes it, and what it weighs."""

    word: str
    mine: str
    theirs: str
    weight: float


def compare(
    one: NormalName,
    other: NormalName,
    place_words: frozenset[str] = frozenset(),
    common: frozenset[str] = frozenset(),
) -> Comparison:
    """Compare two names.

    ``place_words`` are those of the places where the two organisations are, ``common`` words that many of the names
    have among which these two stand.
    """
    mine, theirs = one.as_written, other.as_written

    def weigh(word: str) -> float:
        return LIGHT if word in common else weight(word)

    left = [word for word in mine if word not in theirs]
    right = [word for word in theirs if word not in mine]
    exact = [
        _Pair(word, mine[word], theirs[word], _PLACE_SHARED if word in place_words else weigh(word))
        for word in mine
        if word in theirs
    ]
    nearly = [
        _Pair(first, mine[first], theirs[second], _BEGINS * min(weigh(first), weigh(second)))
        for first, second in _pair_off(left, right, mine, theirs)
    ]
    left, joined_left = _left_over(left, mine, other)
    right, joined_right = _left_over(right, theirs, one)
    joined = [_Pair(word, word, word, _BEGINS * weigh(word)) for word in (*joined_left, *joined_right)]
    pairs = [*exact, *nearly, *joined]
    alone = _alone(left, right, place_words, weigh)
    return Comparison(
        shared=tuple((pair.mine, pair.theirs) for pair in pairs),
        rare=tuple(pair.mine for pair in pairs if pair.weight > LIGHT),
        is_exact=not nearly and not joined,
        left=tuple(left),
        right=tuple(right),
        left_written=tuple(mine[word] for word in left),
        right_written=tuple(theirs[word] for word in right),
        weight=sum(pair.weight for pair in pairs),
        rare_weight=sum(pair.weight for pair in pairs if pair.weight > LIGHT),
        telling_weight=sum(pair.weight for pair in pairs if pair.weight > LIGHT and pair.word not in place_words),
        conflict=min(alone),
        addition=max(alone) - min(alone),
        likeness=fuzz.ratio(one.squeezed, other.squeezed) / 100,
        shortened=_shortens(one, other) or _shortens(other, one),
    )


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much a word says of who is meant: 1 for a long rare one, a third for one that many have."""
    if word in words().light:
        return LIGHT
    return 1.0 if word.isdigit() else min(1.0, 0.4 + len(word) / 10)


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> float:
    """How alike (0 to 1) two words are that are not the same; 0 where they may well be two words.

    >>> alike("santoboto", "santobono") > 0.8, alike("hagen", "hamm"), alike("werk2", "werk3"), alike("tech", "technik")
    (True, 0.0, 0.0, 0.8)
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 4 or any(letter.isdigit() for letter in one + other):
        return 0.0
    if longer.startswith(shorter):
        return _BEGINS
    found = float(Levenshtein.normalized_similarity(one, other))
    return found if found >= _NEARLY and len(longer) >= 5 else 0.0


def _pair_off(left: list[str], right: list[str], mine: dict[str, str], theirs: dict[str, str]) -> list[tuple[str, str]]:
    """Take words off both lists that are nearly the same, the most alike first, in their normal form or as written."""
    found = [
        (max(alike(first, second), alike(mine[first], theirs[second])), first, second)
        for first in left
        for second in right
    ]
    pairs = []
    for likeness, first, second in sorted(found, key=lambda pair: (-pair[0], *sorted(pair[1:]))):
        if likeness and first in left and second in right:
            left.remove(first)
            right.remove(second)
            pairs.append((first, second))
    return pairs


def _left_over(rest: Iterable[str], written: dict[str, str], other: NormalName) -> tuple[list[str], list[str]]:
    """What of the ``rest`` of a name the ``other`` does not say in any way, and what it says within a longer word."""
    spoken = [word for word in rest if word not in other.aside and not is_acronym(word, other.told)]
    joined = [word for word in spoken if len(written[word]) >= 5 and written[word] in other.squeezed]
    return [word for word in spoken if word not in joined], joined


def _alone(
    left: list[str], right: list[str], place_words: frozenset[str], weigh: Callable[[str], float]
) -> list[float]:
    """What the words weigh that only one has: two places contradict each other, one beside none says little more."""
    if left and right:
        return [sum(map(weigh, rest)) for rest in (left, right)]
    return [sum(_PLACE_ALONE if word in place_words else weigh(word) for word in rest) for rest in (left, right)]


def _shortens(short: NormalName, name: NormalName) -> bool:
    """Whether one of at most two words is made of the other's initials."""
    if len(short.words) > 2 or len(name.told) <= 2:
        return False
    return any(is_acronym(word, name.told) for word in (*short.words, *short.aside))
