"""Days as whole numbers, so that a great many can be compared at once."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

NEVER = int(np.iinfo(np.int64).max)
"""The day of what did not happen, or not yet: after all others."""


def day_number(day: date) -> int:
    """Days since 1970."""
    return int(np.datetime64(day, "D").astype(np.int64))


def day_numbers(days: "pd.Series[pd.Timestamp]") -> NDArray[np.int64]:
    """Days since 1970; a missing one is :data:`NEVER`."""
    numbers = pd.to_datetime(days).to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(days.isna().to_numpy(), NEVER, numbers)
