"""What a guest finds on a phone: the own organisation, its place in the network, and whom to meet tonight.

Of organisations that did not agree to be named nothing is found and nobody is told; the view must be the public's.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.language.search import closest
from analytics.model import ENUMERATIONS
from analytics.network import DayGraph, Network
from analytics.network.introductions.introductions import Introductions
from analytics.network.surroundings import ego_network
from analytics.reception.evening import Evening
from analytics.warehouse import View

MOST_FOUND = 6
MOST_TO_MEET = 3
_LOOKED_AT = 60
"""So many suggestions are looked through for those who are on the guest list."""
_MOST_REASONS = 2
_PERSONAL = ("partners", "topics", "meetings", "nearness", "activity", "kinds")
"""The parts of a score, those first that say most to the one who reads them."""
_KINDS = ENUMERATIONS["organisation_kind"]


@dataclass(frozen=True)
class Finder:
    """The public's view, asked about one organisation at a time."""

    view: View

    def found(self, typed: str, language: Language) -> list[dict[str, str]]:
        """Organisations that agreed to be named and may be meant by ``typed``: id, name, kind and district."""
        known = self._findable
        rows = known.iloc[closest(known["name"].tolist(), typed, MOST_FOUND)]
        return [
            {
                "id": row["organisation_id"],
                "name": row["name"],
                "kind": _KINDS.label_of(row["kind"], language.code),
                "district": "" if pd.isna(row["district"]) else row["district"],
            }
            for row in rows.to_dict("records")
        ]

    def coordinators(self) -> list[str]:
        """The names of the coordinating office, as far as it agreed: whom to ask."""
        return self._findable["name"][self._findable["is_coordinator"]].tolist()

    def profile(self, organisation_id: str, language: Language, evening: Evening | None) -> dict[str, Any]:
        """One organisation as the public may see it.

        ``name``, ``kind`` (token), ``place`` in words; its named ``partners`` and the ``ties`` among them (places in
        that list), how many more are ``unnamed``; whom ``to_meet``, each with reasons. Raises
        QuestionError for an organisation that is not known or did not agree to be named.
        """
        known = self._findable[self._findable["organisation_id"] == organisation_id]
        if known.empty:
            raise QuestionError("unknown_organisation", organisation=organisation_id)
        row = known.iloc[0]
        nodes, ties = ego_network(self._graph, organisation_id)
        named = nodes.iloc[1:]
        named = named[named["organisation_id"].isin(self._findable["organisation_id"])].sort_values("name")
        partners = max(0, len(nodes) - 1)
        return {
            "name": row["name"],
            "kind": row["kind"],
            "place": "" if row["is_coordinator"] else self._place(organisation_id, partners, language),
            "partners": named[["name", "kind"]].to_dict("records"),
            "ties": _ties(ties, named["organisation_id"].tolist()),
            "unnamed": partners - len(named),
            "to_meet": self._to_meet(organisation_id, language, evening),
        }

    @cached_property
    def _findable(self) -> pd.DataFrame:
        return self.view.ask("organisations_findable")

    @cached_property
    def _graph(self) -> DayGraph:
        return Network.of(self.view).on(self.view.until_day)

    @cached_property
    def _introductions(self) -> Introductions:
        return Introductions.of(self.view)

    def _place(self, organisation_id: str, partners: int, language: Language) -> str:
        """How many partners it has, and how many more are one step further."""
        if not partners:
            return language.text("find.place_none")
        graph = self._graph
        near = graph.graph.neighborhood(graph.ids.index(organisation_id), order=2)
        further = len(near) - 1 - partners
        if not further:
            return language.text("find.place_partners", n=partners)
        return language.text("find.place_further", partners=language.text("find.partners", n=partners), n=further)

    def _to_meet(self, organisation_id: str, language: Language, evening: Evening | None) -> list[dict[str, Any]]:
        """Those suggested who are on the evening's list first; of the list nobody is told who did not agree."""
        introductions = self._introductions
        if not introductions.knows(organisation_id):
            return []
        coming = self._coming(evening)
        found = introductions.for_organisation(organisation_id, most=_LOOKED_AT)
        is_coming = found["partner_id"].isin(list(coming))
        chosen = pd.concat([found[is_coming], found[~is_coming]]).head(MOST_TO_MEET)
        return [_suggestion(row, coming, language) for row in chosen.to_dict("records")]

    def _coming(self, evening: Evening | None) -> set[str]:
        if evening is None:
            return set()
        return set(self.view.ask("introduction_guests", event_id=evening.event_id)["organisation_id"])


def _suggestion(row: Mapping[Hashable, Any], coming: Collection[str], language: Language) -> dict[str, Any]:
    reasons = sorted(row["reasons"], key=lambda reason: _PERSONAL.index(reason.part))[:_MOST_REASONS]
    return {
        "name": row["partner_name"],
        "kind": row["partner_kind"],
        "is_coming": row["partner_id"] in coming,
        "reasons": [reason.told(language) for reason in reasons],
    }


def _ties(ties: pd.DataFrame, partners: list[str]) -> list[list[int]]:
    """The ties among the partners, as their places."""
    place = {partner: number for number, partner in enumerate(partners)}
    return [
        [place[one], place[other]]
        for one, other in zip(ties["organisation_id"], ties["partner_id"], strict=True)
        if one in place and other in place
    ]
