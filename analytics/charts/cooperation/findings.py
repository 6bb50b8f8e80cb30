"""What the cooperation network shows, as sentences made from its data: for readers who know nothing of networks."""

import math
from datetime import date
from typing import Any

import pandas as pd

from analytics.charts.axes import Unit, numeric, written
from analytics.charts.cooperation.mixing import FEW
from analytics.charts.cooperation.pipeline import STAGES
from analytics.language import Language
from analytics.model import ENUMERATIONS

_SAME = 0.02
"""A share that differs by less has stayed as it was."""

_STEADY = 0.05
"""A number that differs by a smaller share of itself is about the same."""

_NOTABLE = 0.005
"""With a smaller share of the shortest ways nobody is said to hold a network together."""

_APART = 1.25
"""Beyond so many times what chance gives, or below its inverse, kinds seek or avoid each other."""


def growing_together(frame: pd.DataFrame, language: Language) -> list[str]:
    """Whether the network grows, and grows together: the answer, then its numbers beside those of a year before.

    ``frame`` holds two rows, a year before and the day: ``day``, ``nodes``, ``ties``, ``largest_component_share``.
    """
    before, now = frame.iloc[0], frame.iloc[-1]
    day = language.date(now["day"])
    if not now["nodes"]:
        return [language.text("cooperation.nobody", day=day)]
    size = language.text(
        "cooperation.size",
        day=day,
        nodes=language.text("cooperation.organisations", n=int(now["nodes"])),
        ties=language.text("cooperation.ties", n=int(now["ties"])),
    )
    connected = _connected(before, now, language)
    if not before["nodes"]:
        return [language.text("cooperation.begun"), f"{size} {connected}".strip()]
    compared = language.text(
        "cooperation.compared",
        nodes=language.text("cooperation.organisations", n=int(before["nodes"])),
        ties=language.text("cooperation.ties", n=int(before["ties"])),
    )
    return [language.text(f"cooperation.{_verdict(before, now)}"), f"{size} {compared} {connected}".strip()]


def _connected(before: pd.Series, now: pd.Series, language: Language) -> str:
    """How many hang together, beside how many did; "" where nobody is tied to anybody."""
    if pd.isna(now["largest_component_share"]):
        return ""
    share = language.percent(now["largest_component_share"], 0)
    if pd.isna(before["largest_component_share"]):
        return language.text("cooperation.connected", share=share)
    return language.text(
        "cooperation.connected_before", share=share, before=language.percent(before["largest_component_share"], 0)
    )


def _verdict(before: pd.Series, now: pd.Series) -> str:
    """Which answer the two days give."""
    steps = [now[name] / before[name] - 1 if before[name] else math.inf * now[name] for name in ("nodes", "ties")]
    steps = [0 if math.isnan(step) or abs(step) < _STEADY else step for step in steps]
    if not any(steps):
        return "verdict_same"
    if min(steps) < 0 < max(steps):
        return "verdict_mixed"
    if min(steps) < 0:
        return "verdict_shrinks"
    is_together = now["largest_component_share"] >= before["largest_component_share"] - _SAME
    is_denser = now["ties"] / now["nodes"] >= (1 - _SAME) * before["ties"] / before["nodes"]
    return "verdict_together" if is_together and is_denser else "verdict_apart"


def holding_together(frame: pd.DataFrame, language: Language) -> str:
    """Who holds the network together, and what hangs on it; "" where nobody stands between others.

    ``frame`` holds a row per organisation, the greatest broker first: ``name``, ``betweenness`` and ``left_out``.
    """
    if frame.empty:
        return ""
    first = frame.iloc[0]
    if first["betweenness"] < _NOTABLE:
        return language.text("cooperation.holder_none")
    told = language.text("cooperation.holder", name=first["name"], n=language.number(100 * first["betweenness"]))
    told += " " + _without(int(first["left_out"]), language)
    most = _highest(frame, frame["left_out"])
    if most["left_out"] > first["left_out"]:
        told += " " + language.text("cooperation.most_cut_off", name=most["name"], n=int(most["left_out"]))
    return told


def _without(count: int, language: Language) -> str:
    return language.text("cooperation.holder_cuts", n=count) if count else language.text("cooperation.holder_cuts_none")


def mixed(frame: pd.DataFrame, language: Language) -> str:
    """How mixed the ties are, beside chance, on the last row's day; "" without ties or where all are of one kind.

    ``frame``: ``ties``, ``cross_sector_share`` and ``cross_sector_expected``. Within two standard errors, those of as
    many ties drawn one by one, it is as chance has it, and so it is where both are told by the same number.
    """
    now = frame.iloc[-1]
    if pd.isna(now["cross_sector_share"]) or not now["cross_sector_expected"]:
        return ""
    expected = now["cross_sector_expected"]
    ahead = now["cross_sector_share"] - expected
    error = math.sqrt(expected * (1 - expected) / now["ties"])
    told = {"share": language.percent(now["cross_sector_share"], 0), "expected": language.percent(expected, 0)}
    is_as_chance = abs(ahead) <= 2 * error or told["share"] == told["expected"]
    word = "as_chance" if is_as_chance else "above_chance" if ahead > 0 else "below_chance"
    return language.text(f"cooperation.mixed_{word}", **told)


