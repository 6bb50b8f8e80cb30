"""A target's path and the actual values on it, day by day: what the path's chart is drawn from."""

from datetime import date

import pandas as pd

from analytics.kpis.outlook import outlook_of
from analytics.kpis.paths import TargetPath, actuals, course_days
from analytics.warehouse import View


def path_course(view: View, path: TargetPath, until: date) -> pd.DataFrame:
    """One row per day that matters, in their order: day, on_path, milestone, amber, red, actual.

    The days are the path's beginning, its milestones, every quarter's end up to ``until``, and that day. ``on_path`` is
    what is due, ``milestone`` the same on the days on which one falls due; ``amber`` and ``red`` are the values below
    which a path is at risk or behind (above which, where it leads down). ``actual`` is NaN after ``until``, where it is
    undefined, and on days on which it is not asked for. Where there is an outlook, its days are there, too, with
    outlook, outlook_low and outlook_high, from the last known value on.
    """
    known = course_days(path, until)
    actual = dict(zip(known, actuals(view, path, known)["value"], strict=True))
    milestones = dict(path.milestones)
    ahead = _ahead(view, path, until)
    days = sorted({path.starts_on, *known, *milestones, *ahead.index})
    on_path = [path.expected(day) or 0.0 for day in days]
    course = pd.DataFrame(
        {
            "day": pd.to_datetime(days),
            "on_path": on_path,
            "milestone": pd.Series([milestones.get(day) for day in days], dtype=float),
            "amber": [_threshold(path, path.amber_below, value) for value in on_path],
            "red": [_threshold(path, path.red_below, value) for value in on_path],
            "actual": pd.Series([actual.get(day) for day in days], dtype=float),
        }
    )
    return course if ahead.empty else course.join(ahead.reindex(days).reset_index(drop=True))


def _threshold(path: TargetPath, share: float, due: float) -> float:
    """The value that stands for ``share`` of the way to ``due``; where there is no way, what is due itself."""
    return path.baseline + share * (due - path.baseline) if path.has_way and path.is_ahead(due) else due


def _ahead(view: View, path: TargetPath, until: date) -> pd.DataFrame:
    """The outlook by day, from the last known value on; empty where there is none."""
    course = outlook_of(view, path, until).course
    course.index = pd.Index([day.date() for day in course["day"]], dtype=object)
    return course.drop(columns="day").rename(columns={"value": "outlook", "low": "outlook_low", "high": "outlook_high"})
