"""What the look back on outlooks shows, as a sentence made from its data."""

import pandas as pd

from analytics.language import Language


def outlook_test(frame: pd.DataFrame, language: Language) -> str:
    """By how much the outlook on counts errs beside the naive forecast, and how often its range held.

    Where no counts were tested it speaks of shares.
    """
    chosen = {row["group"]: row for row in frame[frame["is_chosen"]].to_dict("records")}
    if "amounts" in chosen:
        shares = {part: language.percent(chosen["amounts"][part], 0) for part in ("error", "coverage")}
        return language.text("outlook.test_finding", **shares)
    return language.text("outlook.test_finding_ratios", coverage=language.percent(chosen["ratios"]["coverage"], 0))
