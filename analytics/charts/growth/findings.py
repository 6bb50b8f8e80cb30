"""What the charts of ways and of the network's growth show, as a sentence made from their data."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from analytics.charts.axes import numbers
from analytics.language import Language
from analytics.model import ENUMERATIONS


def pathway_steps(frame: pd.DataFrame, language: Language) -> str:
    """How many were reached, came again and agreed a cooperation, and at which step most stop.

    Nobody stops at the last step.
    """
    counts = {step: int(count) for step, count in zip(frame["step"], frame["organisations"], strict=True)}
    if not counts.get("reached"):
        return language.text("pathway.nobody")
    again = language.text("pathway.took_again", n=counts["again"])
    agreed = language.text("pathway.took_agreed", n=counts["agreed"])
    took = language.text("pathway.took", n=counts["reached"], again=again, agreed=agreed)
    stopped = frame[(frame["step"] != "lasting") & (frame["stopped"] > 0)]
    if stopped.empty:
        return took
    most = stopped["stopped"].max()
    at = [language.text(f"charts.step_{step}") for step in stopped.loc[stopped["stopped"] == most, "step"]]
    return took + language.text("pathway.stopped", step=language.listing(at), n=int(most))


def pathway_pace(frame: pd.DataFrame, language: Language) -> str:
    """What share came again, and what share agreed a cooperation, a year after the first contact."""
    shares = {
        step: language.percent(line["share"].iloc[-1], 0)
        for step, line in frame[frame["days"] == 365].groupby("step")
        if step in ("again", "agreed")
    }
    if not shares:
        return language.text("pathway.pace_open")
    said = [language.text(f"pathway.pace_{step}", share=shares[step]) for step in ("again", "agreed") if step in shares]
    return language.text("pathway.pace", shares=language.listing(said))


def pathway_stops(frame: pd.DataFrame, language: Language, by: Literal["kind", "cohort"]) -> str:
    """Of which kind, or year of first contact, the largest part came to an agreement, and how large it is.

    Groups of fewer than five organisations are passed over: a part of few says little.
    """
    came = frame[frame["step"].isin(["agreed", "joint", "lasting"])].groupby(by)["organisations"].sum()
    all_of = frame.groupby(by)["organisations"].sum()
    shares = (came / all_of).dropna()[all_of >= 5]
    if shares.empty:
        return language.text("pathway.stops_open")
    best = str(shares.idxmax())
    kinds = ENUMERATIONS["organisation_kind"]
    return language.text(
        f"pathway.stops_{by}",
        name=kinds.label_of(best, language.code) if by == "kind" else best,
        agreed=int(came[best]),
        n=int(all_of[best]),
    )


def network_growth(frame: pd.DataFrame, language: Language, periods: Sequence[str]) -> str:
    """From what to what the organisations reached, those that cooperate and their ties grew: beside each other.

    It speaks of the frame's rows among ``periods``; a column that is absent is not spoken of.
    """
    rows = frame[frame["period"].isin(periods)]
    parts: list[str] = []
    for column in ("reached", "nodes", "ties"):
        values = numbers(rows[column]) if column in rows else []
        if any(values):
            key = f"grown_{column}" if column != "nodes" or parts else "grown_nodes_alone"
            first, last = int(values[0] or 0), int(values[-1] or 0)
            parts.append(language.text(f"pathway.{key}", n=last, first=first, last=last))
    if not parts:
        return language.text("pathway.nothing_grown")
    return language.text(
        "pathway.grown",
        first=language.period(rows["period"].iloc[0], short=True),
        last=language.period(rows["period"].iloc[-1], short=True),
        parts=language.listing(parts),
    )
