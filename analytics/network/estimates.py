"""What of a very large network's measures is an estimate or left out, and how that is said."""

from collections.abc import Collection, Sequence
from datetime import date

from analytics.language import Language
from analytics.network import configuration_model, measures
from analytics.network.communities import are_refined
from analytics.network.costly_days import costly_days
from analytics.network.network import DayGraph, Network

EVERY = ("betweenness", "groups", "two_step_reach", "clustering_expected")
"""All that may be an estimate."""


def estimated(network: DayGraph, names: Collection[str] = EVERY) -> dict[str, int]:
    """Those of ``names`` that are estimates of ``network``, and of how many organisations they were made.

    Of "groups", which are as they are found but might be better ones, and of "clustering_expected", which is left out,
    it is the number of organisations and ties that are too many.
    """
    count, ties = len(network.nodes), len(network.ends)
    found: dict[str, int] = {}
    if "betweenness" in names and count >= 3 and (pivots := measures.betweenness_pivots(network)) < count:
        found["betweenness"] = pivots
    if "groups" in names and not are_refined(network):
        found["groups"] = count + ties
    if "two_step_reach" in names and (asked := measures.reach_asked(network)) < count:
        found["two_step_reach"] = asked
    if "clustering_expected" in names and measures.is_chance_left_out(network):
        found["clustering_expected"] = ties
    return found


def in_words(network: DayGraph, language: Language, names: Collection[str] = EVERY) -> list[str]:
    """A sentence for each of :func:`estimated`; none for a network of ordinary size."""
    most = {"clustering_expected": configuration_model.MOST_TIES}
    return [
        language.text(
            f"estimates.{name}",
            n=number,
            organisations=language.number(len(network.nodes)),
            most=language.number(most.get(name, 0)),
        )
        for name, number in estimated(network, names).items()
    ]


def days_in_words(network: Network, days: Sequence[date], language: Language, *, cumulative: bool = False) -> list[str]:
    """That a history lacks days, if it does."""
    left_out = len(set(days)) - len(costly_days(network, days, cumulative=cumulative))
    return [language.text("estimates.days", n=left_out)] if left_out else []
