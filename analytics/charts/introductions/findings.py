"""What the look back on the suggestions shows, as a sentence made from its data."""

import pandas as pd

from analytics.charts.axes import has_values
from analytics.charts.introductions.introductions import shares_of_most
from analytics.language import Language


def tested(frame: pd.DataFrame, language: Language) -> str:
    """That only some of the later ties were tested, by the rows of all cut-offs; "" where all were."""
    if "tested_ties" not in frame:
        return ""
    return language.text("estimates.back_test", n=int(frame.groupby("cut_off")["tested_ties"].first().sum()))


def back_test(frame: pd.DataFrame, language: Language) -> str:
    """What share of the later ties stood among the first suggestions, beside both baselines."""
    if frame.empty or not has_values(frame, "recall"):
        return language.text("introductions.nothing_tested")
    shares = shares_of_most(frame)
    return language.text(
        "introductions.finding",
        first=int(frame["first"].max()),
        share=language.percent(shares["introductions"], 0),
        popular=language.percent(shares["popular"], 0),
        random=language.percent(shares["random"], 0),
    )
