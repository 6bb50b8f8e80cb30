"""How the network grows: whom it reaches, who stays, which cooperations come of it and how far they get."""

from functools import partial

import pandas as pd

from analytics.charts import PALETTES, PATTERNS, findings
from analytics.charts.cooperation import findings as cooperation_findings
from analytics.charts.cooperation.pipeline import STAGES, stages_over_time
from analytics.charts.growth import growth
from analytics.charts.kinds import in_order
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, label_of
from analytics.network import Network
from analytics.network.stages import ENDED, pipeline
from analytics.network.stages import STAGES as TOKENS
from analytics.reports.progress.content import Basis, Figure, NativeChart, Part, Section, Series, Table
from analytics.reports.progress.figures import figure, line, negated, period_names, source_of
from analytics.reports.progress.periods import MOST_QUARTERS, history, incomplete_note, years_in_parts
from analytics.reports.prose import Paragraph

_LIGHT = PALETTES["light"]
_STAGE_LOOKS = ((None, "open"), (0, "/"), (1, "-"), (2, ""), (3, "."))
"""Each stage's place on the palette's scale, the further the darker, and its hatching."""


def growth_section(basis: Basis, network: Network) -> Section:
    """Reach first, then cooperation; a sentence where there is nothing of either."""
    parts: list[Part] = []
    reach: list[Part] = [found for found in (_reached(basis), _arrivals(basis), *_kinds(basis)) if found]
    parts += reach or [Paragraph(basis.text("report.no_contacts"))]
    cooperation: list[Part] = [
        found for found in (_cooperations(basis), _stages(basis, network), *_partners(basis)) if found
    ]
    parts += cooperation or [Paragraph(basis.text("report.no_cooperations"))]
    return Section("growth", basis.text("report.section_growth"), tuple(parts))


def _reached(basis: Basis) -> Figure | None:
    frame = _begun(basis.view.ask("growth_organisations", history(basis)), "cumulative")
    if frame.empty:
        return None
    chart = _accumulated(frame, "organisations", basis.language)
    draw, find = growth.organisations_reached, findings.organisations_reached
    return figure(basis, "organisations_reached", frame, draw, find, chart, kpis=["organisations_reached"])


def _cooperations(basis: Basis) -> Figure | None:
    frame = _begun(basis.view.ask("growth_cooperations", history(basis)), "cumulative")
    if frame.empty:
        return None
    chart = _accumulated(frame, "cooperations", basis.language)
    kpis = ["active_cooperations", "new_cooperations"]
    draw, find = growth.cooperations_growth, findings.cooperations_growth
    return figure(basis, "cooperations_growth", frame, draw, find, chart, kpis=kpis)


def _accumulated(frame: pd.DataFrame, counted: str, language: Language) -> NativeChart:
    lines = (
        line(frame, "cumulative", language.text(f"charts.{counted}_cumulative"), _LIGHT.accent),
        line(frame, "active", language.text(f"charts.{counted}_active"), _LIGHT.second),
    )
    return NativeChart("lines", period_names(frame, language), lines, "count", language.text(f"charts.{counted}"))


def _arrivals(basis: Basis) -> Figure | None:
    columns = ("new", "returning", "back_again", "lapsed")
    frame = _begun(basis.view.ask("growth_arrivals", history(basis)), *columns)
    if frame.empty:
        return None
    looks = zip(
        columns,
        (_LIGHT.accent, _LIGHT.accent_second, _LIGHT.accent, _LIGHT.neutral),
        ("", "/", "open", "x"),
        strict=True,
    )
    series = [
        line(frame, column, basis.text(f"charts.{column}"), colour, pattern=pattern)
        for column, colour, pattern in looks
    ]
    series[-1] = negated(series[-1])
    names, axis = period_names(frame, basis.language), basis.text("charts.organisations")
    chart = NativeChart("stacked", names, tuple(series), "count", axis)
    return figure(basis, "arrivals", frame, growth.arrivals, findings.arrivals, chart, kpis=["newcomers"])


def _kinds(basis: Basis) -> list[Part]:
    frame = basis.view.ask("growth_kinds", years_in_parts(basis))
    if frame.empty:
        return []
    find = findings.kinds_over_time
    if f"organisations{CLASS}" in frame:
        return [_in_classes(basis, frame, find(frame, basis.language), "kinds_over_time")]
    chart, draw = _by_kind(frame, basis.language, "shares"), partial(growth.kinds_over_time, share=True)
    return [figure(basis, "kinds_over_time", frame, draw, find, chart)]


