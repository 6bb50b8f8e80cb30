"""What happened in the period, in sentences and in one table."""

from collections.abc import Sequence

from analytics.kpis import GROUPS, Standing, changes
from analytics.reports.progress.content import Basis, Part, Section, Table
from analytics.reports.prose import Bullets, Paragraph


def summary_section(basis: Basis, standings: Sequence[Standing], about_targets: Sequence[str]) -> Section:
    """What changed, how the targets stand, and every KPI that the audience is shown."""
    text, language = basis.text, basis.language
    span = text("report.span", first=language.date(basis.period.starts_on), last=language.date(basis.day))
    sentences = (*changes(standings, basis.day, language), *about_targets)
    parts: list[Part] = [Paragraph(span)]
    parts.append(Bullets(sentences) if sentences else Paragraph(text("overview.quiet")))
    parts.append(Paragraph(text("report.kpis_read")))
    known = [standing for standing in standings if not standing.kpi.lacks_data(basis.view)]
    if known:
        parts.append(kpi_table(basis, known))
        if until := compared_until(basis, known):
            parts.append(Paragraph(until, "note"))
    if lacking := [standing.kpi for standing in standings if standing not in known]:
        names = language.listing([kpi.label.in_(language.code) for kpi in lacking])
        parts.append(Paragraph(text("report.kpis_without_data", names=names), "note"))
    return Section("summary", text("report.section_summary"), tuple(parts))


def compared_until(basis: Basis, standings: Sequence[Standing]) -> str:
    """Until which days the values of a period that still runs and those before count; "" where it is over."""
    days = {
        (standing.until, standing.before_until, standing.year_before_until)
        for standing in standings
        if standing.until and (standing.before_until or standing.year_before_until)
    }
    told = []
    for until, *earlier in sorted(days, key=str):
        shown = basis.language.listing([basis.language.date(day) for day in earlier if day])
        told.append(basis.text("report.like_with_like", until=basis.language.date(until), earlier=shown))
    return " ".join(told)


def kpi_table(basis: Basis, standings: Sequence[Standing]) -> Table:
    """A row per KPI: its value, the period before, the same period a year before."""
    rows = []
    for group in GROUPS:
        rows += [_row(basis, standing) for standing in standings if standing.kpi.group == group]
    has_year = any(standing.year_before is not None for standing in standings)
    words = ("kpi", "value", "before", "year_before") if has_year else ("kpi", "value", "before")
    return Table(
        title=basis.text("report.section_summary"),
        headings=tuple(basis.text(f"report.heading_{word}") for word in words),
        rows=tuple(row[: len(words)] for row in rows),
        numeric=(False, *(True,) * (len(words) - 1)),
        widths=(5, 2, 2, 2)[: len(words)],
        is_for_slides=False,
    )


def _row(basis: Basis, standing: Standing) -> tuple[str, ...]:
    language, kpi = basis.language, standing.kpi
    values = (standing.value, standing.before, standing.year_before)
    return (kpi.label.in_(language.code), *(language.value(value, kpi.unit) for value in values))
