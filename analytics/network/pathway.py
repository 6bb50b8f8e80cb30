"""The way that organisations take: reached, came again, advised, in contact, agreed, joint project, lasting.

One rule for all: a step counts for an organisation from the first day on which it took it, and its *furthest* step is
the last of :data:`STEPS` that it took. The steps are not nested, an organisation can agree without ever having been
advised; so who *moved on* from a step is who took it and any later one of :data:`STEPS`, in whatever order in time.
What was agreed before an organisation was first reached is no step of its way (see the question "pathway").
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network.survival import waiting

STEPS = ("reached", "again", "advised", "contact", "agreed", "joint", "lasting")
"""The steps in their order."""

PACED = ("again", "advised", "agreed", "joint")
"""The steps whose course :func:`pace` tells."""

YEAR = 365
_MONTHS = 36

By = Literal["kind", "cohort"]
Days = NDArray[np.int64]


def ways(rows: pd.DataFrame, day: date) -> pd.DataFrame:
    """The ways of the organisations reached by ``day``, as they stood on it.

    ``rows`` are those of the question "pathway"; later days are blanked. Added are furthest (a step) and cohort (the
    year of the first contact, as text).
    """
    known = _known(rows, day)
    reached = known[known["reached_on"].notna()].reset_index(drop=True)
    taken = reached[[f"{step}_on" for step in STEPS]].notna().to_numpy()
    last = len(STEPS) - 1 - taken[:, ::-1].argmax(axis=1)
    return reached.assign(
        furthest=np.array(STEPS, dtype=object)[last], cohort=reached["reached_on"].dt.strftime("%Y").astype(object)
    )


def beside(rows: pd.DataFrame, day: date) -> tuple[int, int]:
    """What the way leaves out, in organisations.

    Those that agreed a cooperation by ``day`` without having been reached by then, and reached ones that had agreed one
    before.
    """
    known = _known(rows, day)
    had, reached = known["earlier_on"].notna(), known["reached_on"].notna()
    return int((had & ~reached).sum()), int((had & reached).sum())


def steps(taken: pd.DataFrame, day: date) -> pd.DataFrame:
    """One row per step, of the :func:`ways` that stood on ``day``.

    organisations took the step, share is their part of all reached (0 to 1); moved_on of them took a later step, too,
    moved_on_share is their part (undefined after nobody, and after the last step); stopped are those whose furthest
    step it is, which sum to all reached. within_year is the share (0 to 1) expected to take the step within 365 days
    of being reached and half_after the days after which half of all have, both after Kaplan & Meier (1958): who has
    not taken it yet counts as waiting since it was reached, not as never taking it. Undefined where nobody was
    followed so long. median_days is the median of those who took it, which is short while many still wait.
    """
    places = {step: place for place, step in enumerate(STEPS)}
    furthest = taken["furthest"].map(places)
    rows = []
    for step, place in places.items():
        here = taken[f"{step}_on"].notna()
        count = int(here.sum())
        moved = None if step == STEPS[-1] else int((here & (furthest > place)).sum())
        rows.append(
            {
                "step": step,
                "organisations": count,
                "share": count / len(taken) if len(taken) else None,
                "moved_on": moved,
                "moved_on_share": moved / count if count and moved is not None else None,
                "stopped": int((furthest == place).sum()),
                **(_times(taken, step, day) if step != STEPS[0] else dict.fromkeys(_TIMES)),
            }
        )
    return pd.DataFrame(rows).astype(dict.fromkeys(["share", "moved_on", "moved_on_share", *_TIMES], float))


def pace(taken: pd.DataFrame, day: date, paced: Sequence[str] = PACED) -> pd.DataFrame:
    """How the share that took a step grows with the days since an organisation was reached, after Kaplan & Meier.

    One row per step of ``paced`` that somebody took and twelfth of a year, as far as anybody was followed but at most
    three years: step, days, share (0 to 1).
    """
    curves = []
    months = np.rint(np.arange(_MONTHS + 1) * YEAR / 12).astype(int)
    for step in paced:
        waited, took = _durations(taken, step, day)
        if not took.any():
            continue
        grid = months[months <= waited.max()]
        curve = waiting(waited, took).curve
        reached = np.searchsorted(curve["days_after"], grid, side="right") - 1
        curves.append(pd.DataFrame({"step": step, "days": grid, "share": curve["share"].to_numpy()[reached]}))
    return pd.concat(curves, ignore_index=True) if curves else pd.DataFrame(columns=["step", "days", "share"])


def stops(taken: pd.DataFrame, by: By) -> pd.DataFrame:
    """Where organisations stop: one row per kind, or year of first contact, and furthest step: organisations."""
    counted = taken.assign(**{by: taken[by].fillna("unknown")}).groupby([by, "furthest"]).size()
    found = counted.rename("organisations").reset_index().rename(columns={"furthest": "step"})
    order = found["step"].map({step: place for place, step in enumerate(STEPS)})
    return found.assign(order=order).sort_values([by, "order"]).drop(columns="order").reset_index(drop=True)


_TIMES = ("within_year", "half_after", "median_days")


def _times(taken: pd.DataFrame, step: str, day: date) -> dict[str, float | None]:
    waited, took = _durations(taken, step, day)
    if not len(waited):
        return dict.fromkeys(_TIMES)
    found = waiting(waited, took)
    return {
        "within_year": float(found.by(YEAR)["share"]) if waited.max() >= YEAR else None,
        "half_after": found.median,
        "median_days": float(np.median(waited[took])) if took.any() else None,
    }


def _durations(taken: pd.DataFrame, step: str, day: date) -> tuple[Days, NDArray[np.bool_]]:
    """The days each organisation took for the step, or has waited for it so far; and who took it."""
    took = taken[f"{step}_on"].notna().to_numpy()
    ends = taken[f"{step}_on"].fillna(pd.Timestamp(day))
    return np.asarray((ends - taken["reached_on"]).dt.days, dtype=np.int64), np.asarray(took, dtype=np.bool_)


def _known(rows: pd.DataFrame, day: date) -> pd.DataFrame:
    """The rows with what happened after ``day`` blanked."""
    days = [column for column in rows.columns if column.endswith("_on")]
    return rows.assign(**{column: rows[column].where(rows[column] <= pd.Timestamp(day)) for column in days})
