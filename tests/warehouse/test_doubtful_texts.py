"""The quick look for addresses and names passes nothing that the thorough one would find, and spares it common texts."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.model.addresses import carries_address
from analytics.warehouse.doubtful_texts import is_no_usual_key, may_carry_address
from analytics.warehouse.person_keys import WORDS, looks_random
from tests.model.test_addresses import ADDRESSES

COMMON_TEXTS = """
participant
05.03.2026 18:00
2026-03-05T18:00:00
17.000
Grünes Wasserstofftreffen 2026
e1094
org-049123456789
20260305123456
16DKWN123
05911000
Gründer & Förderer – Abend 12345 (2026)
Empfang (Aula)
01067
""".strip().splitlines()

COMMON_KEYS = """
p12345
P-00017
gast17
Person_00231
4711
00017
pa3f9c2e17b04d5e6
9f86d081884c7d65
550e8400-e29b-41d4-a716-446655440000
""".strip().splitlines()

NAMES = ["ada", "ada17", "Zweifel", "zweifel-1950", "guest", "P-01711234567", "491711234567", "p\u212a1", "\u212a1"]

_SIGNS = list("+049-/. ().@_#:aZPü–０＠\t\n\x1c\u00a0\u00ad")
_WORDS = ["00", "49", "491", "0231", "17", "1234567", "12345678901", "２３１", "DE89370400440532013000", "Tel.", "fax:"]
_WORDS += [
    "mobil ",
    "ada",
    "org",
    "(at)",
    "[ ät ]",
    "(212)",
    "…",
    "（at）",
    "&#64;",
    "&plus;",
    "&#48;",
    "abcdef",
    "gast",
]
_PARTS = st.sampled_from(_SIGNS + _WORDS)
TEXTS = st.lists(st.lists(_PARTS, max_size=8).map("".join) | st.sampled_from(ADDRESSES), min_size=1, max_size=50)
KEYS = st.lists(
    st.from_regex(r"[A-Za-z]{0,3}[-_.:/#]?[0-9]{0,14}([-.][0-9a-f]{4,12}){0,2}|[0-9a-f]{1,20}", fullmatch=True)
    | st.tuples(st.sampled_from(sorted(WORDS)), st.integers(0, 10**13)).map(lambda parts: f"{parts[0]}{parts[1]}")
    | st.uuids().map(str)
    | st.lists(_PARTS, max_size=4).map("".join),
    min_size=1,
    max_size=50,
)


def doubted(texts, doubt):
    with duckdb.connect() as connection:
        rows = connection.execute(f"select text from unnest(?::varchar[]) as t(text) where {doubt('text')}", [texts])
        return {text for (text,) in rows.fetchall()}


@pytest.mark.parametrize("text", [*ADDRESSES, "ada（at）example.org", "ada＠example.org", "０２３１ １２３４５６７"])
def test_an_address_is_doubted_wherever_it_stands(text):
    for around in ("{}", "siehe {}, danke", "Grüße: {}", "_{}", "{}\n"):
        assert doubted([around.format(text)], may_carry_address)


@given(TEXTS)
def test_what_carries_an_address_is_doubted(texts):
    assert {text for text in texts if carries_address(text)} <= doubted(texts, may_carry_address)


@given(KEYS)
def test_a_key_that_is_not_doubted_is_random(keys):
    assert all(map(looks_random, set(keys) - doubted(keys, is_no_usual_key)))


def test_common_texts_and_keys_are_spared():
    assert doubted(COMMON_TEXTS, may_carry_address) == set()
    assert doubted(COMMON_KEYS, is_no_usual_key) == doubted(COMMON_KEYS, may_carry_address) == set()


def test_names_and_numbers_of_phones_are_doubted_as_keys():
    assert doubted(NAMES, is_no_usual_key) == set(NAMES)
