"""What a visitor looks at: which data, which part of it, in which language and theme."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict

import pandas as pd
import streamlit as st

from analytics.charts import Theme
from analytics.language import Language
from analytics.warehouse import Grain, Period, Scope, View, incomplete, periods_between

_LONG_AGO, _FAR = date(1800, 1, 1), date(2200, 12, 31)
_TRAIL = timedelta(days=3 * 365)


class Look(TypedDict):
    """What every chart must know of its reader."""

    language: Language
    theme: Theme


@dataclass(frozen=True)
class PageContext:
    """``period`` is what is chosen, ``grain`` how series are parted; ``view`` is the data as the audience sees it."""

    view: View
    language: Language
    theme: Theme
    period: Period
    grain: Grain
    scope: Scope

    def text(self, key: str, **values: object) -> str:
        """The text called ``key`` in the visitor's language."""
        return self.language.text(key, **values)

    @property
    def look(self) -> Look:
        """Language and theme, for charts."""
        return {"language": self.language, "theme": self.theme}

    @property
    def trail(self) -> list[Period]:
        """The periods of a KPI's small line: three years up to the chosen period's end, as far as there is data."""
        first = max(self.view.first_day or self.period.starts_on, self.period.ends_on - _TRAIL)
        return periods_between(first, self.period.ends_on, self.grain)

    @property
    def day(self) -> date:
        """The visitor's day: the chosen period's last, or the last that the data speaks of, whichever is earlier."""
        return self.view.measured_on(self.period)

    @property
    def year(self) -> Period:
        """The calendar year in which the chosen period ends."""
        return Period.of(self.day, "year")

    @property
    def years(self) -> list[Period]:
        """The calendar years from the first data on, up to the one in which the chosen period ends."""
        return periods_between(self.view.first_day or self.day, self.day, "year")

    @property
    def rolling(self) -> list[Period]:
        """Spans as long as the chosen period that end with each period of the trail: the last one is the chosen."""
        spans = [replace(self.period, name=self.period.name)]
        started = Period.of(self.view.first_day, "quarter").starts_on if self.view.first_day else self.period.starts_on
        step = {"quarter": 3, "half_year": 6, "year": 12}[self.grain]
        while (earlier := spans[0].back(step)).starts_on >= started and earlier.ends_on > self.period.ends_on - _TRAIL:
            spans.insert(0, earlier)
        return spans

    @property
    def history(self) -> list[Period]:
        """The periods from the first data on, see :attr:`until`."""
        return periods_between(self.view.first_day or self.period.starts_on, self.until, self.grain)

    def incomplete(self, frame: pd.DataFrame) -> Period | None:
        """The last period of the frame, where the data ends before it does; None where it is complete."""
        return incomplete(frame["period"], self.view.until_day) if "period" in frame else None

    @property
    def chosen_names(self) -> list[str]:
        """The names of the history's periods that begin by the chosen one's end: of these a finding speaks."""
        return [period.name for period in self.history if period.starts_on <= self.period.ends_on]

    @property
    def until(self) -> date:
        """Up to which day a history is shown: the chosen period's end; where that is the latest, the last known day."""
        known = self.view.until_day or self.period.ends_on
        return max(self.period.ends_on, known) if self._is_latest else self.period.ends_on

    @property
    def _is_latest(self) -> bool:
        """Whether nothing happened or began after the chosen period."""
        return self.view.last_day is None or self.period.ends_on >= self.view.last_day

    @property
    def with_upcoming(self) -> Period:
        """The chosen period; where it is the latest, with what is planned after it."""
        return replace(self.period, ends_on=_FAR) if self._is_latest else self.period

    @property
    def everything(self) -> Period:
        """All time, what is planned included."""
        return Period(_LONG_AGO, _FAR, "all")


def theme_now() -> Theme:
    """The theme that the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
