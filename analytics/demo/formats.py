"""What a reception, a workshop or a webinar is like: how many come, who comes, who stays away."""

from collections.abc import Mapping
from typing import NamedTuple


class Format(NamedTuple):
    """The habits of an event format.

    ``mix`` is the composition of the guests by kind of organisation ("none" is a guest of no known one);
    ``topic_pull`` and ``nearby_pull`` say how much more often those come whom the topic or the district concerns.
    """

    guests: int
    mix: Mapping[str, float]
    no_shows: float
    walk_ins: float
    topic_pull: float
    nearby_pull: float
    speakers: int
    cost_per_place: float


_BROAD = {"company": 42, "startup": 17, "science": 17, "public": 9, "multiplier": 9, "unknown": 1, "none": 5}
_WORKING = {"company": 64, "startup": 13, "science": 11, "public": 4, "multiplier": 4, "unknown": 1, "none": 3}
_TOURING = {"company": 79, "startup": 7, "science": 6, "public": 3, "multiplier": 2, "unknown": 0, "none": 3}
_MATCHING = {"company": 45, "startup": 28, "science": 17, "public": 3, "multiplier": 4, "unknown": 1, "none": 2}
_STEERING = {"company": 5, "startup": 0, "science": 8, "public": 83, "multiplier": 4, "unknown": 0, "none": 0}
_LISTENING = {"company": 58, "startup": 14, "science": 9, "public": 7, "multiplier": 6, "unknown": 1, "none": 5}

FORMATS = {
    "reception": Format(82, _BROAD, 0.12, 0.06, 0.0, 0.3, 3, 62.0),
    "forum": Format(68, _BROAD, 0.14, 0.05, 0.3, 0.3, 6, 55.0),
    "workshop": Format(25, _WORKING, 0.12, 0.02, 1.0, 0.6, 2, 48.0),
    "company_visit": Format(20, _TOURING, 0.11, 0.01, 0.8, 0.8, 1, 22.0),
    "matchmaking": Format(38, _MATCHING, 0.12, 0.03, 0.6, 0.4, 2, 58.0),
    "webinar": Format(42, _LISTENING, 0.25, 0.0, 0.8, 0.0, 2, 9.0),
    "board": Format(15, _STEERING, 0.08, 0.0, 0.0, 0.0, 1, 18.0),
}

GROWTH = {2022: 0.68, 2023: 0.82, 2024: 0.96, 2025: 1.12, 2026: 1.18}
"""How full the events of a year are, the year 2024 being about 1."""
