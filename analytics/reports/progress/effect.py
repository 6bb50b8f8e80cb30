"""What meeting has to do with cooperating: an association, with the caution that belongs to it, and never an effect."""

from functools import partial

import pandas as pd

from analytics.charts import PALETTES
from analytics.charts.cooperation import findings as cooperation_findings
from analytics.charts.cooperation.cooperation import measure_history
from analytics.charts.events import encounter_findings as findings
from analytics.charts.events import encounters as charts
from analytics.charts.progress import progress_findings
from analytics.charts.progress.origins import cooperation_origins
from analytics.charts.progress.progress_findings import association as findings_in_words
from analytics.kpis import CATALOGUE, compute
from analytics.kpis.beside import beside
from analytics.kpis.origins import origins
from analytics.network import Network
from analytics.network.encounters.encounters import Encounters
from analytics.network.encounters.funnel import STEPS, funnel
from analytics.network.encounters.matched_pairs import FEWEST_CASES, LEVEL, compared, table
from analytics.network.history import history as measures_over
from analytics.reports.progress.content import Basis, Figure, NativeChart, Part, Section, Series
from analytics.reports.progress.figures import figure, line, period_names
from analytics.reports.progress.periods import MOST_QUARTERS, history, years_so_far
from analytics.reports.prose import Paragraph
from analytics.warehouse import EVERYTHING, Period

_LIGHT = PALETTES["light"]
_SHARES = {"share": "share"}
_RATIOS = {"odds_ratio": "mean", "low": "mean", "high": "mean", "expected": "mean", "p_value": "share"}


def effect_section(basis: Basis, network: Network) -> Section:
    """The pairs that met and what came of them, held against comparable pairs; and whether sectors mix."""
    parts: list[Part] = [Paragraph(basis.text("encounters.caution"), "caution")]
    encounters = Encounters.of(basis.view)
    if basis.view.last_day is None or encounters.visits.empty:
        parts.append(Paragraph(basis.text("report.no_meetings")))
    else:
        parts += _met(basis, encounters)
    parts += [part for part in (_after_meeting(basis), _origins(basis), _crossing(basis, network)) if part]
    return Section("effect", basis.text("progress.block_impact"), tuple(parts))


def _met(basis: Basis, encounters: Encounters) -> list[Part]:
    parts: list[Part] = [Paragraph(basis.text("encounters.pairs_are"))]
    passed = funnel(encounters, [basis.period]).iloc[0]
    steps = pd.DataFrame({"step": ["met", *STEPS], "pairs": passed[["pairs", *STEPS]].to_numpy(dtype=int)})
    steps["share"] = steps["pairs"] / steps["pairs"].iloc[0] if passed["pairs"] else None
    if passed["pairs"]:
        parts.append(_funnel(basis, steps, int(passed["recent"])))
    comparisons = table(compared(encounters)).drop(columns="permutations")
    first = comparisons.iloc[0]
    if not first["cases"]:
        return [*parts, Paragraph(basis.text("encounters.no_new_pairs"))]
    parts.append(_comparison(basis, comparisons))
    notes = [findings_in_words(comparisons, basis.language)]
    if certain := findings.certainty(comparisons, basis.language):
        parts += [Paragraph(note) for note in (*notes, findings.ratio_means(comparisons, basis.language)) if note]
        notes = [certain, basis.text("encounters.level", n=round(100 * LEVEL))]
    if first["cases"] < FEWEST_CASES:
        notes.append(basis.text("encounters.why_few"))
    if first["unmatched"]:
        notes.append(basis.text("encounters.unmatched", n=int(first["unmatched"])))
    notes.append(findings.drawn(comparisons, basis.language))
    said = " ".join(note for note in notes if note)
    return [*parts, Paragraph(said)] if said else parts


def _funnel(basis: Basis, steps: pd.DataFrame, recent: int) -> Figure:
    shown = steps[steps["step"] != "met"]
    chart = NativeChart(
        "bars",
        tuple(basis.text(f"charts.step_{step}") for step in shown["step"]),
        (line(shown, "pairs", basis.text("columns.pairs"), _LIGHT.second),),
        "count",
        basis.text("columns.pairs"),
    )
    note = basis.text("encounters.recent", n=recent) if recent else ""
    draw, find = charts.meeting_funnel, findings.meeting_funnel
    return figure(basis, "meeting_funnel", steps, draw, find, chart, units=_SHARES, note=note)


