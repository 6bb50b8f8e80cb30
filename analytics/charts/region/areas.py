"""The areas that a map of the districts can show, and which rows of a frame belong to them."""

import pandas as pd

AREAS = ("core", "westphalia", "state")
"""The districts that lead the network, the 27 of Westphalia, all 53 of the state."""

OUTSIDE = ("elsewhere", "abroad", "unknown")
"""What stands in a district's place where there is none; also the order in which people read it."""


def in_area(frame: pd.DataFrame, area: str) -> pd.DataFrame:
    """The rows of the area's districts; the frame has the columns district, is_core and is_westfalen."""
    inside = {"core": frame["is_core"], "westphalia": frame["is_westfalen"]}.get(area, ~frame["district"].isin(OUTSIDE))
    return frame[inside.astype(bool)].reset_index(drop=True)