def measure_history(frame: pd.DataFrame, language: Language, *, label: str, unit: Unit) -> str:
    """What the measure was at first, and what it is at the end of the frame."""
    known = frame[numeric(frame["value"]).notna()]
    if known.empty:
        return language.text("cooperation.history_none", label=label)
    first, last = known.iloc[0], known.iloc[-1]
    values = {"value": written(float(last["value"]), unit, language), "period": language.period(last["period"])}
    if len(known) == 1:
        return language.text("cooperation.history_once", label=label, **values)
    return language.text(
        "cooperation.history",
        label=label,
        before=written(float(first["value"]), unit, language),
        first=language.period(first["period"]),
        **values,
    )


def mixing_matrix(frame: pd.DataFrame, language: Language) -> str:
    """Which kinds work together more often, and which more rarely, than chance would have it."""
    if frame.empty or not frame["ties"].sum():
        return language.text("cooperation.no_ties")
    judged = frame[frame["expected"] >= FEW]
    if judged.empty:
        return language.text("cooperation.mixing_too_few")
    ratio = judged["ties"] / judged["expected"]
    sentences = []
    if ratio.max() >= _APART:
        sentences.append(_pair("cooperation.mixing_most", _highest(judged, ratio), language))
    if ratio.min() <= 1 / _APART:
        sentences.append(_pair("cooperation.mixing_least", _highest(judged, -ratio), language))
    told = "; ".join(sentences)
    return told[:1].upper() + told[1:] or language.text("cooperation.mixing_as_chance")


def _pair(key: str, row: pd.Series, language: Language) -> str:
    kinds = ENUMERATIONS["organisation_kind"]
    one, other = (kinds.label_of(str(row[name]), language.code) for name in ("kind", "partner_kind"))
    pair = language.text("cooperation.pair_same" if one == other else "cooperation.pair", one=one, other=other)
    return language.text(key, pair=pair, n=int(row["ties"]), expected=language.number(float(row["expected"])))


def stages_now(frame: pd.DataFrame, language: Language) -> str:
    """How many cooperations run, and how many are in the making.

    See :func:`analytics.charts.cooperation.pipeline.stages_now`.
    """
    now = frame.iloc[-1]
    return language.text(
        "cooperation.stages_finding",
        n=int(now[list(STAGES[2:])].sum()),
        early=int(now[list(STAGES[:2])].sum()),
    )


def stages_over_time(frame: pd.DataFrame, language: Language) -> str:
    """How many cooperations were at some stage when most were, and how many have ended by the last period."""
    if frame.empty:
        return language.text("cooperation.no_stages")
    last = frame.iloc[-1]
    return language.text(
        "cooperation.pipeline_finding",
        n=int(last[list(STAGES)].sum() + last["ended"]),
        ended=int(last["ended"]),
        period=language.period(last["period"]),
    )


def moved(frame: pd.DataFrame, since: date, language: Language) -> str:
    """What became of the cooperations since the day: how many began, came further, ended, or stayed.

    ``frame`` is what :func:`analytics.network.stages.moves` gives.
    """
    stage, later, count = frame["stage"].astype(str), frame["later_stage"].astype(str), frame["cooperations"]
    began = stage == "none"
    ended = ~began & (later == "ended") & (stage != "ended")
    further = ~began & (stage != "ended") & (later != "ended") & (later > stage)
    stayed = ~began & (stage != "ended") & (later == stage)
    return language.text(
        "cooperation.moved",
        day=language.date(since),
        began=int(count[began].sum()),
        further=int(count[further].sum()),
        ended=int(count[ended].sum()),
        stayed=int(count[stayed].sum()),
    )


def brokers(frame: pd.DataFrame, language: Language) -> str:
    """Without whom most others would lose their connection; where nobody would, who connects most."""
    if frame.empty:
        return language.text("cooperation.no_brokers")
    most = _highest(frame, frame["left_out"])
    if most["left_out"] > 0:
        return language.text("cooperation.brokers_cut", name=most["name"], n=int(most["left_out"]))
    return language.text("cooperation.brokers_safe", name=frame["name"].iloc[0])


def groups_over_time(frame: pd.DataFrame, language: Language, *, count: int, largest: int) -> str:
    """How many groups there are at the end, and how many organisations the largest has."""
    if frame.empty or not count:
        return language.text("cooperation.no_groups")
    return language.text("cooperation.groups_finding", n=count, largest=largest)


def _highest(frame: pd.DataFrame, values: "pd.Series[Any]") -> "pd.Series[Any]":
    """The first of the rows with the highest of ``values``."""
    return frame.iloc[int(values.to_numpy().argmax())]
