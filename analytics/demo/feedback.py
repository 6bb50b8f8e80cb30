"""The feedback: what some of those who came thought of an event. It names nobody."""

import numpy as np
import pandas as pd
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo.events import Events
from analytics.demo.frames import model_frame

_ASKED = 0.88
_SILENT = 0.06
_NEW_CONTACTS = {
    "reception": 3.4,
    "forum": 2.6,
    "workshop": 1.8,
    "company_visit": 1.9,
    "matchmaking": 4.2,
    "webinar": 0.3,
}


def feedback_table(rng: Generator, events: Events, came: dict[int, int]) -> pd.DataFrame:
    """Answers from 15 to 35 % of those who came to most events; boards are not asked. ``came`` counts by event."""
    event_ids: list[str] = []
    satisfaction, recommend, contacts = [], [], []
    for event, kind in enumerate(events.format):
        if events.status[event] != "held" or kind == "board" or rng.random() > _ASKED:
            continue
        answers = max(2, round(came[event] * rng.uniform(0.16, 0.34)))
        liking = rng.normal(0.0, 0.2) + rng.normal(4.28, 0.8, size=answers)
        event_ids += [str(events.ids[event])] * answers
        satisfaction.append(np.clip(np.rint(liking), 1, 5).astype(int))
        recommend.append(np.clip(np.rint(2.05 * liking - 0.5 + rng.normal(0.0, 0.8, size=answers)), 0, 10).astype(int))
        contacts.append(rng.poisson(_NEW_CONTACTS[str(kind)] * rng.gamma(3.0, 1 / 3, size=answers)))
    count = len(event_ids)
    return model_frame(
        "feedback",
        {
            "feedback_id": [f"R{number:03}" for number in range(1, count + 1)],
            "event_id": event_ids,
            "satisfaction": np.concatenate(satisfaction),
            "would_recommend": _with_gaps(rng, np.concatenate(recommend)),
            "new_contacts": _with_gaps(rng, np.concatenate(contacts)),
        },
    )


def _with_gaps(rng: Generator, answers: NDArray[np.int64]) -> list[int | None]:
    """The answers to a question that a few left out."""
    return [
        None if is_silent else int(answer)
        for answer, is_silent in zip(answers, rng.random(len(answers)) < _SILENT, strict=True)
    ]
