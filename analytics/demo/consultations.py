"""The consultations: whom the network has advised, on what, and what came of it."""

import numpy as np
import pandas as pd
from numpy.random import Generator

from analytics.demo.frames import model_frame
from analytics.demo.organisations import COORDINATOR, Organisations
from analytics.demo.period import draw_days
from analytics.demo.streams import draw, draw_one

_CONSULTATIONS = 350
_YEARS = {2022: 0.1, 2023: 0.18, 2024: 0.26, 2025: 0.31, 2026: 0.15}
_CLIENTS = {"company": 1.0, "startup": 1.1, "science": 0.12, "public": 0.1, "multiplier": 0.08, "unknown": 0.1}
_FOLLOW_UPS = {"technology": 0.42, "funding": 0.34, "matching": 0.24}
_OUTCOMES = {
    "initial": {"none": 0.72, "measure_planned": 0.23, "measure_implemented": 0.05},
    "technology": {"none": 0.3, "measure_planned": 0.42, "measure_implemented": 0.28},
    "funding": {"none": 0.38, "measure_planned": 0.4, "measure_implemented": 0.22},
    "matching": {"none": 0.45, "measure_planned": 0.38, "measure_implemented": 0.17},
}
_MOST_HOURS = {"initial": 2.5, "technology": 8.0, "funding": 6.0, "matching": 4.0}
_STRUCTURED = {"initial": 0.5, "technology": 0.85, "funding": 0.8, "matching": 0.65}


def consultations_table(rng: Generator, organisations: Organisations) -> pd.DataFrame:
    """Three hundred and fifty consultations; an organisation's first one is an initial one."""
    days = draw_days(rng, _CONSULTATIONS, _YEARS)
    demand = np.array([_CLIENTS[str(kind)] for kind in organisations.kind]) * organisations.activity**0.7
    demand[COORDINATOR] = 0.0
    clients: list[int] = []
    kinds: list[str] = []
    for day in days:
        wanted = demand * organisations.present(day)
        client = int(rng.choice(len(wanted), p=wanted / wanted.sum()))
        kinds.append(draw_one(rng, _FOLLOW_UPS) if client in clients else "initial")
        clients.append(client)
    return model_frame(
        "consultations",
        {
            "consultation_id": [f"B{number:03}" for number in range(1, _CONSULTATIONS + 1)],
            "organisation_id": organisations.ids[clients],
            "held_on": days,
            "kind": kinds,
            "hours": [_hours(rng, kind) for kind in kinds],
            "is_structured": rng.random(_CONSULTATIONS) < np.array([_STRUCTURED[kind] for kind in kinds]),
            "outcome": [str(draw(rng, _OUTCOMES[kind], 1)[0]) for kind in kinds],
        },
    )


def _hours(rng: Generator, kind: str) -> float:
    """Half an hour at least, in steps of half an hour."""
    return float(rng.integers(1, int(2 * _MOST_HOURS[kind]) + 1)) / 2
