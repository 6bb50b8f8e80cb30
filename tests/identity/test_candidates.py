"""Which pairs are found among many, however they stand."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as some

from analytics.identity.candidates import candidates
from tests.identity.conftest import record

_WORDS = some.sampled_from(["Kessel", "Bolzen", "Alme", "Optik", "Akustik", "Institut", "GmbH", "AG", "Hagen", "Labor"])
_NAMES = some.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_RECORDS = some.lists(
    some.tuples(_NAMES, some.sampled_from(["Hagen", "Hamm", None]), some.sampled_from(["DE", "AT", None])), max_size=14
)


def _as_records(rows):
    return [
        record(name, place, country=country, record_id=f"{number:02}", organisation=f"{number:02}")
        for number, (name, place, country) in enumerate(rows)
    ]


def _as_pairs(found):
    return {
        (frozenset((pair.one.record_id, pair.other.record_id)), pair.verdict, round(pair.score.likelihood, 9))
        for pair in found
    }


@settings(max_examples=60, deadline=None)
@given(_RECORDS)
def test_a_record_stands_in_three_pairs_at_most_and_in_none_with_another_country(rows):
    found = candidates(_as_records(rows))
    used = Counter(one for pair in found for one in (pair.one.record_id, pair.other.record_id))
    assert max(used.values(), default=0) <= 3
    for pair in found:
        assert pair.one.country is None or pair.other.country is None or pair.one.country == pair.other.country


@settings(max_examples=60, deadline=None)
@given(_RECORDS, some.randoms())
def test_their_order_makes_no_difference(rows, chance):
    records = _as_records(rows)
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert _as_pairs(candidates(records)) == _as_pairs(candidates(shuffled))


def test_records_of_one_organisation_are_not_compared():
    same = [record("Kessel Optik GmbH", "Hagen", organisation="O1"), record("Kessel Optik", "Hagen", organisation="O1")]
    assert candidates(same) == []


def test_initials_are_found():
    pair = [record("NIAB", "Cambridge"), record("National Institute of Agricultural Botany", "Cambridge")]
    assert [found.verdict for found in candidates(pair)] == ["review"]


def test_none_among_none():
    assert candidates([]) == []
    assert candidates([record("Kessel")]) == []
