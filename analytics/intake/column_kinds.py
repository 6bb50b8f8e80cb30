"""What the cells of a column are, as far as they tell without a title."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal

from analytics.intake.headers import spelling
from analytics.intake.person_names import is_organisation_name
from analytics.model import ENUMERATIONS

CellKind = Literal["day", "postcode", "came", "kind", "organisation"]
_MOST = 0.6
"""A column is of a kind where at least this share of its cells is."""
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}.*|\d{4}-\d{2}-\d{2}.*|\d{1,2}/\d{1,2}/\d{2,4}.*")
_POSTCODE = re.compile(r"(D-?)?\d{5}")
_CAME = {
    *("ja", "nein", "j", "n", "x", "anwesend", "abwesend", "teilgenommen", "angemeldet", "abgesagt", "entschuldigt"),
    *("yes", "no", "y", "attended", "absent", "registered", "cancelled", "present"),
}


def kinds_of(values: Sequence[str]) -> list[CellKind]:
    """What the cells ``values`` are; several where that is open, none where they are of no kind, or there are none."""
    return [kind for kind, is_so in _IS_OF_KIND.items() if values and sum(map(is_so, values)) >= _MOST * len(values)]


def _is_kind(text: str) -> bool:
    return spelling(text) in _kind_words()


@cache
def _kind_words() -> frozenset[str]:
    kinds = ENUMERATIONS["organisation_kind"]
    labels = [kinds.label_of(token, language) for token in kinds.tokens for language in ("de", "en")]
    return frozenset(map(spelling, (*kinds.tokens, *labels)))


_IS_OF_KIND: Mapping[CellKind, Callable[[str], bool]] = {
    "day": lambda text: _DAY.fullmatch(text) is not None,
    "postcode": lambda text: _POSTCODE.fullmatch(text) is not None,
    "came": lambda text: spelling(text) in _CAME,
    "kind": _is_kind,
    "organisation": is_organisation_name,
}
