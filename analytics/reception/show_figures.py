"""The scene of the figures: what the public is told of the KPIs, and what changed over a year."""

from typing import Any

from analytics.kpis import Standing, kpis_for, standings
from analytics.language import Language
from analytics.warehouse import Period, View, periods_between

_QUARTERS = 4
_MILLION = 1_000_000
_DIGITS = {"count": 0, "share": 0, "eur": 1, "days": 0, "index": 2, "mean": 1}


def figures(view: View, language: Language) -> dict[str, Any] | None:
    """The last four quarters of the data; None where nothing is dated, or no figure says anything.

    Figures about which nothing was ever recorded are left out; one that is undefined is shown as such.
    """
    period = last_year(view)
    if period is None:
        return None
    kpis = [kpi for kpi in kpis_for(view.audience) if not kpi.lacks_data(view)]
    found = standings(view, kpis, period, [])
    rows = [_figure(standing, language) for standing in found]
    if not any(row["value"] for row in rows):
        return None
    last = view.measured_on(period)
    return {
        "name": "figures",
        "title": _finding({standing.kpi.name: standing for standing in found}, language),
        "period": f"{language.date(period.starts_on)} – {language.date(last)}",
        "figures": rows,
    }


def last_year(view: View) -> Period | None:
    """The last four quarters with data, as the pages show them at first; None where nothing is dated."""
    if view.first_day is None or view.last_day is None:
        return None
    quarters = periods_between(view.first_day, view.last_day, "quarter")[-_QUARTERS:]
    return Period.spanning(quarters[0], quarters[-1])


def _figure(standing: Standing, language: Language) -> dict[str, Any]:
    """One figure as the screen counts it up: ``value`` with ``digits`` between ``before`` and ``after``.

    ``value`` is None where it is undefined; ``change`` is empty where it is not known.
    """
    kpi = standing.kpi
    value = standing.value
    scale, before, after = _written(value, kpi.unit, language)
    digits = _DIGITS[kpi.unit] if kpi.unit != "eur" or _MILLION <= abs(value or 0) < 100 * _MILLION else 0
    change = None if value is None else standing.change
    return {
        "name": kpi.name,
        "label": kpi.label.in_(language.code),
        "value": None if value is None else round(value / scale, digits),
        "digits": digits,
        "before": before,
        "after": after,
        "change": "" if change is None else _change(change, kpi.unit, language) + _until(standing, language),
        "way": 0 if not change else (1 if change > 0 else -1),
    }


def _written(value: float | None, unit: str, language: Language) -> tuple[float, str, str]:
    """By what a value is divided for the screen, and what stands before and after it."""
    if unit == "share":
        return 0.01, "", language.percent(0, 0)[1:]
    if unit != "eur":
        return 1, "", ""
    if value is not None and abs(value) >= _MILLION:
        before, _, after = language.text("reception.millions", amount="#").partition("#")
        return _MILLION, before, after
    before, _, after = language.value(0, "eur").partition("0")
    return 1, before, after


def _until(standing: Standing, language: Language) -> str:
    """Until which day of the year before a change is counted, while the year runs."""
    if standing.before_until is None:
        return ""
    return language.text("reception.change_until", day=language.date(standing.before_until))


def _change(change: float, unit: str, language: Language) -> str:
    """The change over a year, in words."""
    if not change:
        return language.text("reception.unchanged")
    if unit == "share":
        return language.text("reception.change_points", change=language.signed(100 * change, 1))
    if unit == "eur" and abs(change) >= _MILLION:
        amount = language.text("reception.millions", amount=language.signed(change / _MILLION, 1))
        return language.text("reception.change", change=amount)
    if unit == "eur":
        sign = "+" if change > 0 else "−"
        return language.text("reception.change", change=f"{sign}{language.value(abs(change), unit)}")
    digits = {"index": 2, "mean": 1}.get(unit, 0)
    return language.text("reception.change", change=language.signed(change, digits))


def _finding(found: dict[str, Standing], language: Language) -> str:
    """Whom the network reached and what runs in it, as far as that is known."""
    reached, active = (_count(found.get(name)) for name in ("organisations_reached", "active_cooperations"))
    if reached and active:
        return language.text("reception.figures", reached=reached, n=active)
    if active:
        return language.text("reception.figures_active", n=active)
    if reached:
        return language.text("reception.figures_reached", n=reached)
    return language.text("reception.figures_plain")


def _count(standing: Standing | None) -> int:
    return 0 if standing is None or standing.value is None else round(standing.value)
