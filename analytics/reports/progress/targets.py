"""How the targets stand: planned against achieved, with the reasons that people gave, and each path as a chart."""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from analytics.charts import PALETTES
from analytics.charts.axes import written
from analytics.charts.progress.target_findings import target_path as find_path
from analytics.charts.progress.target_findings import targets_summary
from analytics.charts.progress.target_status import status_word
from analytics.charts.progress.targets import target_path as draw_path
from analytics.kpis import outlook_words as words
from analytics.kpis.achievement import STATUSES, Achievement
from analytics.kpis.outlook import outlook_of
from analytics.kpis.path_course import path_course
from analytics.reports.progress.content import Basis, Figure, NativeChart, Part, Section, Series, Table
from analytics.reports.progress.figures import figure, line
from analytics.reports.progress.watch import Watch
from analytics.reports.prose import Bullets, Paragraph

_LIGHT = PALETTES["light"]
_OFF = ("behind", "at_risk", "missed")
"""A target that stands so wants a reason."""
_TONES = {"behind": "bad", "missed": "bad", "at_risk": "warn", "on_course": "good", "met": "good"}
_COLUMNS = ("kpi", "baseline", "expected", "actual", "against_due", "aim", "by", "status")


def targets_section(basis: Basis, achievements: Sequence[Achievement], watch: Watch) -> Section:
    """The table of all targets, the reasons, and a chart for each path that runs; a sentence where there is none."""
    title = basis.text("progress.block_targets")
    if not achievements:
        return Section("targets", title, (Paragraph(basis.text("report.no_targets")),))
    ordered = in_order(achievements)
    parts: list[Part] = [
        Paragraph(f"{_summary(basis, achievements)}. {basis.text('progress.as_of', date=_date(basis, basis.day))}"),
        targets_table(basis, ordered),
        Paragraph(_thresholds(basis, ordered), "note"),
        *outlook_summary(basis, achievements),
    ]
    if off := [found for found in ordered if found.status in _OFF or found.note]:
        parts.append(Paragraph(basis.text("report.reasons_read"), "lead"))
        parts.append(Bullets(tuple(reason_of(basis, found) for found in off)))
    for place, found in enumerate(ordered):
        watch.check()
        if found.is_running:
            parts.append(_figure(basis, found, place))
    return Section("targets", title, tuple(parts))


def in_order(achievements: Sequence[Achievement]) -> list[Achievement]:
    """As they want to be looked at: what is behind first."""
    return sorted(achievements, key=lambda found: STATUSES.index(found.status))


def target_sentences(basis: Basis, achievements: Sequence[Achievement]) -> list[str]:
    """How many targets are on course, and which are not; nothing where there is no target."""
    if not achievements:
        return []
    said = [f"{_summary(basis, achievements)}."]
    for status in _OFF:
        names = [label_of(basis, found) for found in achievements if found.status == status]
        if names:
            word = basis.text(f"progress.group_{status}")
            said.append(f"{word}: {basis.language.listing(list(dict.fromkeys(names)))}.")
    return said


def targets_table(basis: Basis, achievements: Sequence[Achievement]) -> Table:
    """A row per target: baseline, what is due by now, what is reached, how much of it that is, the aim, the status."""
    shown = [_row(basis, found) for found in achievements]
    return Table(
        title=basis.text("progress.block_targets"),
        headings=tuple(basis.text(f"report.target_{column}") for column in _COLUMNS),
        rows=tuple(tuple(said for said, _ in row) for row in shown),
        numeric=(False, True, True, True, True, True, True, False),
        widths=(3.7, 1.3, 1.4, 1.4, 1.2, 1.3, 1.6, 2.2),
        numbers=tuple(tuple(number for _, number in row) for row in shown),
        tones=tuple(_TONES.get(found.status, "") for found in achievements),
    )


def outlook_summary(basis: Basis, achievements: Sequence[Achievement]) -> list[Paragraph]:
    """How many of the targets that run are likely to be reached if things go on, and how that is known."""
    found = [outlook_of(basis.view, one.path, one.day) for one in achievements if one.is_running]
    if not found:
        return []
    parts = [Paragraph(words.outlook_summary(found, basis.language).rstrip(".") + ".")]
    if any(one.prospect for one in found):
        parts += [Paragraph(basis.text(f"outlook.{key}"), "note") for key in ("beside_status_means", "how")]
    return parts


def label_of(basis: Basis, found: Achievement) -> str:
    """The KPI's name."""
    return found.path.kpi.label.in_(basis.language.code)


def sourced_label_of(basis: Basis, found: Achievement) -> str:
    """The KPI's name with who set the target: several may ask different things of one KPI."""
    return f"{label_of(basis, found)} – {found.path.source or basis.text('progress.no_source')}"


