"""What every number of a report means, and of which part of the data it speaks."""

from collections.abc import Sequence

from analytics.kpis import Kpi
from analytics.reports.progress.content import Basis, Entry, Part, Section, Table
from analytics.reports.prose import Bullets, Paragraph


def methodology_section(basis: Basis, kpis: Sequence[Kpi]) -> Section:
    """Scope and masks first, then the rules, then each KPI's definition."""
    text = basis.text
    parts: list[Part] = [
        Bullets(tuple(f"{label}: {said}" for label, said in [*scope_facts(basis), *mask_facts(basis)])),
        Bullets(tuple(rule for rule in text("methodology.rules").splitlines() if rule.strip())),
        Paragraph(text("report.association_caution")),
        *(_entry(basis, kpi) for kpi in kpis),
        Paragraph(text("methodology.sources"), "note"),
    ]
    return Section("methodology", text("report.section_methodology"), tuple(parts))


def definitions_table(basis: Basis, kpis: Sequence[Kpi]) -> Table:
    """The definitions as rows: number, name, definition, how it counts, when it is undefined, nearness."""
    code = basis.language.code
    words = ("number", "kpi", "definition", "counting", "undefined", "near")
    rows = tuple(
        (
            kpi.number,
            kpi.label.in_(code),
            kpi.definition.in_(code),
            kpi.counting.in_(code),
            kpi.undefined.in_(code) if kpi.undefined else "",
            _near(basis, kpi),
        )
        for kpi in kpis
    )
    return Table(
        title=basis.text("report.sheet_definitions"),
        headings=tuple(basis.text(f"report.definition_{word}") for word in words),
        rows=rows,
        numeric=(False,) * len(words),
        widths=(1.0, 3.5, 6.0, 8.0, 4.0, 3.5),
    )


def scope_facts(basis: Basis) -> list[tuple[str, str]]:
    """Which part of the data the report speaks of."""
    return [(basis.text("report.fact_scope"), basis.text("report.scope_everything"))]


def mask_facts(basis: Basis) -> list[tuple[str, str]]:
    """What the report's audience is not shown."""
    said = basis.text("report.masks_masked" if basis.view.is_masked else "report.masks_management")
    return [(basis.text("report.fact_masks"), said)]


def _entry(basis: Basis, kpi: Kpi) -> Entry:
    code = basis.language.code
    parts = [("", kpi.definition.in_(code)), (basis.text("kpis.counting"), kpi.counting.in_(code))]
    if kpi.undefined:
        parts.append((basis.text("kpis.undefined"), kpi.undefined.in_(code)))
    if near := _near(basis, kpi):
        parts.append(("", near))
    return Entry(f"{kpi.number}  {kpi.label.in_(code)}", tuple(parts))


def _near(basis: Basis, kpi: Kpi) -> str:
    return basis.text("kpis.near", indicator=kpi.near) if kpi.near else ""
