"""Finding organisations by what somebody types: letters and digits count, upper or lower case and accents do not."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_UMLAUTS = re.compile("(?<=[aou])e")


def matching(texts: Iterable[str], typed: str) -> list[bool]:
    """Which of ``texts`` hold every word of ``typed`` somewhere: "muel gmb" finds "Müller GmbH".

    "Müller", "Mueller" and "Muller" all find one another. Nothing typed is held by every text.
    """
    words = [word for word in map(_folded, typed.split()) if word]
    return [_holds(_folded(text), words) for text in texts]


def _holds(text: str, words: list[str]) -> bool:
    loose = _UMLAUTS.sub("", text)
    return all(word in text or _UMLAUTS.sub("", word) in loose for word in words)


def _folded(text: str) -> str:
    """Lower-case letters and digits without accents, umlauts as two letters."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    parted = unicodedata.normalize("NFKD", lowered)
    return "".join(sign for sign in parted if sign.isalnum())
