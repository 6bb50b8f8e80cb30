"""What one address may send, and tokens that only this server makes."""

from analytics.store import Store
from pages.hall.rate_limit import RateLimit, is_token, token_for


def test_a_burst_and_then_one_at_a_time():
    now = [0.0]
    flood = RateLimit(burst=3, seconds=10, clock=lambda: now[0])
    assert [flood.lets("hall") for _ in range(4)] == [True, True, True, False]
    assert flood.lets("elsewhere")
    now[0] = 9.9
    assert not flood.lets("hall")
    now[0] = 20.0
    assert [flood.lets("hall") for _ in range(3)] == [True, True, False]
    now[0] = 10_000.0
    assert [flood.lets("hall") for _ in range(4)] == [True, True, True, False]


def test_addresses_do_not_pile_up():
    flood = RateLimit(burst=1, seconds=10, most=5, clock=lambda: 0.0)
    assert all(flood.lets(f"address {number}") for number in range(100))
    assert len(flood._buckets) == 5


def test_a_token_is_its_maker_s_for_its_subject_and_not_too_young(tmp_path):
    store, other = Store(tmp_path / "one"), Store(tmp_path / "other")
    token = token_for(store, "V68", 1000.0)
    assert is_token(store, "V68", token, 1002.0, least_age=2)
    assert not is_token(store, "V68", token, 1001.0, least_age=2)
    assert not is_token(store, "V69", token, 1002.0, least_age=2)
    assert not is_token(other, "V68", token, 1002.0, least_age=2)
    for forged in ("", "a.b.c", token[:-1], token.replace(".", ".0", 1), "x" * 500, "a.²." + token[-32:]):
        assert not is_token(store, "V68", forged, 1002.0, least_age=2)
    assert token_for(store, "V68", 1000.0) != token
