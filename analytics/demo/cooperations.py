"""The cooperations with their members and their stages: three tables."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from analytics.demo import topics
from analytics.demo.events import Events
from analytics.demo.frames import model_frame
from analytics.demo.histories import History, make_history
from analytics.demo.organisations import COORDINATOR, Organisations
from analytics.demo.partners import Beginning
from analytics.demo.period import AS_OF, Day, workday
from analytics.demo.streams import chance, draw_one, one_of
from analytics.demo.subjects import SUBJECTS, forms_of

_KINDS_WITH_SCIENCE = {"research": 0.56, "knowledge_transfer": 0.2, "funding_application": 0.14, "pilot": 0.1}
_KINDS_WITH_STARTUP = {"pilot": 0.62, "commission": 0.2, "funding_application": 0.08, "other": 0.1}
_KINDS_ELSE = {"commission": 0.4, "pilot": 0.24, "knowledge_transfer": 0.16, "other": 0.2}
_ORIGINS_AFTER_MEETING = {"event": 0.8, "introduction": 0.08, "consultation": 0.04, "unknown": 0.08}
_ORIGINS_ELSE = {"consultation": 0.38, "introduction": 0.38, "unknown": 0.24}
_EVIDENCE = {
    False: {"none": 0.3, "self_reported": 0.55, "both_sides": 0.15},
    True: {"none": 0.05, "self_reported": 0.27, "both_sides": 0.33, "document": 0.35},
}


def cooperation_tables(
    rng: Generator, beginnings: list[Beginning], events: Events, organisations: Organisations
) -> dict[str, pd.DataFrame]:
    """The tables cooperations, cooperation_stages and cooperation_members."""
    histories = [make_history(rng, beginning) for beginning in beginnings]
    used: set[str] = set()
    cooperations, stages, members = [], [], []
    for number, (beginning, history) in enumerate(zip(beginnings, histories, strict=True), start=1):
        key = {"cooperation_id": f"K{number:03}"}
        row = key | _cooperation(rng, beginning, history, organisations, used)
        row["origin_event_id"] = events.ids[beginning.met_at] if row["origin"] == "event" else None
        cooperations.append(row)
        stages += [key | {"stage": str(stage), "since": day} for stage, day in history.stages.items()]
        members += [key | member for member in _members(rng, beginning, history, organisations)]
    return {
        "cooperations": model_frame("cooperations", _columns(cooperations)),
        "cooperation_stages": model_frame("cooperation_stages", _columns(stages)),
        "cooperation_members": model_frame("cooperation_members", _columns(members)),
    }


def _cooperation(
    rng: Generator, beginning: Beginning, history: History, organisations: Organisations, used: set[str]
) -> dict[str, Any]:
    kind = _kind(rng, {str(organisations.kind[member]) for member in beginning.members})
    about = _topics(rng, beginning, organisations)
    return {
        "title": _title(rng, kind, about[0], used),
        "kind": kind,
        "origin": _origin(rng, beginning),
        "topics": topics.joined(about),
        "evidence": draw_one(rng, _EVIDENCE[history.reached >= 3]),
        "is_confidential": chance(rng, 0.08),
        "ended_on": history.ended_on,
    }


def _kind(rng: Generator, member_kinds: set[str]) -> str:
    if "science" in member_kinds:
        return draw_one(rng, _KINDS_WITH_SCIENCE)
    return draw_one(rng, _KINDS_WITH_STARTUP if "startup" in member_kinds else _KINDS_ELSE)


def _topics(rng: Generator, beginning: Beginning, organisations: Organisations) -> list[str]:
    """What the first two have in common, else what the leading one cares for; sometimes one more."""
    first, second = (organisations.interests[member] for member in beginning.members[:2])
    common = first & second if (first & second).any() else first
    about = [one_of(rng, np.flatnonzero(common).tolist())]
    others = [place for place in np.flatnonzero(first | second).tolist() if place not in about]
    if others and chance(rng, 0.35):
        about.append(one_of(rng, others))
    return [topics.TOPICS[place] for place in about]


def _title(rng: Generator, kind: str, topic: str, used: set[str]) -> str:
    """A title that has not been used before."""
    titles = [f"{form}: {subject}" for form in forms_of(kind, topic) for subject in SUBJECTS[topic]]
    titles = [title for title in titles if title not in used] or [f"{title} (Fortsetzung)" for title in titles]
    title = one_of(rng, titles)
    used.add(title)
    return title


def _origin(rng: Generator, beginning: Beginning) -> str:
    if beginning.is_existing:
        return "existing"
    return draw_one(rng, _ORIGINS_AFTER_MEETING if beginning.met_at is not None else _ORIGINS_ELSE)


def _members(
    rng: Generator, beginning: Beginning, history: History, organisations: Organisations
) -> list[dict[str, Any]]:
    """The members with their roles; a few of the later ones join, or leave, while the work goes on."""
    members = []
    for place, member in enumerate(beginning.members):
        joined = history.first_day
        if joined is not None and place >= 2 and chance(rng, 0.15):
            joined = _within(rng, joined, history.ended_on)
        left = None
        if joined is not None and place >= 2 and chance(rng, 0.06):
            left = _within(rng, joined, history.ended_on)
        members.append(
            {
                "organisation_id": organisations.ids[member],
                "role": _role(rng, place, member),
                "joined_on": joined,
                "left_on": left,
            }
        )
    return members


def _role(rng: Generator, place: int, member: int) -> str:
    if member == COORDINATOR:
        return "associate"
    if place == 0:
        return "lead"
    return "associate" if place >= 2 and chance(rng, 0.2) else "partner"


def _within(rng: Generator, since: Day, until: Day | None) -> Day:
    """A day between the two, the data's end at the latest."""
    end = AS_OF if until is None else until
    return min(workday(since + np.timedelta64(int(rng.integers(60, 400)), "D")), end)


def _columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """The rows turned into columns."""
    return {name: [row[name] for row in rows] for name in rows[0]}
