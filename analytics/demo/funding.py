"""The funding cases: applications of organisations and of cooperations. All programmes are invented."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from analytics.demo.frames import model_frame
from analytics.demo.organisations import Organisations
from analytics.demo.period import AS_OF, Day, draw_days, workday
from analytics.demo.streams import chance, draw_one

_CASES = 60
_YEARS = {2022: 0.06, 2023: 0.17, 2024: 0.29, 2025: 0.33, 2026: 0.15}
_FATES = {"approved": 0.56, "declined": 0.27, "withheld": 0.17}
_FOR_COOPERATIONS = ("Demo-Verbundforschung", "Demo-Förderlinie Grüne Produktion", "Demo-Transferbonus")
_FOR_ORGANISATIONS = ("Demo-Innovationsgutschein", "Demo-Programm Energieeffizienz", "Demo-Gründungsbonus")
_TYPICAL_EUR = {
    "Demo-Verbundforschung": 420_000,
    "Demo-Förderlinie Grüne Produktion": 260_000,
    "Demo-Transferbonus": 60_000,
    "Demo-Innovationsgutschein": 18_000,
    "Demo-Programm Energieeffizienz": 95_000,
    "Demo-Gründungsbonus": 40_000,
}
_COORDINATOR = 0


def funding_table(
    rng: Generator, organisations: Organisations, cooperations: pd.DataFrame, stages: pd.DataFrame
) -> pd.DataFrame:
    """Sixty cases in the order of their days, about half of them of cooperations that had agreed by then."""
    is_agreed = (stages["stage"] == "3").to_numpy()
    agreed = dict(zip(stages["cooperation_id"][is_agreed], stages["since"][is_agreed], strict=True))
    open_ones = set(cooperations["cooperation_id"][~cooperations["is_confidential"].to_numpy(dtype=bool)])
    agreed = {name: np.datetime64(since, "D") for name, since in agreed.items() if name in open_ones}
    rows = []
    for number, day in enumerate(draw_days(rng, _CASES, _YEARS), start=1):
        ready = [name for name, since in agreed.items() if since <= day]
        is_joint = bool(ready) and chance(rng, 0.5)
        applicant = {
            "organisation_id": None if is_joint else _enterprise(rng, organisations, day),
            "cooperation_id": str(rng.choice(ready)) if is_joint else None,
        }
        if is_joint:
            agreed.pop(str(applicant["cooperation_id"]))
        rows.append({"funding_id": f"F{number:02}", **applicant, **_case(rng, day, is_joint)})
    return model_frame("funding", {name: [row[name] for row in rows] for name in rows[0]})


def _enterprise(rng: Generator, organisations: Organisations, day: Day) -> str:
    wanted = organisations.activity * organisations.is_enterprise * organisations.present(day)
    return str(rng.choice(organisations.ids, p=wanted / wanted.sum()))


def _case(rng: Generator, day: Day, is_joint: bool) -> dict[str, Any]:
    """Programme, amounts, days and how it went; a decision that would come later is still awaited."""
    programmes = _FOR_COOPERATIONS if is_joint else _FOR_ORGANISATIONS
    programme = str(rng.choice(programmes))
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
