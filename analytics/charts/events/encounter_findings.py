"""What the charts of encounters show, as a sentence made from their data."""

import math
from typing import Any

import pandas as pd

from analytics.charts.events.encounters import Beginning
from analytics.language import Language

_MILESTONES = (365, 180, 90)

_ENDS = (("low", "low"), ("high", "high"))


def meeting_funnel(frame: pd.DataFrame, language: Language) -> str:
    """Of how many pairs that met how many came into contact, agreed, and began a joint project."""
    pairs = {step: int(value) for step, value in zip(frame["step"], frame["pairs"], strict=True)}
    if not pairs.get("met"):
        return language.text("encounters.nobody_met")
    return language.text(
        "encounters.funnel", n=pairs["met"], contact=pairs["contact"], agreed=pairs["agreed"], joint=pairs["joint"]
    )


def funnel_history(frame: pd.DataFrame, language: Language) -> str:
    """How many pairs met for the first time in all periods, and how many of them came into contact."""
    return language.text("encounters.history", n=int(frame["pairs"].sum()), contact=int(frame["contact"].sum()))


def waiting_curve(frame: pd.DataFrame, language: Language, since: Beginning) -> str:
    """After how many days half had agreed; while it is not half, what share had after a year, or half or a quarter."""
    if frame.empty or not frame["share"].max() > 0:
        return language.text(f"encounters.waiting_{since}_none")
    median = _first(frame, "share")
    if median is not None:
        interval = _span(_first(frame, "high"), _first(frame, "low"), language)
        return language.text(f"encounters.waiting_{since}_half", n=median, interval=interval)
    days = next((days for days in _MILESTONES if days <= frame["days_after"].max()), None)
    if days is None:
        return language.text(f"encounters.waiting_{since}_open")
    row = frame[frame["days_after"] <= days].iloc[-1]
    return language.text(
        f"encounters.waiting_{since}_share",
        n=days,
        share=language.percent(row["share"]),
        low=language.percent(row["low"]),
        high=language.percent(row["high"]),
    )


def met_before(frame: pd.DataFrame, language: Language, needed: int) -> str:
    """Whether pairs that had met began to cooperate more often than comparable ones.

    Fewer new pairs than are ``needed`` say nothing.
    """
    found: dict[str, Any] = {str(name): value for name, value in frame.iloc[0].items()}
    cases = int(found["cases"])
    if cases < needed:
        return language.text("encounters.too_few", n=cases, needed=needed)
    if _missing(found["odds_ratio"]):
        return language.text("encounters.no_ratio", n=cases)
    return language.text(
        "encounters.found" if found["finds"] else "encounters.not_found",
        cases=language.percent(found["exposed_cases"] / cases, 0),
        controls=language.percent(found["exposed_controls"] / found["controls"], 0),
    )


def certainty(frame: pd.DataFrame, language: Language) -> str:
    """How strong and how sure it is: the ratio with its interval, what shuffling gives, the shorter windows.

    "" without a ratio.
    """
    rows: list[dict[str, Any]] = [
        {str(name): value for name, value in row.items()}
        for row in frame.to_dict("records")
        if not _missing(row["odds_ratio"])
    ]
    if not rows:
        return ""
    first = rows[0]
    ratio = {name: language.number(first[column], 1) for name, column in (("times", "odds_ratio"), *_ENDS)}
    sentences = [language.text("encounters.interval", **ratio)]
    if not _missing(first["expected"]):
        sentences.append(language.text("encounters.expected", expected=language.number(first["expected"], 1)))
    if not _missing(first["p_value"]):
        sentences.append(_chance(float(first["p_value"]), language))
    sentences += [
        language.text(
            "encounters.shorter",
            n=int(row["window"]),
            times=language.number(row["odds_ratio"], 1),
            low=language.number(row["low"], 1),
            high=language.number(row["high"], 1),
        )
        for row in rows[1:]
    ]
    return " ".join(sentences)


def ratio_means(frame: pd.DataFrame, language: Language) -> str:
    """What the ratio says, and why it is another than the bars would give; "" without a ratio.

    The bars' own is the odds ratio of all pairs thrown together, a d / (b c) of the fourfold table.
    """
    found = {str(name): value for name, value in frame.iloc[0].items()} if len(frame) else {}
    if not found or _missing(found["odds_ratio"]):
        return ""
    met, met_controls = found["exposed_cases"], found["exposed_controls"]
    others = (found["cases"] - met) * met_controls
    sentences = [language.text("encounters.ratio_means", times=language.number(found["odds_ratio"], 1))]
    if others:
        crude = met * (found["controls"] - met_controls) / others
        sentences.append(language.text("encounters.ratio_of_bars", crude=language.number(crude, 1)))
    return " ".join(sentences)


def drawn(frame: pd.DataFrame, language: Language) -> str:
    """That only some of the new pairs were looked at, or the attendance dealt anew seldom or never; "" if neither."""
    sentences = []
    if "not_drawn" in frame and len(frame):
        looked_at = int(frame[["cases", "unmatched"]].iloc[0].sum())
        every = looked_at + int(frame["not_drawn"].iloc[0])
        sentences.append(language.text("estimates.cases", n=looked_at, all=language.number(every)))
    if "permutations_made" in frame and len(frame):
        made = int(frame["permutations_made"].iloc[0])
        sentences.append(language.text("estimates.permutations" if made else "estimates.no_permutations", n=made))
    return " ".join(sentences)


def events_aftermath(frame: pd.DataFrame, language: Language) -> str:
    """After which event most cooperations began, and how many."""
    totals = (frame["within_365"] + frame["otherwise"]).astype(int) if len(frame) else pd.Series(dtype=int)
    if not totals.sum():
        return language.text("encounters.nothing_began")
    most = int(totals.max())
    titles = [str(title) for title in frame.loc[totals == most, "title"]]
    if len(titles) > 3:
        return language.text("encounters.most_began_many", n=most, events=len(titles))
    quoted = [language.text("encounters.quoted", title=title) for title in titles]
    return language.text("encounters.most_began", n=most, titles=language.listing(quoted))


def _chance(p_value: float, language: Language) -> str:
    """How often of a thousand times chance alone gives as much."""
    often = max(1, math.ceil(1000 * p_value - 1e-9))
    return language.text("encounters.chance_least" if often == 1 else "encounters.chance", n=often)


def _first(frame: pd.DataFrame, column: str) -> int | None:
    """The first day by which ``column`` is at least one half."""
    reached = frame.loc[frame[column] >= 0.5 - 1e-9, "days_after"]
    return None if reached.empty else int(reached.iloc[0])


def _span(low: int | None, high: int | None, language: Language) -> str:
    """The interval of a median in days; its upper end may not be reached."""
    if high is None:
        return language.text("encounters.from_days", n=low or 0)
    return language.text("encounters.days_between", low=low or 0, high=high)


def _missing(value: Any) -> bool:
    return value is None or pd.isna(value)
