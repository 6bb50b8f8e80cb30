"""20,000 names of organisations, compared: seconds, memory, and as a ratio to RapidFuzz's own comparison of pairs.

Run on demand: python -m pytest tests/benchmarks/bench_identity.py -s

The yardstick is 4 million token-set ratios on one core. Names are made of syllables, trades and legal forms, a tenth of
them institutes of universities; four of five have one of 600 places.
"""

import random
import resource
import time
from itertools import product

import pytest
from rapidfuzz import fuzz, process

from analytics.identity.candidates import candidates
from analytics.identity.records import Record

NAMES = 20_000
MOST_SECONDS = 60
MOST_BYTES = 1 << 30
MOST_OF_YARDSTICK = 30
MOST_GROWTH = 8

_SYLLABLES = ["".join(pair) for pair in product("bdklmnrstvw", "aeiou")] + ["schmi", "krau", "stein", "berg", "feld"]
_TRADES = (
    "Maschinenbau", "Metallbau", "Werkzeugbau", "Optik", "Elektrotechnik", "Software", "Logistik", "Beratung",
    "Kunststofftechnik", "Energie", "Umwelttechnik", "Automation", "Sensorik", "Systems", "Engineering",
)  # fmt: skip
_FORMS = ("GmbH", "GmbH & Co. KG", "AG", "e. V.", "UG (haftungsbeschränkt)", "KG", "", "SE", "Ltd")


def records(count):
    chance = random.Random(1)

    def word():
        return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()

    towns, brands = [word() for _ in range(600)], [word() for _ in range(count * 3 // 10)]
    made = []
    for number in range(count):
        name = f"{chance.choice(brands)} {chance.choice(_TRADES)} {chance.choice(_FORMS)}".strip()
        if chance.random() < 0.1:
            name = f"Institut für {chance.choice(_TRADES)} der Universität {chance.choice(towns)}"
        place = chance.choice(towns) if chance.random() < 0.8 else None
        made.append(Record(str(number), str(number), name, place))
    return made


def timed(task):
    """Seconds on the clock and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    task()
    return time.perf_counter() - wall, time.process_time() - cpu


@pytest.mark.filterwarnings("default")
def test_twenty_thousand_names():
    known = records(NAMES)
    sample = [record.name for record in known[:2000]]
    _, yardstick = timed(lambda: process.cdist(sample, sample, scorer=fuzz.token_set_ratio, workers=1))
    _, quarter = timed(lambda: candidates(records(NAMES // 4)))
    wall, cpu = timed(lambda: candidates(known))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(
        f"\n{NAMES} names: {wall:.1f} s, {cpu:.1f} s of the processor, {memory / (1 << 20):.0f} MiB; "
        f"{cpu / yardstick:.1f} times the yardstick of {yardstick:.1f} s; {cpu / quarter:.1f} times a quarter of them"
    )
    assert cpu < MOST_SECONDS
    assert memory < MOST_BYTES
    assert cpu < MOST_OF_YARDSTICK * yardstick
    assert cpu < MOST_GROWTH * quarter
