"""What changed, in two or three sentences made from the KPIs' standings."""

from collections.abc import Sequence
from datetime import date

from analytics.kpis.standing import Standing
from analytics.language import Language

_NOTABLE = 0.1
"""A change for the worse by less than a tenth is not worth a sentence."""

_COMPARED = {
    "over": ("changes.fewer", "changes.same", "changes.more"),
    "period": ("changes.fewer_until", "changes.same_until", "changes.more_until"),
    "date": ("changes.fewer_on", "changes.same_on", "changes.more_on"),
}
"""The words for a change against a period that is over; while it runs, by what is measured."""


def changes(standings: Sequence[Standing], until: date, language: Language) -> list[str]:
    """Whom the network reached, what became of cooperations by ``until``, and what got worse most.

    Empty where nothing is known.
    """
    by_name = {standing.kpi.name: standing for standing in standings}
    sentences = [_reach(by_name, language), _cooperation(by_name, until, language), _worst(standings, language)]
    return [sentence for sentence in sentences if sentence]


def _reach(standings: dict[str, Standing], language: Language) -> str | None:
    reached, newcomers = standings.get("organisations_reached"), standings.get("newcomers")
    if reached is None or not reached.value:
        return None
    key = "changes.reached" if reached.until is None else "changes.reached_until"
    parts = [language.text(key, n=round(reached.value), until=_day(reached.until, language))]
    parts.append(_compared(reached, language))
    if newcomers is not None and newcomers.value is not None:
        parts.append(language.text("changes.newcomers", n=round(newcomers.value)))
    return "".join(parts) + "."


def _cooperation(standings: dict[str, Standing], until: date, language: Language) -> str | None:
    active, new = standings.get("active_cooperations"), standings.get("new_cooperations")
    if active is None or not active.value:
        return None
    parts = [
        language.text("changes.active", n=round(active.value), date=language.date(until)),
        _compared(active, language),
    ]
    if new is not None and new.value is not None:
        parts.append(language.text("changes.begun", n=round(new.value)))
    return "".join(parts) + "."


def _compared(standing: Standing, language: Language) -> str:
    if standing.change is None:
        return ""
    difference = round(standing.change)
    fewer, same, more = _COMPARED["over" if standing.before_until is None else standing.kpi.measured]
    key = same if difference == 0 else more if difference > 0 else fewer
    return language.text(key, n=abs(difference), until=_day(standing.before_until, language))


def _day(day: date | None, language: Language) -> str:
    return "" if day is None else language.date(day)


def _worst(standings: Sequence[Standing], language: Language) -> str | None:
    """The KPI that moved furthest the wrong way, as a share of its value before."""
    worse = [(drop, standing) for standing in standings if (drop := _drop(standing)) >= _NOTABLE]
    if not worse:
        return None
    _, standing = max(worse, key=lambda pair: pair[0])
    runs = standing.until is not None and standing.before_until is not None
    return language.text(
        "changes.worst_until" if runs else "changes.worst",
        until=_day(standing.until, language),
        before_until=_day(standing.before_until, language),
        kpi=standing.kpi.label.in_(language.code),
        before=language.value(standing.before, standing.kpi.unit),
        value=language.value(standing.value, standing.kpi.unit),
        base="" if standing.base is None else language.text("changes.base", n=round(standing.base)),
    )


def _drop(standing: Standing) -> float:
    """By which share of its value before a KPI got worse; 0 where it did not, or where that cannot be said."""
    if standing.change is None or not standing.before or standing.has_few_cases:
        return 0.0
    if standing.kpi.better == "neither":
        return 0.0
    worsening = -standing.change if standing.kpi.better == "up" else standing.change
    return max(0.0, worsening / abs(standing.before))
