"""Random numbers: every subject draws from its own stream, so a change in one leaves the others as they were."""

from collections.abc import Mapping, Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Item = TypeVar("Item")


def stream(seed: int, subject: str) -> Generator:
    """The random numbers of one subject, the same for the same seed."""
    return np.random.default_rng([seed, crc32(subject.encode())])


def one_of(rng: Generator, items: Sequence[Item]) -> Item:
    """One item, each equally likely."""
    return items[int(rng.integers(len(items)))]


def draw(rng: Generator, chances: Mapping[str, float], count: int) -> NDArray[np.str_]:
    """``count`` tokens, drawn with the given chances (which need not sum to one)."""
    weights = np.array(list(chances.values()), dtype=float)
    return np.array(list(chances))[rng.choice(len(weights), size=count, p=weights / weights.sum())]


def draw_one(rng: Generator, chances: Mapping[str, float]) -> str:
    """One token, drawn with the given chances."""
    return str(draw(rng, chances, 1)[0])


def chance(rng: Generator, probability: float) -> bool:
    """True with the given probability."""
    return bool(rng.random() < probability)
