"""How likely two records are one organisation: points for and against by rules, and what forbids to be sure."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import yaml

from analytics.identity.comparison import Comparison, compare
from analytics.identity.records import Known, Record, Where, where
from analytics.identity.words import words
from analytics.language import Language

SURE_FROM = 5
"""The least points of a pair that is joined without asking, without those that depend on who else is known."""
_ENOUGH = 1.3
_ONE_TELLING, _AND_MORE = 0.7, 1.6
_PLACE_MORE = 0.25
_ENOUGH_COMMON = 1.4
_ENOUGH_WITHOUT_PLACE = 0.7
_NAMES_A_WHOLE = 0.8
"""What two names must share for one of them to be the other's with a part more."""
_MOST_SHARED, _MOST_RARE, _MOST_ALONE = 3.0, 2.0, 2.0


Parent = Literal["one", "other"]


@dataclass(frozen=True)
class Reason:
    """One rule that spoke: its name, its points, the words that it speaks of, and a share where it measures one."""

    rule: str
    points: int = 0
    said: str = ""
    share: float | None = None

    def sentence(self, language: Language) -> str:
        """The reason in words."""
        return language.text(f"identity.{self.rule}", said=self.said, share=language.percent(self.share, 0))


@dataclass(frozen=True)
class Score:
    """What speaks for two records being the same; where that is enough to be sure, what forbids it, if anything.

    ``parent`` says which of them may rather be the parent of the other.
    """

    reasons: tuple[Reason, ...]
    doubts: tuple[Reason, ...] = ()
    parent: Parent | None = None

    @property
    def likelihood(self) -> float:
        """How likely (0 to 1) they are the same."""
        return 1 / (1 + math.exp(-(points()["begin"] + sum(reason.points for reason in self.reasons)) / 10))

    @property
    def is_sure(self) -> bool:
        """Whether the two may be joined without asking."""
        return not self.doubts and _is_enough(self.reasons)


@cache
def points() -> dict[str, float]:
    """The points of each rule."""
    raw = yaml.safe_load(files("analytics.identity").joinpath("rules.yaml").read_text("utf-8"))
    return {str(rule): float(value) for rule, value in raw.items()}


def score(one: Record, other: Record, known: Known) -> Score:
    """Score two records among all that are ``known``."""
    found = compare(one.normal, other.normal, one.place_words | other.place_words, known.common_words)
    place = where(one, other)
    reasons = [*_of_names(found), *_of_forms(one, other), *_of_domains(one, other)]
    if place == "same":
        reasons += _of_place(one, other, known.by_town)
    if place == "other":
        reasons.append(_reason("elsewhere", said=_two_places(one, other)))
    told = tuple(reason for reason in reasons if reason.points)
    return Score(told, tuple(_doubts(found, one, other, place)) if _is_enough(told) else (), _parent(found))


def _is_enough(reasons: Sequence[Reason]) -> bool:
    own = sum(reason.points for reason in reasons if reason.rule != "small_place")
    return points()["begin"] + own >= SURE_FROM


def _reason(rule: str, times: float = 1.0, said: str = "", share: float | None = None) -> Reason:
    return Reason(rule, round(points()[rule] * times), said, share)


def _of_names(found: Comparison) -> list[Reason]:
    shared = ", ".join(mine if mine == theirs else f"{mine} = {theirs}" for mine, theirs in found.shared)
    reasons = [
        _reason("overlap", found.overlap, share=found.overlap),
        _reason("likeness", found.likeness, share=found.likeness),
        _reason("shared", min(_MOST_SHARED, found.weight), shared),
        _reason("rare", min(_MOST_RARE, found.rare_weight), ", ".join(found.rare)),
        _reason("conflict", min(_MOST_ALONE, found.conflict), _apart(found)),
        _reason("addition", min(_MOST_ALONE, found.addition), _apart(found)),
    ]
    if found.shortened:
        reasons.append(_reason("shortened"))
    if found.weight >= _NAMES_A_WHOLE and _parent(found) and (parts := _parts(found)):
        reasons.append(_reason("part_of", said=", ".join(parts)))
    return reasons


def _of_forms(one: Record, other: Record) -> list[Reason]:
    same = set(one.normal.legal_forms) & set(other.normal.legal_forms)
    return [_reason("same_form", said=", ".join(sorted(same)))] if same else []