def reason_of(basis: Basis, found: Achievement) -> str:
    """What a person wrote about a target: reason and measure; that nothing was written, where that is so."""
    head = f"{sourced_label_of(basis, found)} ({status_word(found.status, basis.language)})"
    if found.note is None:
        return f"{head}: {basis.text('report.no_reason')}"
    said = [
        f"{basis.text(f'progress.{name}')}: {text.rstrip('.')}."
        for name, text in (("reason", found.note.reason), ("measure", found.note.measure))
        if text
    ]
    dated = basis.text("progress.written_on", date=_date(basis, found.note.written_on))
    return f"{head}: {' '.join(said)} ({dated})"


def _summary(basis: Basis, achievements: Sequence[Achievement]) -> str:
    running = [found for found in achievements if found.is_running]
    frame = pd.DataFrame(
        {
            "status": [found.status for found in running],
            "starts_on": [found.path.starts_on for found in running],
            "ends_on": [found.path.ends_on for found in running],
            "day": [found.day for found in running],
        }
    )
    return targets_summary(frame, basis.language)


def _thresholds(basis: Basis, achievements: Sequence[Achievement]) -> str:
    """By which shares a status is told; said once where they are the same for all."""
    shares = sorted({(found.path.amber_below, found.path.red_below) for found in achievements}, reverse=True)
    percent = basis.language.percent
    return " ".join(
        basis.text("progress.thresholds", amber=percent(amber, 0), red=percent(red, 0)) for amber, red in shares[:1]
    )


def _row(basis: Basis, found: Achievement) -> list[tuple[str, tuple[float, str] | None]]:
    """Each cell as text, and where it is a number also as such with its unit."""
    language, path, unit = basis.language, found.path, found.path.kpi.unit
    cells: list[tuple[str, tuple[float, str] | None]] = [(sourced_label_of(basis, found), None)]
    cells += [_cell(basis, value, unit) for value in (path.baseline, found.expected, found.actual)]
    share = found.against_due
    cells.append((language.percent(share, 0), None if share is None else (share, "share")))
    cells.append(_cell(basis, path.final, unit))
    return [*cells, (_date(basis, path.ends_on), None), (status_word(found.status, language), None)]


def _cell(basis: Basis, value: float | None, unit: str) -> tuple[str, tuple[float, str] | None]:
    """A value in few letters, large sums in millions; and as a number."""
    language = basis.language
    said = written(value, "eur", language, short=True) if unit == "eur" else language.value(value, unit)
    return said, None if value is None else (value, unit)


def _figure(basis: Basis, found: Achievement, place: int) -> Figure:
    kpi, label = found.path.kpi, label_of(basis, found)
    frame = path_course(basis.view, found.path, found.day)
    draw = partial(draw_path, label=label, unit=kpi.unit, less_is_better=found.path.leads_down)
    find = partial(find_path, label=label, unit=kpi.unit, status=found.status)
    units = dict.fromkeys(("on_path", "milestone", "amber", "red", "actual"), kpi.unit)
    return figure(
        basis, f"target_{place:02d}", frame, draw, find, _chart(basis, found, frame),
        kpis=[kpi.name], units=units, caption=_caption(basis, found),
        note=words.outlook_sentence(outlook_of(basis.view, found.path, found.day), basis.language),
        remark=reason_of(basis, found) if found.note or found.status in _OFF else "",
    )  # fmt: skip


def _caption(basis: Basis, found: Achievement) -> str:
    source = found.path.source or basis.text("progress.no_source")
    return basis.text("report.path_read", source=source)


def _chart(basis: Basis, found: Achievement, frame: pd.DataFrame) -> NativeChart:
    """Path and actual values over the days; days on which the actual value was not asked for would tear its line."""
    asked = frame["actual"].notna() | (frame["day"] > pd.Timestamp(found.day)) | (frame.index == 0)
    rows = frame[asked]
    lines: tuple[Series, ...] = (
        line(rows, "actual", basis.text("targets.actual"), _LIGHT.accent),
        line(rows, "on_path", basis.text("targets.path"), _LIGHT.muted, is_dashed=True),
    )
    if "outlook" in rows:
        lines += (
            line(rows, "outlook", basis.text("targets.outlook"), _LIGHT.second),
            line(rows, "outlook_low", basis.text("report.outlook_low"), _LIGHT.second, is_dashed=True),
            line(rows, "outlook_high", basis.text("report.outlook_high"), _LIGHT.second, is_dashed=True),
        )
    days = tuple(day.date() for day in rows["day"])
    unit = found.path.kpi.unit
    return NativeChart("lines", days, lines, unit, basis.text(f"charts.unit_{unit}"))


def _date(basis: Basis, day: object) -> str:
    return basis.language.date(day)  # type: ignore[arg-type]
