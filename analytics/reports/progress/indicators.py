"""Indicators near the ERDF's, each labelled as near, and the structure that cluster labels ask for."""

import pandas as pd

from analytics.kpis.indicators import CRITERIA, NEAR, SINCE_BEGINNING, cluster_sheet, near_indicators
from analytics.language.language import UNDEFINED
from analytics.reports.progress.content import Basis, Entry, Part, Section, Table
from analytics.reports.progress.periods import years_so_far
from analytics.reports.prose import Paragraph

_TONES = {"met": "good", "not_met": "bad"}
_SIGNS = {"met": "✓", "not_met": "✗"}
_SOURCES = ("eccp", "structure")


def indicators_section(basis: Basis) -> Section:
    """The numbers by year with their rules; the criteria with what is met."""
    text = basis.text
    parts: list[Part] = [Paragraph(text("progress.near_means"))]
    parts.append(near_table(basis) or Paragraph(text("progress.near_none")))
    parts.append(Paragraph(text("progress.near_never_summed"), "note"))
    parts += [_rule(basis, place) for place in range(len(NEAR))]
    parts.append(Paragraph(text("progress.cluster_means", date=basis.language.date(basis.day))))
    parts += cluster_tables(basis)
    parts.append(Paragraph(text("progress.cluster_note"), "note"))
    return Section("indicators", text("report.section_indicators"), tuple(parts))


def near_table(basis: Basis) -> Table | None:
    """A row per indicator, a column per year and one since the beginning; None where nothing is counted."""
    years = years_so_far(basis)
    found = near_indicators(basis.view, years)
    if found.empty or not found["value"].fillna(0).any():
        return None
    values = {(row["code"], row["period"]): _number(row["value"]) for row in found.to_dict("records")}
    columns = [*(year.name for year in years), SINCE_BEGINNING]
    since = basis.text("progress.since_year", year=years[0].name)
    return Table(
        title=basis.text("progress.near"),
        headings=(basis.text("report.indicator"), *(year.name for year in years), since),
        rows=tuple(
            (_named(basis, place), *(basis.language.number(values[near.code, column]) for column in columns))
            for place, near in enumerate(NEAR)
        ),
        numeric=(False, *(True,) * len(columns)),
        widths=(4.2, *(0.9,) * len(years), 1.2),
        numbers=tuple((None, *(_cell(values[near.code, column]) for column in columns)) for near in NEAR),
    )


def cluster_tables(basis: Basis) -> list[Table]:
    """A table per label: what is asked, the value, the threshold where one is published, whether it is met."""
    found = cluster_sheet(basis.view, basis.day)
    return [_criteria(basis, found[found["source"] == source], source) for source in _SOURCES]


def _named(basis: Basis, place: int) -> str:
    near = NEAR[place]
    return f"{basis.text('progress.near_name', code=near.code)}: {near.official.in_(basis.language.code)}"


def _rule(basis: Basis, place: int) -> Entry:
    near, code = NEAR[place], basis.language.code
    said = (
        basis.text("progress.near_counted", rule=near.counted.in_(code)),
        basis.text("progress.near_differs", difference=near.differs.in_(code)),
    )
    return Entry(_named(basis, place), tuple(("", sentence) for sentence in said))


def _criteria(basis: Basis, found: pd.DataFrame, source: str) -> Table:
    by_name = {criterion.name: criterion for criterion in CRITERIA}
    rows, tones = [], []
    for row in found.to_dict("records"):
        criterion = by_name[str(row["criterion"])]
        status = str(row["status"])
        word = basis.text(f"progress.criterion_{status}")
        name = criterion.label.in_(basis.language.code)
        rows.append(
            (
                f"{criterion.number} {name}".strip(),
                _value(basis, row, criterion.unit),
                _threshold(basis, row["threshold"], criterion.unit),
                f"{_SIGNS[status]} {word}" if status in _SIGNS else word,
            )
        )
        tones.append(_TONES.get(status, ""))
    shown = 4 if found["threshold"].notna().any() else 2
    """Without any threshold the note beneath says once that none is known."""
    words = ("name", "value", "threshold", "status")[:shown]
    return Table(
        title=basis.text(f"progress.cluster_{source}"),
        headings=tuple(basis.text(f"report.criterion_{word}") for word in words),
        rows=tuple(row[:shown] for row in rows),
        numeric=(False, True, True, False)[:shown],
        widths=(4.1, 2.1, 1.8, 2.6)[:shown],
        tones=tuple(tones),
        caption=basis.text("progress.cluster_rules") + ": " + _rules(basis, source),
    )


def _rules(basis: Basis, source: str) -> str:
    code = basis.language.code
    asked = [criterion for criterion in CRITERIA if criterion.source == source]
    return " ".join(f"{criterion.label.in_(code)}: {criterion.counted.in_(code)}" for criterion in asked)


def _value(basis: Basis, row: "dict[object, object]", unit: str) -> str:
    """A count, or a share with the counts that it is made from."""
    value, of, share = (_number(row[name]) for name in ("value", "of", "share"))
    if unit != "share":
        return basis.language.number(value)
    if share is None or value is None or of is None:
        return UNDEFINED
    counts = basis.text("progress.of", part=round(value), whole=round(of))
    return f"{basis.language.percent(share, 0)} ({counts})"


def _threshold(basis: Basis, threshold: object, unit: str) -> str:
    least = _number(threshold)
    if least is None:
        return UNDEFINED
    digits = 0 if least.is_integer() else 1
    return basis.text("progress.at_least", value=basis.language.number(least, digits))


def _cell(value: float | None) -> tuple[float, str] | None:
    return None if value is None else (value, "count")


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[call-overload,arg-type]
