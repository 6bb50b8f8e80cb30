"""Finding organisations by what somebody types: letters and digits count, upper or lower case and accents do not."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_UMLAUTS = re.compile("(?<=[aou])e")
_WORD = re.compile(r"[^\W_]+")
_FAIR = 0.6
"""From this likeness on a text is worth being offered."""
_PER_ERROR = 0.12


def matching(texts: Iterable[str], typed: str) -> list[bool]:
    """Which of ``texts`` hold every word of ``typed`` somewhere: "muel gmb" finds "Müller GmbH".

    "Müller", "Mueller" and "Muller" all find one another. Nothing typed is held by every text.
    """
    words = [word for word in map(_folded, typed.split()) if word]
    return [_holds(_folded(text), words) for text in texts]


def closest(texts: Sequence[str], typed: str, most: int) -> list[int]:
    """The places of the ``most`` texts that are likest to ``typed``, the likest first; typing errors are forgiven.

    Every typed word is compared with the beginnings of a text's words: up to three letters must be right, up to six
    may hold one error (a letter wrong, missing, too many, or two swapped), longer ones two. A text whose words match by
    less than six tenths on average is none. Nothing typed finds nothing.
    """
    asked = words_of(typed)
    if not asked:
        return []
    likeness = [_likeness(asked, words_of(text)) for text in texts]
    order = sorted(range(len(texts)), key=lambda place: (-likeness[place], len(texts[place]), texts[place]))
    return [place for place in order[:most] if likeness[place] >= _FAIR]


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in their loosest form: small letters and digits, umlauts as plain vowels."""
    parts = _WORD.findall(unicodedata.normalize("NFC", text))
    return tuple(loose for part in parts if (loose := _UMLAUTS.sub("", _folded(part))))


def _likeness(asked: Sequence[str], words: Sequence[str]) -> float:
    """0 to 1: how well each word asked for is found among ``words``, on average; its first word counts twice."""
    if not words:
        return 0.0
    together = "".join(words)
    found = [max(*(_word_likeness(one, word) for word in words), 0.85 if one in together else 0.0) for one in asked]
    return (found[0] + sum(found)) / (len(found) + 1)


@lru_cache(maxsize=100_000)
def _word_likeness(asked: str, word: str) -> float:
    if word == asked:
        return 1.0
    if word.startswith(asked):
        return 0.95
    allowed = 0 if len(asked) < 4 else 1 if len(asked) < 7 else 2
    if not allowed or len(set(asked) - set(word)) > allowed:
        return 0.0
    errors = min(_errors(asked, word[:length]) for length in range(len(asked) - allowed, len(asked) + allowed + 1))
    return 0.9 - _PER_ERROR * errors if errors <= allowed else 0.0


def _errors(one: str, other: str) -> int:
    """Letters wrong, missing, too many, or swapped with their neighbours (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, opposite in enumerate(other, 1):
            best = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != opposite))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                best = min(best, before[column - 2] + 1)
            line.append(best)
        before, last = last, line
    return last[-1]


def _holds(text: str, words: list[str]) -> bool:
    loose = _UMLAUTS.sub("", text)
    return all(word in text or _UMLAUTS.sub("", word) in loose for word in words)


def _folded(text: str) -> str:
    """Lower-case letters and digits without accents, umlauts as two letters."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    parted = unicodedata.normalize("NFKD", lowered)
    return "".join(sign for sign in parted if sign.isalnum())
