"""What a visitor looks at: which data, which part of it, in which language and theme."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from analytics.language import Language
from analytics.warehouse import Grain, Period, Scope, View, periods_between

SERIES_MONTHS = 36


@dataclass(frozen=True)
class Visit:
    """``period`` is what is chosen, ``grain`` how series are parted; ``view`` is the data as the audience sees it."""

    view: View
    language: Language
    theme: Literal["light", "dark"]
    period: Period
    grain: Grain
    scope: Scope

    def text(self, key: str, **values: object) -> str:
        """The text called ``key`` in the visitor's language."""
        return self.language.text(key, **values)

    @property
    def series(self) -> list[Period]:
        """The periods of the chosen grain within the chosen period."""
        return periods_between(self.period.starts_on, self.period.ends_on, self.grain)

    @property
    def trail(self) -> list[Period]:
        """The periods that a small line shows: three years up to the chosen period's end, as far as there is data."""
        first = self.period.back(0).starts_on
        earliest = Period.spanning(self.period, self.period).back(max(0, SERIES_MONTHS - self.period.months)).starts_on
        start = max(min(first, earliest), self.view.first_day or first)
        return periods_between(start, self.period.ends_on, self.grain)


def theme_now() -> Literal["light", "dark"]:
    """The theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
