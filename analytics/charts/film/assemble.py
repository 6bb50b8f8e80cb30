"""From plain frames to the one dict that the browser, the offline file and the pictures for slides are drawn from.

Columns become lists (compact as JSON), days whole numbers since 1970, ids places in those lists.
"""

import hashlib
import json
from datetime import date
from typing import Any

import pandas as pd

from analytics.charts.film.events import Meetings, events
from analytics.charts.film.look import look
from analytics.charts.film.outlines import outline
from analytics.charts.film.words import words
from analytics.charts.kinds import in_order
from analytics.charts.palette import PALETTES, symbol_of
from analytics.language import Language
from analytics.model import ENUMERATIONS

Film = dict[str, Any]
GROUPS_FIRST = 1500
"""Beyond so many organisations the groups are shown first."""
_KINDS = ENUMERATIONS["organisation_kind"]
_COOPERATION_KINDS = ENUMERATIONS["cooperation_kind"]
_MONTHS_OF = {"Q": 3, "H": 6}


def film(
    nodes: pd.DataFrame,
    presences: pd.DataFrame,
    cooperation_ties: pd.DataFrame,
    cooperations: pd.DataFrame,
    groups: pd.DataFrame,
    steps: pd.DataFrame,
    *,
    language: Language,
    title: str,
    note: str = "",
    until: date | None = None,
    comparison: tuple[date, date] | None = None,
    compared: tuple[str, str] | None = None,
    meetings: Meetings | None = None,
) -> Film:
    """Everything that is needed to draw the network over time, as plain lists and words.

    ``nodes``: organisation_id, name, kind, x, y, group (neighbours about 1 apart, y up). ``presences``:
    organisation_id, since, until, any number of rows each. ``cooperation_ties``: cooperation_id, organisation_id,
    partner_id, since, until. ``cooperations``: cooperation_id, title, kind, agreed_on, joint_on, lasting_on.
    ``groups``: group, name (missing = unnamed), and where it is called after a member that one's organisation_id; a
    node whose group is not among them is in none. ``steps``: name ("2025-Q2", "2025-H1", "2025"), ends_on, in order;
    without a step the picture stands still and shows all that ever was. First and last days are included; a missing
    ``until`` goes on, a missing ``since`` was always there. Rows about organisations that are not among the nodes are
    left out.

    ``note`` is shown with the picture (such as that the data is invented), ``until`` is the data's last day.
    With ``comparison`` the picture has no time: it shows what came and what went between the two days, which
    ``compared`` may call by other names than their dates. ``meetings`` are a layer of their own, which ties nobody:
    events (event_id, title, happened_on) and their guests (event_id, organisation_id).
    """
    kinds = in_order(nodes["kind"].fillna("unknown"))
    place = pd.Index(nodes["organisation_id"])
    group_place = pd.Index(groups["group"])
    made = {
        "language": language.code,
        "title": title,
        "note": note,
        "dated": language.text("film.data_until", date=language.date(until)) if until else "",
        "words": words(language),
        "look": {theme: look(PALETTES[theme], kinds) for theme in PALETTES},
        "kinds": [{"label": _KINDS.label_of(kind, language.code), "symbol": symbol_of(kind)} for kind in kinds],
        "nodes": {
            "id": _texts(nodes["organisation_id"]),
            "name": _texts(nodes["name"]),
            "kind": [kinds.index(kind) for kind in nodes["kind"].fillna("unknown")],
            "x": _rounded(nodes["x"]),
            "y": _rounded(nodes["y"]),
            "group": group_place.get_indexer(pd.Index(nodes["group"])).tolist(),
        },
        "groups": _groups(groups, nodes, place),
        "groups_first": len(nodes) > GROUPS_FIRST and len(groups) > 1,
        "presences": _presences(presences, place),
        "cooperation_ties": _cooperation_ties(cooperation_ties, place, pd.Index(cooperations["cooperation_id"])),
        "cooperations": {
            "title": _texts(cooperations["title"]),
            "kind": [_label(kind, language) for kind in cooperations["kind"]],
            **{stage: _days(cooperations[f"{stage}_on"]) for stage in ("agreed", "joint", "lasting")},
        },
        "events": events(meetings, place),
        "steps": _steps(steps, language) if comparison is None else [],
        "comparison": _comparison(comparison, compared or _dates(comparison, language)) if comparison else None,
    }
    made["signature"] = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:16]
    return made


