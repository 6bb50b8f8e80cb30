"""The normal form of a name: what is left of it when spelling, legal form and language are taken away."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import ftfy

from analytics.identity.words import folded, words

_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_FORM = 6
_LONGEST_PHRASE = 3


@dataclass(frozen=True)
class NormalName:
    """A name taken apart.

    ``words`` say something and stand in their order, in the form that stands for them and their translations;
    ``written`` are the same as the name has them. ``legal_forms`` are left out of them, and so is ``aside``: words that
    stood in brackets or shorten the others. ``told`` is every word of the name, ``squeezed`` those of ``written`` in
    one, ``initials`` the first letters of all but the legal forms.
    """

    words: tuple[str, ...]
    written: tuple[str, ...]
    legal_forms: tuple[str, ...]
    aside: tuple[str, ...]
    told: tuple[str, ...]
    squeezed: str
    initials: str

    @cached_property
    def as_written(self) -> dict[str, str]:
        """The words in their order, each with how the name writes it."""
        return dict(zip(self.words, self.written, strict=True))


@lru_cache(maxsize=100_000)
def normal_name(name: str) -> NormalName:
    """The normal form of ``name``; of a name that is nothing but a legal form, the form is the name.

    >>> normal_name("Institut für Angewandte Informatik (InfAI) e. V.").words
    ('institut', 'angewandte', 'information')
    """
    mended = ftfy.fix_encoding(name)
    bracketed = " ".join(_BRACKETS.findall(mended))
    told = folded(_BRACKETS.sub(" ", mended)).split()
    if not told:
        told, bracketed = folded(mended).split(), ""
    rest, legal_forms = _without_legal_forms(told)
    spoken = [word for word in _in_full(rest) if word not in words().little] or rest
    short = [
        word for word in spoken if len(spoken) > 2 and is_acronym(word, [other for other in rest if other != word])
    ]
    meant = _meant([word for word in spoken if word not in short])
    beside, _ = _without_legal_forms(folded(bracketed).split())
    return NormalName(
        words=tuple(meant),
        written=tuple(meant.values()),
        legal_forms=legal_forms,
        aside=(*short, *_meant([word for word in beside if word not in words().little])),
        told=tuple(told),
        squeezed="".join(word for word in spoken if word not in short),
        initials="".join(word[0] for word in rest),
    )


def is_acronym(short: str, of: Sequence[str]) -> bool:
    """Whether ``short`` (3 to 8 letters) is made of the beginnings of some of the words, in their order.

    >>> is_acronym("infai", ["institut", "fur", "angewandte", "informatik"])
    True
    """
    if not 3 <= len(short) <= 8 or len(of) < 2 or all(word[0] != short[0] or word == short for word in of):
        return False
    return _begins(short, tuple(word for word in of if word != short), 0)


@lru_cache(maxsize=200_000)
def _begins(short: str, of: tuple[str, ...], used: int) -> bool:
    """Whether up to three letters each of the words give ``short``, of two words at least with the ``used`` ones."""
    if not short:
        return used >= 2
    if not of:
        return False
    most = next((at for at in range(3) if short[at : at + 1] != of[0][at : at + 1]), 3)
    return any(_begins(short[taken:], of[1:], used + (taken > 0)) for taken in range(min(most, len(short)), -1, -1))


def _in_full(told: Sequence[str]) -> list[str]:
    """The words, short forms written out."""
    return [word for short in told for word in words().short.get(short, (short,))]


def _without_legal_forms(told: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words before the legal forms at the end, without those that are legal forms wherever they stand."""
    rest, found = list(told), []
    while form := _last_form(rest):
        found.append(" ".join(form))
        del rest[-len(form) :]
    within = [word for word in rest[1:] if word in words().legal_anywhere]
    rest = rest[:1] + [word for word in rest[1:] if word not in words().legal_anywhere]
    return rest, tuple(sorted({*found, *within}))


def _last_form(rest: Sequence[str]) -> tuple[str, ...] | None:
    """The longest legal form at the end, where something stands before it."""
    for length in range(min(_LONGEST_FORM, len(rest) - 1), 0, -1):
        if (form := tuple(rest[-length:])) in words().legal_forms:
            return form
    return None


def _meant(spoken: Sequence[str]) -> dict[str, str]:
    """The words, each in the form that stands for it and its translations, and as written; phrases first."""
    found: dict[str, str] = {}
    at = 0
    while at < len(spoken):
        length = next(
            (size for size in range(_LONGEST_PHRASE, 0, -1) if tuple(spoken[at : at + size]) in words().same), 1
        )
        phrase = tuple(spoken[at : at + length])
        found.setdefault(words().same.get(phrase, phrase[0]), " ".join(phrase))
        at += length
    return found
