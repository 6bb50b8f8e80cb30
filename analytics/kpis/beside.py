"""What has to stand beside a KPI's value so that it can be judged: a range, counts, a benchmark."""

from collections.abc import Callable, Mapping

from analytics.kpis.achievement import achievements
from analytics.kpis.catalogue import Kpi
from analytics.language import Language
from analytics.network.encounters.never_met import never_met
from analytics.network.network import Network
from analytics.network.robustness import Robustness, robustness
from analytics.warehouse import Period, Scope, View


def beside(kpi: Kpi, view: View, period: Period, scope: Scope, language: Language) -> str:
    """The sentence that belongs beside the KPI's value in ``period``; empty where there is none."""
    if kpi.name not in BESIDE or view.last_day is None or period.starts_on > view.last_day:
        return ""
    return BESIDE[kpi.name](view, period, scope, language)


def _robustness(view: View, period: Period, scope: Scope, language: Language) -> str:
    """How many are lost, and between what the result lies, depending on whom of equals it hits."""
    found = robustness(Network.counted(view, scope).on(view.measured_on(period)))
    return "" if found is None else range_of_robustness(found, language)


def range_of_robustness(found: Robustness, language: Language) -> str:
    """How many are lost and stay, and between what shares the result lies."""
    low, high = (language.percent(held / found.left) for held in (found.low, found.high))
    key = "kpis.beside_robustness" if low == high else "kpis.beside_robustness_range"
    return language.text(key, n=found.lost, left=language.number(found.left), low=low, high=high)


def _target_achievement(view: View, period: Period, scope: Scope, language: Language) -> str:
    """How many targets lie behind, and how many were missed."""
    if view.until_day is None or not scope.is_everything:
        return ""
    begun = [one for one in achievements(view, min(period.ends_on, view.until_day)) if one.has_begun]
    statuses = [one.status for one in begun]
    counts = {status: language.number(statuses.count(status)) for status in ("behind", "missed")}
    return language.text("kpis.beside_target_achievement", n=len(begun), **counts) if begun else ""


def _ties_after_meeting(view: View, period: Period, scope: Scope, language: Language) -> str:
    """What comparable pairs did that never met, and how many cases that is made from."""
    found = never_met(view.counting([period], scope), period)
    if found is None:
        return ""
    share, years = language.percent(found.share, 2), language.number(found.years)
    return language.text("kpis.beside_ties_after_meeting", n=found.agreed, share=share, years=years)


BESIDE: Mapping[str, Callable[[View, Period, Scope, Language], str]] = {
    "robustness": _robustness,
    "target_achievement": _target_achievement,
    "ties_after_meeting": _ties_after_meeting,
}
"""The KPIs that are not told without it."""
