"""The scene of the cooperations: three or four of them, and how they came about."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.warehouse import View

MOST = 4
_MONTH = 365.25 / 12
_KINDS = ENUMERATIONS["cooperation_kind"]
_ORIGINS = ENUMERATIONS["origin"]
_STEPS = ("contact", "agreed", "joint", "lasting")
Row = Mapping[Hashable, Any]


def cooperations(view: View, language: Language) -> dict[str, Any] | None:
    """Running cooperations that may be told, those first whose members met at an event; None without one.

    ``steps`` are what happened and when, in order: ``label``, ``day`` (since 1970) and ``date`` in words.
    """
    found = view.ask("show_cooperations")
    running = found[found["ended_on"].isna()]
    chosen = _chosen(running)
    if not chosen:
        return None
    return {
        "name": "cooperations",
        "title": _finding(chosen, language),
        "cooperations": [_told(row, language) for row in chosen],
    }


def _chosen(running: pd.DataFrame) -> Sequence[Row]:
    """The best told: those from an event, the further on the better, then the newer; of each kind one at first."""
    ranked = running.assign(
        has_event=running["origin_title"].notna() | running["met_title"].notna(),
        steps=running[["joint_on", "lasting_on"]].notna().sum(axis=1),
    ).sort_values(["has_event", "steps", "agreed_on"], ascending=False, kind="stable")
    first = ranked.drop_duplicates("kind")
    others = ranked.drop(first.index)
    return pd.concat([first, others]).head(MOST).to_dict("records")


def _told(row: Row, language: Language) -> dict[str, Any]:
    beginning = _beginning(row, language)
    steps = [*([beginning] if beginning else []), *_stages(row, language)]
    return {
        "title": row["title"],
        "kind": _KINDS.label_of(str(row["kind"]), language.code),
        "members": language.listing([str(name) for name in row["members"]]),
        "origin": _origin(row, language),
        "steps": sorted(steps, key=lambda step: step["day"]),
    }


def _beginning(row: Row, language: Language) -> dict[str, Any] | None:
    """The event at which it began: the one that it names, or where two of its members first met."""
    if pd.notna(row["origin_on"]):
        return _step("event", row["origin_on"], language)
    return _step("met", row["met_on"], language) if pd.notna(row["met_on"]) else None


def _stages(row: Row, language: Language) -> list[dict[str, Any]]:
    """The stages on days of their own: of several on one day the furthest."""
    days = {row[f"{step}_on"]: step for step in _STEPS if pd.notna(row[f"{step}_on"])}
    return [_step(step, day, language) for day, step in days.items()]


def _step(label: str, day: pd.Timestamp, language: Language) -> dict[str, Any]:
    return {
        "label": language.text(f"reception.step_{label}"),
        "day": int((day - pd.Timestamp(0)).days),
        "date": language.date(day.date()),
    }


def _origin(row: Row, language: Language) -> str:
    """How it came about, in a sentence, and how soon it was agreed where it began at an event."""
    if pd.notna(row["origin_title"]):
        return language.text("reception.origin_event", title=row["origin_title"]) + _soon(row, "origin_on", language)
    if pd.notna(row["met_title"]):
        return language.text("reception.origin_met", title=row["met_title"]) + _soon(row, "met_on", language)
    if pd.isna(row["origin"]) or row["origin"] == "unknown":
        return language.text("reception.origin_unknown")
    return language.text("reception.origin_other", origin=_ORIGINS.label_of(str(row["origin"]), language.code))


def _soon(row: Row, begun: str, language: Language) -> str:
    """How many months lay between the beginning and the agreement; nothing where it was agreed before."""
    days = (row["agreed_on"] - row[begun]).days
    if days < 0:
        return ""
    months = round(days / _MONTH)
    return language.text("reception.soon", n=months) if months else language.text("reception.at_once")


def _finding(chosen: Sequence[Row], language: Language) -> str:
    """Of those shown, how many go back to an event."""
    from_event = sum(pd.notna(row["origin_title"]) or pd.notna(row["met_title"]) for row in chosen)
    if not from_event:
        return language.text("reception.cooperations", n=len(chosen))
    if from_event == len(chosen):
        return language.text("reception.cooperations_all", n=from_event)
    return language.text("reception.cooperations_some", n=from_event, all=len(chosen))
