"""How far cooperations have come: their stages on a day, over many days, and from one day to another."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.model import ENUMERATIONS
from analytics.network.network import Network

STAGES = ENUMERATIONS["stage"].tokens
"""Contact, exchange, agreed, joint project, lasting: the tokens "1" to "5"."""
ENDED = "ended"
_DAYS = ("contact_on", "exchange_on", "agreed_on", "joint_on", "lasting_on")


def stages_on(network: Network, day: date) -> pd.Series:
    """Each cooperation's stage on ``day``, by cooperation_id: "1" to "5", or "ended".

    A cooperation that has not begun by the day, or without any dated stage, is left out. On its last day it still
    runs.
    """
    when = pd.Timestamp(day)
    cooperations = network.cooperations
    reached = np.column_stack([(cooperations[name] <= when).to_numpy(dtype=bool) for name in _DAYS])
    highest: NDArray[np.int64] = (reached * np.arange(1, len(_DAYS) + 1)).max(axis=1, initial=0)
    stage = np.array(["", *STAGES], dtype=object)[highest]
    stage[(cooperations["ended_on"] < when).to_numpy(dtype=bool) & (highest > 0)] = ENDED
    found = pd.Series(stage, index=cooperations["cooperation_id"], name="stage")
    return found[found != ""]


def pipeline(network: Network, days: Sequence[date]) -> pd.DataFrame:
    """One row per day and stage, "ended" the last one: day, stage, cooperations (how many stand there)."""
    rows = []
    for day in days:
        counts = stages_on(network, day).value_counts()
        rows += [(pd.Timestamp(day), stage, int(counts.get(stage, 0))) for stage in (*STAGES, ENDED)]
    return pd.DataFrame(rows, columns=["day", "stage", "cooperations"])


def moves(network: Network, before: date, after: date) -> pd.DataFrame:
    """One row per stage on ``before`` and stage on ``after`` that occur: stage, later_stage, cooperations.

    ``stage`` is "none" for what began in between.
    """
    later = stages_on(network, after)
    earlier = stages_on(network, before).reindex(later.index).fillna("none")
    counts = pd.DataFrame({"stage": earlier, "later_stage": later}).value_counts()
    return counts.rename("cooperations").reset_index().sort_values(["stage", "later_stage"], ignore_index=True)
