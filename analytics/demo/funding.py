"""The funding cases: applications of organisations and of cooperations. All programmes are invented."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from analytics.demo.frames import model_frame
from analytics.demo.organisations import Organisations
from analytics.demo.period import AS_OF, Day, draw_days, workday
from analytics.demo.streams import chance, draw_one, one_of

_CASES = 60
_YEARS = {2022: 0.06, 2023: 0.17, 2024: 0.29, 2025: 0.33, 2026: 0.15}
_FATES = {"approved": 0.56, "declined": 0.27, "withheld": 0.17}
_FOR_COOPERATIONS = ("Demo-Verbundforschung", "Demo-Förderlinie Grüne Produktion", "Demo-Transferbonus")
_FOR_COMPANIES = ("Demo-Innovationsgutschein", "Demo-Programm Energieeffizienz")
_FOR_STARTUPS = ("Demo-Innovationsgutschein", "Demo-Gründungsbonus")
_TYPICAL_EUR = {
    "Demo-Verbundforschung": 420_000,
    "Demo-Förderlinie Grüne Produktion": 260_000,
    "Demo-Transferbonus": 60_000,
    "Demo-Innovationsgutschein": 18_000,
    "Demo-Programm Energieeffizienz": 95_000,
    "Demo-Gründungsbonus": 40_000,
}


def funding_table(
    rng: Generator, organisations: Organisations, cooperations: pd.DataFrame, stages: pd.DataFrame
) -> pd.DataFrame:
    """Sixty cases in the order of their days, about half of them of cooperations that had agreed by then."""
    is_agreed = (stages["stage"] == "3").to_numpy()
    agreed = dict(zip(stages["cooperation_id"][is_agreed], stages["since"][is_agreed], strict=True))
    open_ones = set(cooperations["cooperation_id"][~cooperations["is_confidential"].to_numpy(dtype=bool)])
    agreed = {name: np.datetime64(since, "D") for name, since in agreed.items() if name in open_ones}
    rows: list[dict[str, Any]] = []
    for number, day in enumerate(draw_days(rng, _CASES, _YEARS), start=1):
        row: dict[str, Any] = {"funding_id": f"F{number:02}", "organisation_id": None, "cooperation_id": None}
        ready = [name for name, since in agreed.items() if since <= day]
        if ready and chance(rng, 0.5):
            row["cooperation_id"] = one_of(rng, ready)
            agreed.pop(row["cooperation_id"])
            programme = one_of(rng, _FOR_COOPERATIONS)
        else:
            applicant = _enterprise(rng, organisations, day)
            row["organisation_id"] = organisations.ids[applicant]
            is_startup = organisations.kind[applicant] == "startup"
            programme = one_of(rng, _FOR_STARTUPS if is_startup else _FOR_COMPANIES)
        rows.append(row | _case(rng, day, programme))
    return model_frame("funding", {name: [row[name] for row in rows] for name in rows[0]})


def _enterprise(rng: Generator, organisations: Organisations, day: Day) -> int:
    wanted = organisations.activity * organisations.is_enterprise * organisations.present(day)
    return int(rng.choice(len(wanted), p=wanted / wanted.sum()))


def _case(rng: Generator, day: Day, programme: str) -> dict[str, Any]:
    """Amounts, days and how it went; a decision that would come later is still awaited."""
    requested = round(_TYPICAL_EUR[programme] * rng.lognormal(0.0, 0.4), -2)
    decided = workday(day + np.timedelta64(int(rng.integers(60, 230)), "D"))
    fate = draw_one(rng, _FATES)
    is_idea = fate == "withheld"
    is_decided = not is_idea and decided <= AS_OF
    is_approved = is_decided and fate == "approved"
    return {
        "programme": programme,
        "status": "idea" if is_idea else fate if is_decided else "submitted",
        "requested_eur": requested,
        "approved_eur": round(requested * rng.uniform(0.7, 1.0), -2) if is_approved else None,
        "submitted_on": None if is_idea else day,
        "decided_on": decided if is_decided else None,
        "supported": chance(rng, 0.78),
    }
