"""The key of a door opens one evening's, for a while, until it is renewed.

events:
event_id | title   | starts_on  | format    | status
evening  | Empfang | 2025-06-01 | reception | planned
other    | Anderer | 2025-06-01 | reception | planned
"""

from datetime import date

import pytest

from analytics.reception.door_key import is_key, key_of, renew
from tests.reception.conftest import DAY, door_of


def test_it_opens_its_own_evening_s_door_and_no_other(store):
    evening, other = door_of(store).evening, door_of(store, "other").evening
    key = key_of(store, evening)
    assert is_key(store, evening, key, DAY)
    assert not is_key(store, other, key, DAY)
    assert not any(is_key(store, evening, wrong, DAY) for wrong in ("", key[:-1], key.upper(), "ä" * 32))


@pytest.mark.parametrize(
    ("day", "opens"),
    [(date(2025, 5, 17), False), (date(2025, 5, 18), True), (date(2025, 6, 3), True), (date(2025, 6, 4), False)],
)
def test_it_opens_around_the_evening_only(store, day, opens):
    evening = door_of(store).evening
    assert is_key(store, evening, key_of(store, evening), day) is opens


def test_it_stays_until_it_is_renewed_and_nobody_else_can_read_its_secret(store):
    evening = door_of(store).evening
    key = key_of(store, evening)
    assert key_of(store, evening) == key
    renew(store)
    assert not is_key(store, evening, key, DAY)
    assert (store.folder / "door.secret").stat().st_mode & 0o077 == 0
