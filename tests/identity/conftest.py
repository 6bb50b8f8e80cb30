"""Records written as a name and where it is."""

import itertools

import pytest

from analytics.identity.records import Known, Record
from analytics.identity.score import score

_NUMBERS = itertools.count(1)


def record(name, place=None, **said):
    """A record of an organisation of its own."""
    number = str(next(_NUMBERS))
    return Record(said.pop("record_id", number), said.pop("organisation", number), name, place, **said)


@pytest.fixture
def scored():
    """The score of two names at a place, among no others."""

    def put(one, other, place="Hagen", other_place=None, **said):
        pair = (
            record(one, place, **said),
            record(other, place if other_place is None else other_place or None, **said),
        )
        return score(*pair, Known.of(pair))

    return put


def rules(reasons):
    return {reason.rule for reason in reasons}