def _partners(basis: Basis) -> list[Part]:
    frame = basis.view.ask("growth_partner_kinds", years_in_parts(basis))
    if frame.empty:
        return []
    find = partial(findings.partner_kinds, periods=frame["period"].unique().tolist())
    if f"organisations{CLASS}" in frame:
        return [_in_classes(basis, frame, find(frame, basis.language), "partner_kinds")]
    chart, draw, kpis = (
        _by_kind(frame, basis.language, "stacked"),
        growth.kinds_over_time,
        ["cooperating_organisations"],
    )
    return [figure(basis, "partner_kinds", frame, draw, find, chart, kpis=kpis)]


def _in_classes(basis: Basis, frame: pd.DataFrame, finding: str, name: str) -> Table:
    """A row per kind and a column per year with the classes that are told."""
    periods = tuple(str(period) for period in frame["period"].drop_duplicates())
    cells = {
        (row["kind"], str(row["period"])): label_of(row[f"organisations{CLASS}"], basis.language)
        for row in frame.to_dict("records")
    }
    label = partial(ENUMERATIONS["organisation_kind"].label_of, language=basis.language.code)
    rows = tuple(
        (label(kind), *(cells[kind, period] for period in periods)) for kind in in_order(frame["kind"].unique())
    )
    said = [basis.text(f"report.read_{name}"), incomplete_note(basis, periods), source_of(basis)]
    return Table(
        title=finding,
        headings=(basis.text("columns.kind"), *periods),
        rows=rows,
        numeric=(False, *(True,) * len(periods)),
        widths=(2.5, *(1.0,) * len(periods)),
        caption=" ".join(part for part in said if part),
    )


def _by_kind(frame: pd.DataFrame, language: Language, form: str) -> NativeChart:
    """A series per kind of organisation; in a period without a row of it there is none of them."""
    periods = frame["period"].drop_duplicates().tolist()
    series = []
    for kind in in_order(frame["kind"]):
        rows = frame[frame["kind"] == kind].set_index("period").reindex(periods)
        missing = ~pd.Index(periods).isin(frame.loc[frame["kind"] == kind, "period"])
        rows.loc[missing, "organisations"] = 0
        label = ENUMERATIONS["organisation_kind"].label_of(kind, language.code)
        pattern = "open" if kind == "unknown" else PATTERNS.get(kind, "")
        series.append(line(rows, "organisations", label, _LIGHT.kind(kind), pattern=pattern))
    names = tuple(language.period(str(period), short=True) for period in periods)
    if form == "shares":
        return NativeChart("shares", names, tuple(series), "count", language.text("charts.organisations_share"))
    return NativeChart("stacked", names, tuple(series), "count", language.text("charts.organisations"))


def _stages(basis: Basis, network: Network) -> Figure | None:
    periods = history(basis)
    days = [min(period.ends_on, basis.day) for period in periods]
    names = dict(zip(TOKENS, STAGES, strict=True))
    long = pipeline(network, days).assign(stage=lambda rows: rows["stage"].map(lambda stage: names.get(stage, stage)))
    counts = long["cooperations"].to_numpy().reshape(len(days), len(TOKENS) + 1)
    frame = pd.DataFrame(counts, columns=[*STAGES, ENDED])
    frame.insert(0, "period", [period.name for period in periods])
    frame = _begun(frame, *STAGES, ENDED)
    if frame.empty:
        return None
    series = [_stage(basis, frame, stage, *look) for stage, look in zip(STAGES, _STAGE_LOOKS, strict=True)]
    ended = line(frame, ENDED, basis.text("cooperation.stage_ended"), _LIGHT.neutral, pattern="x")
    chart = NativeChart(
        "stacked",
        period_names(frame, basis.language),
        (*series, negated(ended)),
        "count",
        basis.text("charts.cooperations"),
    )
    return figure(
        basis, "stages_over_time", frame, stages_over_time, cooperation_findings.stages_over_time, chart,
        kpis=["maturation"],
    )  # fmt: skip


def _stage(basis: Basis, frame: pd.DataFrame, stage: str, depth: int | None, pattern: str) -> Series:
    colour = _LIGHT.accent if depth is None else _LIGHT.sequential[depth + 1]
    return line(frame, stage, basis.text(f"cooperation.stage_{stage}"), colour, pattern=pattern)


def _begun(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The periods from the first on in which anything is counted, of many the last."""
    counted = frame[list(columns)].gt(0).any(axis=1)
    return frame[counted.cummax()].tail(MOST_QUARTERS).reset_index(drop=True)
