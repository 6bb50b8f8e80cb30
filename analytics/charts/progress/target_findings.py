"""What targets and their paths show, as a sentence made from their data."""

from datetime import date

import pandas as pd

from analytics.language import Language

_WELL = ("met", "on_course")


def targets_summary(frame: pd.DataFrame, language: Language) -> str:
    """How many of the targets that run are on course, at risk and behind, and how much of the time has gone by.

    The frame holds a row per target that runs: ``status``, ``starts_on``, ``ends_on`` and ``day`` (the same for all).
    """
    if frame.empty:
        return language.text("targets.summary_none")
    counts = frame["status"].value_counts()
    well = int(sum(counts.get(status, 0) for status in _WELL))
    parts = [language.text("targets.summary_well", n=len(frame), well=well)]
    parts += [
        language.text(f"targets.count_{status}", n=int(counts[status]))
        for status in ("at_risk", "behind", "missed", "undefined")
        if counts.get(status)
    ]
    first, last = pd.to_datetime(frame["starts_on"]).min(), pd.to_datetime(frame["ends_on"]).max()
    gone = (pd.Timestamp(frame["day"].iloc[0]) - first) / (last - first) if last > first else 1.0
    elapsed = language.text("targets.summary_elapsed", share=language.percent(min(1.0, max(0.0, gone)), 0))
    return f"{', '.join(parts)}; {elapsed}"


def target_path(frame: pd.DataFrame, language: Language, *, label: str, unit: str, status: str) -> str:
    """What was reached on the last day known, what was due by then, and how that stands."""
    known = frame.dropna(subset=["actual"])
    if known.empty:
        return language.text(f"targets.found_{'not_begun' if status == 'not_begun' else 'undefined'}", kpi=label)
    last = known.iloc[-1]
    day: date = last["day"]
    return language.text(
        "targets.found",
        kpi=label,
        actual=language.value(last["actual"], unit),
        expected=language.value(last["on_path"], unit),
        date=language.date(day),
        status=language.text(f"targets.status_{status}"),
    )
