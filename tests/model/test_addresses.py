"""E-mail addresses and phone numbers in a text, and what looks like them and is none."""

import time

import pytest

from analytics.model.addresses import STRUCK, carries_address, without_addresses

ADDRESSES = """
ada.zweifel@example.org
Ada Zweifel <ada@example.org>
ada (at) example.org
ada [at] example [dot] org
ada @ example.org
mailto:ada@müller-bau.de
ada&#64;example.org
"ada z"@example.org
+49 231 1234567
+49 (0)231 123-4567
+49 (231) 1234567
+49-231-1234567
+492311234567
+49.231.1234567
0049 231 1234567
00492311234567
0231 1234567
0231/1234567
0231 / 12 34 567
0231-1234567
(0231) 1234567
(0231)1234567
0231 12 34 56-78
0231 – 123 45 67
0231\u00a01234567
0 231 1234567
030 1234567
030/123456
05231/123-0
0171 1234567
01711234567
02311234567
491711234567
+44 20 7946 0958
+1 (212) 555-0123
(212) 555-0123
+41 44 668 18 00
Tel. 123456
Tel.: 4711-23
Telefon 123456
Fon: 12345
tel:+492311234567
Rückruf unter 0231 1234567 bitte
Ada Zweifel/0231 1234567
0231 1234567 44137 Dortmund
""".strip().splitlines()

OTHERS = """
01IS19013A
org-017112345678
list-491711234567
03EI1234B
0324567A
FKZ 13FH123PX8
005-1805-0012
EFRE-0801234
01.02.2026
01.03.2026 - 31.12.2026
2026-01-02 18:00:00
0025-12-31
01/02/2026
08:00-09:30
05913
05913000
059130000000
05911 05913 05914
D-44137 Dortmund
01067 Dresden
101000000
999999999
DE123456789
DE89 3704 0044 0532 0130 00
1.234.567,89
+12.345.678
+51.513587
51.5135,7.4653
1234567890
0000123456
0012345678
0000-0002-1825-0097
978-3-16-148410-0
ISO 9001:2015
Industrie 4.0: 2025-2027
Mobil 2025-2030
Horizon 2020 (2014-2020)
Projekt 2024/2025/2026
Start@Up Bochum
Visual Search @ allegro.pl
Halle 01 - 04
Raum 0.123
a1b2c3d4-0231-4567-8901-123456789012
550e8400-e29b-41d4-a716-446655440000
V01/p7ca04f43afb
20260618123456
1718713200
Dr. Müller Maschinenbau
Telematik 4.0
""".strip().splitlines()


@pytest.mark.parametrize("text", ADDRESSES)
def test_what_reaches_a_person_is_found(text):
    assert carries_address(text)
    assert carries_address(f"siehe {text}, danke")
    assert not carries_address(without_addresses(text))
    assert STRUCK in without_addresses(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_and_signs_stay(text):
    assert without_addresses(text) == text


def test_the_words_around_an_address_stay():
    told = without_addresses("Gästeliste ada@example.org (Tel. 0231 1234567).xlsx")
    assert told == f"Gästeliste {STRUCK} ({STRUCK}).xlsx"


@pytest.mark.parametrize(
    "text", ["a" * 200_000 + "@", "0231 " + "1" * 200_000 + "a", "(0231" * 50_000, "a@" * 100_000, "Tel. 1 2 " * 20_000]
)
def test_a_long_text_is_read_in_bounded_time(text):
    started = time.process_time()
    carries_address(text)
    assert time.process_time() - started < 20