def _of_place(one: Record, other: Record, organisations_in: Mapping[str, int]) -> list[Reason]:
    known = max(2, min(organisations_in.get(record.town, 2) for record in (one, other)))
    reasons = [_reason("same_place", said=one.place or one.postcode or "")]
    if one.town and other.town:
        reasons.append(_reason("small_place", 1 / math.log2(known), str(known)))
    if one.postcode and one.postcode == other.postcode:
        reasons.append(_reason("same_postcode", said=one.postcode))
    return reasons


def _of_domains(one: Record, other: Record) -> list[Reason]:
    if one.domains & other.domains:
        return [_reason("same_domain")]
    says = any(
        domain.partition(".")[0].replace("-", "") == name.normal.squeezed
        for name, domains in ((one, other.domains), (other, one.domains))
        for domain in domains
    )
    return [_reason("domain_says")] if says else []


def _two_places(one: Record, other: Record) -> str:
    return " ≠ ".join(record.place or record.postcode or record.district or "" for record in (one, other))


def _parent(found: Comparison) -> Parent | None:
    """Which one may be the other's parent: the one without a word for a part, or the one that calls itself a group."""
    if bool(found.left) == bool(found.right):
        return None
    more: Parent = "one" if found.left else "other"
    if any(word in words().groups for word in found.alone):
        return more
    if _parts(found):
        return "other" if more == "one" else "one"
    return None


def _parts(found: Comparison) -> list[str]:
    """The words for a part of an organisation that only one of two names has."""
    return [word for word in found.alone if is_part(word)]


def _apart(found: Comparison) -> str:
    return " ≠ ".join(", ".join(rest) for rest in (found.left_written, found.right_written) if rest)


def _doubts(found: Comparison, one: Record, other: Record, place: Where) -> Iterable[Reason]:
    """What forbids to join two records without asking, however alike they are."""
    if place == "other":
        yield Reason("other_place", said=_two_places(one, other))
    if place == "unknown" and not one.domains & other.domains and not _does_without_place(found, one, other):
        yield Reason("no_place")
    if found.conflict > 0 and not _is_slip(found, one, other):
        yield Reason("own_words", said=_apart(found))
    if not found.rare_weight and found.likeness < 0.9 and (found.alone or found.weight < _ENOUGH_COMMON):
        yield Reason("common_words")
    if parts := _parts(found):
        yield Reason("part", said=", ".join(parts))
    if kinds := [word for word in found.alone if word in words().kinds]:
        yield Reason("kind", said=", ".join(kinds))
    if not _says_enough(found) and found.addition > _PLACE_MORE:
        yield Reason("more_words", said=_apart(found))
    if one.source is not None and one.source == other.source:
        yield Reason("same_source")


def _says_enough(found: Comparison) -> bool:
    """Whether names share so much that a word more makes no other organisation of one of them.

    That is two rare words, the place's name apart, or one beside several that many have.
    """
    one_and_more = found.telling_weight >= _ONE_TELLING and found.weight >= _AND_MORE
    return found.telling_weight >= _ENOUGH or one_and_more


def _does_without_place(found: Comparison, one: Record, other: Record) -> bool:
    """Whether names say enough without a place: the same words, one of them rare, and two of them or the legal form."""
    forms = one.normal.legal_forms == other.normal.legal_forms != ()
    enough = found.rare_weight >= _ENOUGH_WITHOUT_PLACE and (len(found.shared) >= 2 or forms)
    return found.is_exact and not found.alone and enough


def _is_slip(found: Comparison, one: Record, other: Record) -> bool:
    """Whether names with words of their own differ by slips of the pen only: long ones, nearly letter by letter."""
    numbers = [{word for word in record.normal.words if word.isdigit()} for record in (one, other)]
    return found.likeness >= 0.95 and len(one.normal.squeezed) >= 16 and numbers[0] == numbers[1]


@lru_cache(maxsize=100_000)
def is_part(word: str) -> bool:
    """Whether a word speaks of a part of an organisation, by itself or at the end of a longer one (Bildungszentrum)."""
    return word in words().parts or any(word.endswith(part) for part in words().parts if len(part) >= 6)