def _comparison(basis: Basis, comparisons: pd.DataFrame) -> Figure:
    first = comparisons.iloc[0]
    groups = (("cases", "exposed_cases"), ("controls", "exposed_controls"))
    shares = tuple(float(first[met] / first[group]) if first[group] else None for group, met in groups)
    chart = NativeChart(
        "bars",
        tuple(basis.text(f"charts.met_{group}") for group, _ in groups),
        (Series(basis.text("report.met_before_share"), shares, _LIGHT.accent),),
        "share",
        basis.text("report.met_before_share"),
    )
    find = partial(findings.met_before, needed=FEWEST_CASES)
    note = basis.text("report.all_years", date=basis.language.date(basis.view.last_day))
    return figure(
        basis, "met_before", comparisons, charts.met_before, find, chart, kpis=["ties_after_meeting"], units=_RATIOS,
        note=note,
    )  # fmt: skip


def _after_meeting(basis: Basis) -> Paragraph | None:
    """Of the pairs that met a year ago or longer, how many agreed on something within a year (K28)."""
    span = Period(basis.period.starts_on, basis.day, "now")
    found = compute(basis.view, [CATALOGUE["ties_after_meeting"]], [span]).iloc[0]
    if not found["denominator"] > 0:
        return None
    said = basis.text(
        "encounters.after_meeting",
        n=round(found["denominator"]),
        agreed=round(found["numerator"]),
        share=basis.language.percent(found["value"], 2),
        date=basis.language.date(basis.day),
    )
    said = " ".join([said, beside(CATALOGUE["ties_after_meeting"], basis.view, span, EVERYTHING, basis.language)])
    return Paragraph(said.strip())


def _origins(basis: Basis) -> Figure | None:
    """Where agreed cooperations came from, as those say who entered them."""
    frame = origins(basis.view, years_so_far(basis, MOST_QUARTERS))
    if frame.empty or not frame["cooperations"].sum():
        return None
    looks = {
        "from_events": (_LIGHT.accent, ""),
        "from_others": (_LIGHT.second, "/"),
        "from_unknown": (_LIGHT.neutral, "open"),
    }
    series = tuple(
        line(frame, part, basis.text(f"charts.origin_{part}"), colour, pattern=pattern)
        for part, (colour, pattern) in looks.items()
    )
    names, axis = period_names(frame, basis.language), basis.text("charts.cooperations_agreed")
    chart = NativeChart("stacked", names, series, "count", axis)
    draw, find = cooperation_origins, progress_findings.cooperation_origins
    caption = basis.text("report.origins_read")
    return figure(basis, "origins", frame, draw, find, chart, kpis=["new_cooperations"], caption=caption)


def _crossing(basis: Basis, network: Network) -> Figure | None:
    """The share of ties between different kinds over time, beside what random mixing would give."""
    periods = history(basis)[-MOST_QUARTERS:]
    days = [min(period.ends_on, basis.day) for period in periods]
    found = measures_over(network, days, chosen=("cross_sector_share", "cross_sector_expected"))
    frame = pd.DataFrame(
        {
            "period": [period.name for period in periods],
            "value": found["cross_sector_share"].astype(float),
            "expected": found["cross_sector_expected"].astype(float),
        }
    )
    if frame["value"].isna().all():
        return None
    label = basis.text("network.cross_sector_share")
    chart = NativeChart(
        "lines",
        period_names(frame, basis.language),
        (
            line(frame, "value", label, _LIGHT.accent),
            line(frame, "expected", basis.text("cooperation.by_chance"), _LIGHT.muted, is_dashed=True),
        ),
        "share",
        basis.text("charts.unit_share"),
    )
    draw = partial(measure_history, label=label, unit="share")
    find = partial(cooperation_findings.measure_history, label=label, unit="share")
    units = {"value": "share", "expected": "share"}
    return figure(
        basis, "measure_history", frame, draw, find, chart, kpis=["cross_sector_share"], units=units
    )  # fmt: skip