def _groups(groups: pd.DataFrame, nodes: pd.DataFrame, place: pd.Index) -> list[dict[str, Any]]:
    members = {group: list(zip(part["x"], part["y"], strict=True)) for group, part in nodes.groupby("group")}
    named_after = groups.get("organisation_id", pd.Series(None, index=groups.index, dtype=object))
    namesakes = place.get_indexer(pd.Index(named_after))
    return [
        {"name": name, "namesake": int(node) if node >= 0 else None, "outline": outline(members.get(group, []))}
        for group, name, node in zip(groups["group"], _texts(groups["name"]), namesakes, strict=True)
    ]


def _presences(presences: pd.DataFrame, place: pd.Index) -> dict[str, list[int | None]]:
    node = place.get_indexer(pd.Index(presences["organisation_id"]))
    known = presences[node >= 0]
    return {"node": node[node >= 0].tolist(), "since": _days(known["since"]), "until": _days(known["until"])}


def _cooperation_ties(
    cooperation_ties: pd.DataFrame, place: pd.Index, cooperation: pd.Index
) -> dict[str, list[int | None]]:
    one = place.get_indexer(pd.Index(cooperation_ties["organisation_id"]))
    other = place.get_indexer(pd.Index(cooperation_ties["partner_id"]))
    kept = (one >= 0) & (other >= 0) & (one != other)
    known = cooperation_ties[kept]
    return {
        "one": one[kept].tolist(),
        "other": other[kept].tolist(),
        "cooperation": cooperation.get_indexer(pd.Index(known["cooperation_id"])).tolist(),
        "since": _days(known["since"]),
        "until": _days(known["until"]),
    }


def _steps(steps: pd.DataFrame, language: Language) -> list[dict[str, Any]]:
    """Each step's label and last day, and the last day before it."""
    ends = _days(steps["ends_on"])
    names = _texts(steps["name"])
    return [
        {
            "label": language.period(name),
            "short": language.period(name, short=True),
            "before": ends[number - 1] if number else _day_before(name, steps["ends_on"].iloc[0]),
            "end": end,
        }
        for number, (name, end) in enumerate(zip(names, ends, strict=True))
    ]


def _day_before(name: str, ends_on: date) -> int:
    """The last day before the period ``name`` that ends on ``ends_on``."""
    part = name.partition("-")[2][:1]
    started = pd.Timestamp(ends_on) + pd.Timedelta(days=1) - pd.DateOffset(months=_MONTHS_OF.get(part, 12))
    return int((started - pd.Timestamp(0)).days) - 1


def _comparison(days: tuple[date, date], labels: tuple[str, str]) -> dict[str, Any]:
    before, after = (int((pd.Timestamp(day) - pd.Timestamp(0)).days) for day in days)
    return {"before": before, "after": after, "before_label": labels[0], "after_label": labels[1]}


def _dates(days: tuple[date, date], language: Language) -> tuple[str, str]:
    return language.date(days[0]), language.date(days[1])


def _label(kind: object, language: Language) -> str:
    return "" if pd.isna(kind) else _COOPERATION_KINDS.label_of(str(kind), language.code)  # type: ignore[call-overload]


def _texts(column: "pd.Series[Any]") -> list[str]:
    """Each text on one line; a missing one is empty."""
    return ["" if pd.isna(text) else " ".join(str(text).split()) for text in column]


def _rounded(column: "pd.Series[float]") -> list[float]:
    return [round(float(value), 3) for value in column]


def _days(column: "pd.Series[Any]") -> list[int | None]:
    """Days since 1970; None where there is none."""
    days = pd.to_datetime(column)
    return [None if pd.isna(day) else int((day - pd.Timestamp(0)).days) for day in days]
