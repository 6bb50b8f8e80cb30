"""A region of any size for the benchmarks: not plausible, only large."""

from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

KINDS = ("company", "startup", "science", "public", "multiplier")


def write_region(folder: Path, participations: int, guests: Literal["some", "often", "once"] = "some") -> Path:
    """Organisations, events and participations as CSV in ``folder``; sizes grow with the root of the rows.

    Every guest comes three times on average, or ``often``: a few hundred times, or only ``once``: then each is of an
    organisation of its own, too.
    """
    random = np.random.default_rng(1)
    organisations = participations if guests == "once" else max(450, int(20 * participations**0.5))
    events = max(70, int(2 * participations**0.5))
    _organisations(random, organisations).to_csv(folder / "organisations.csv", index=False)
    starts_on = pd.Timestamp("2022-01-01") + pd.to_timedelta(random.integers(0, 1600, events), "D")
    pd.DataFrame(
        {
            "event_id": [f"e{number}" for number in range(events)],
            "title": [f"Event {number}" for number in range(events)],
            "starts_on": starts_on.strftime("%Y-%m-%d"),
            "format": random.choice(["reception", "workshop", "board"], events),
            "status": "held",
            "topics": random.choice(["Wasserstoff", "Robotik"], events),
        }
    ).to_csv(folder / "events.csv", index=False)
    event = random.integers(0, events, participations)
    if guests == "once":
        hosts, people = random.permutation(participations), random.permutation(participations)
    else:
        count = max(200, participations // 200) if guests == "often" else participations // 3
        hosts = random.integers(0, organisations, participations)
        people = random.integers(0, count, participations)
    registered = starts_on[event] - pd.to_timedelta(random.integers(1, 40, participations), "D")
    frame = pd.DataFrame(
        {
            "event_id": np.char.add("e", event.astype(str)),
            "organisation_id": np.char.add("o", hosts.astype(str)),
            "person_id": np.char.add("p", people.astype(str)),
            "persons": 1,
            "status": random.choice(["attended", "attended", "attended", "no_show", "cancelled"], participations),
            "role": random.choice(["guest", "speaker"], participations, p=[0.95, 0.05]),
            "registered_on": registered.strftime("%Y-%m-%d"),
        }
    )
    frame.drop_duplicates(["event_id", "person_id"]).to_csv(folder / "participations.csv", index=False)
    return folder


def _organisations(random: np.random.Generator, count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "organisation_id": [f"o{number}" for number in range(count)],
            "name": [f"Organisation {number}" for number in range(count)],
            "kind": random.choice(KINDS, count),
            "size": random.choice(["micro", "small", "medium", "large", "unknown"], count),
            "nace_code": random.choice(["28.1", "62.0", "25.5"], count),
            "district": random.choice(["05911", "05913", "05914", "05915", "05978"], count),
        }
    )
