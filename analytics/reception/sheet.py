"""Who should meet whom tonight, and why: what hosts are handed before the first guest comes."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from analytics.errors import QuestionError
from analytics.network.introductions.guest_pairs import FEWEST
from analytics.network.introductions.introductions import Introductions
from analytics.network.introductions.reasons import Reason
from analytics.reception.evening import Evening
from analytics.warehouse import View

Want = Literal["only_guest", "knows_all", "knows_all_but_one", "others_have_most", "list_too_long"]
"""Why a guest has fewer introductions than everybody should have."""
Aside = Literal["coordinator", "left"]
"""Why somebody on the list is not introduced at all."""
_SPOKEN = ("partners", "topics", "meetings", "nearness", "kinds", "activity")
"""The reasons in the order in which a host would say them: first what the two share, last what holds for many."""


@dataclass(frozen=True)
class Introduction:
    """Whom to introduce to a guest: the organisation and its kind, and why, as seen from the guest.

    ``met``: at how many events both have been. ``reasons`` can be none, where the two are new.
    """

    organisation_id: str
    name: str
    kind: str
    met: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Guest:
    """An organisation that sends guests, how many, and to whom to introduce them; the best introduction comes first.

    ``is_first``: it has not been at any event before. ``want`` says why there are fewer than two introductions; it is
    None where there are two or more.
    """

    organisation_id: str
    name: str
    kind: str
    persons: int
    is_first: bool
    introductions: tuple[Introduction, ...]
    want: Want | None


@dataclass(frozen=True)
class Pair:
    """Two guests to bring together, each by its name and kind, and why, as in :class:`Introduction`."""

    name: str
    kind: str
    partner: Introduction


@dataclass(frozen=True)
class Sheet:
    """All introductions of one evening, as of ``day``.

    ``guests`` stand in the order of the alphabet; ``pairs`` hold each two of them once, strangers first, then the best.
    ``aside`` are the names of those on the list who are not introduced, and why; ``unassigned`` counts persons whose
    organisation is not known yet.
    """

    evening: Evening
    day: date
    guests: tuple[Guest, ...]
    pairs: tuple[Pair, ...]
    aside: tuple[tuple[str, Aside], ...]
    unassigned: int

    @classmethod
    def of(cls, view: View, event_id: str) -> "Sheet":
        """The sheet for the event as the management knows it: with names, whoever agreed to be named.

        Raises QuestionError where there is no such planned event, or the audience is another.
        """
        evening = Evening.of(view, event_id)
        if evening.status != "planned":
            raise QuestionError("unknown_planned_event", event=event_id)
        listed = view.ask("evening_guests", event_id=event_id)
        return made(evening, listed, Introductions.of(view))

    @property
    def persons(self) -> int:
        """How many guests the organisations on the sheet send."""
        return sum(guest.persons for guest in self.guests)

    @property
    def in_want(self) -> tuple[Guest, ...]:
        """The guests for whom there are fewer than two introductions."""
        return tuple(guest for guest in self.guests if guest.want)


def made(evening: Evening, listed: pd.DataFrame, introductions: Introductions) -> Sheet:
    """The sheet for the guest list ``listed`` (rows of the question "evening_guests")."""
    known = listed[listed["organisation_id"].notna()]
    aside: dict[str, Aside] = {}
    for guest in known.to_dict("records"):
        if guest["is_coordinator"] or not introductions.knows(guest["organisation_id"]):
            aside[guest["organisation_id"]] = "coordinator"
        elif introductions.has_left(guest["organisation_id"]):
            aside[guest["organisation_id"]] = "left"
    coming = known[~known["organisation_id"].isin(list(aside))]
    paired = introductions.for_guests(coming["organisation_id"].tolist())
    rows = paired.assign(own_id=paired["organisation_id"], own_name=paired["name"], own_kind=paired["kind"])
    named = dict(zip(known["organisation_id"], known["name"], strict=True))
    return Sheet(
        evening=evening,
        day=introductions.day,
        guests=tuple(_guests(coming, rows.to_dict("records"), introductions)),
        pairs=tuple(
            Pair(row["name"], row["kind"], _to(introductions, row["own_id"], row, "partner_"))
            for row in rows.to_dict("records")
        ),
        aside=tuple((str(named[guest]), why) for guest, why in aside.items()),
        unassigned=int(listed.loc[listed["organisation_id"].isna(), "persons"].sum()),
    )


def _guests(coming: pd.DataFrame, rows: list[dict[Any, Any]], introductions: Introductions) -> Iterable[Guest]:
    strangers = introductions.strangers(coming["organisation_id"].tolist())
    introduced = set(introductions.introduced(coming["organisation_id"].tolist()))
    met: dict[str, list[Introduction]] = {guest: [] for guest in coming["organisation_id"]}
    for row in rows:
        one, other = str(row["organisation_id"]), str(row["partner_id"])
        met[one].append(_to(introductions, one, row, "partner_"))
        met[other].append(_to(introductions, other, row, "own_"))
    guests = coming.to_dict("records")
    for row in sorted(guests, key=lambda guest: (_letters(guest["name"]), guest["organisation_id"])):
        guest = str(row["organisation_id"])
        yield Guest(
            organisation_id=guest,
            name=str(row["name"]),
            kind=str(row["kind"]),
            persons=int(row["persons"]),
            is_first=bool(row["is_first"]),
            introductions=tuple(met[guest]),
            want=_want(len(met[guest]), strangers[guest], len(guests)) if guest in introduced else "list_too_long",
        )


def _to(introductions: Introductions, guest: str, row: Mapping[Any, Any], partner: str) -> Introduction:
    """The introduction of the pair in ``row`` as seen from ``guest``; ``partner`` begins the columns of the other."""
    other = str(row[f"{partner}id"])
    reasons = {reason.part: reason for reason in introductions.reasons(guest, other)}
    return Introduction(
        organisation_id=other,
        name=str(row[f"{partner}name"]),
        kind=str(row[f"{partner}kind"]),
        met=int(row["met"]),
        reasons=tuple(reasons[part] for part in _SPOKEN if part in reasons),
    )


def _want(introduced: int, strangers: int, guests: int) -> Want | None:
    if introduced >= FEWEST:
        return None
    if guests < FEWEST:
        return "only_guest"
    if strangers > introduced:
        return "others_have_most"
    return "knows_all_but_one" if strangers else "knows_all"


def _letters(name: str) -> str:
    """What a name is ordered by: umlauts as their plain letters, upper and lower case alike."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
