"""What the look back on the suggestions shows, as a sentence made from its data."""

import pandas as pd

from analytics.charts.axes import has_values
from analytics.charts.introductions.introductions import shares_of_most
from analytics.language import Language


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
