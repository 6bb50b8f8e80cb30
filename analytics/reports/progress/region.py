"""Which districts the network reaches: two maps, and every district's numbers as a table."""

from dataclasses import replace
from functools import cache, partial

import pandas as pd

from analytics.charts import PALETTES
from analytics.charts.region.areas import OUTSIDE, in_area
from analytics.charts.region.district_shapes import DistrictShapes
from analytics.charts.region.findings import district_map as find
from analytics.charts.region.region import MOST_BARS, by_class, district_map
from analytics.language.language import UNDEFINED
from analytics.model.count_classes import CLASS, UNTOLD, label_of
from analytics.reports.progress.content import Basis, Figure, NativeChart, Part, Section, Table
from analytics.reports.progress.figures import figure, line
from analytics.reports.progress.periods import years_in_parts
from analytics.reports.prose import Paragraph
from analytics.warehouse import Period
from analytics.warehouse.outlines import outlines

_MEASURES = ("organisations", "members", "events", "cooperations")
_MAPPED = ("organisations", "cooperations")
_FACTS = {"organisations": "contacts", "events": "events", "cooperations": "cooperations"}
_AREAS = ("westphalia", "state")


def region_section(basis: Basis) -> Section:
    """The maps, what lies outside of them, and the table; a sentence where no district is known."""
    title = basis.text("region.navigation")
    period = _period(basis)
    rows = basis.view.ask("region_districts", [period]).reset_index(drop=True) if period else pd.DataFrame()
    measures = [name for name in _MEASURES if _is_recorded(basis, name, rows)]
    if not measures:
        return Section("region", title, (Paragraph(basis.text("region.none")),))
    area = next((area for area in _AREAS if _has_any(in_area(rows, area), measures)), "state")
    parts: list[Part] = [Paragraph(_about(basis, period))]
    parts += [_map(basis, rows, measure, area) for measure in _MAPPED if measure in measures]
    parts.append(_table(basis, rows, measures, area))
    return Section("region", title, tuple(parts))


def _period(basis: Basis) -> Period | None:
    """The report's; for a masked audience the last calendar year in it, of which alone it is told districts."""
    if not basis.view.is_masked:
        return basis.period
    years = years_in_parts(basis)
    return years[-1] if years else None


def _about(basis: Basis, period: Period | None) -> str:
    """Of which time the section speaks."""
    if period is None or period == basis.period:
        return basis.text("report.region_read")
    last = basis.language.date(min(period.ends_on, basis.day))
    return basis.text("report.region_read") + " " + basis.text("report.region_year", year=period.name, date=last)


def _is_recorded(basis: Basis, measure: str, rows: pd.DataFrame) -> bool:
    """Whether anything of it is recorded: where nothing is, a map of zeros would say too much."""
    if rows.empty or _FACTS.get(measure) in basis.view.views_without_facts:
        return False
    return _has_any(rows, [measure])


def _has_any(rows: pd.DataFrame, measures: list[str]) -> bool:
    return any(rows[measure].ne(0).any() for measure in measures)


def _map(basis: Basis, rows: pd.DataFrame, measure: str, area: str) -> Figure:
    """One measure on the outlines of the area's districts; as bars, or by classes, where an office program shows it."""
    frame = rows.assign(
        count=rows[measure].astype(float),
        per_hundred=float("nan"),
        before=float("nan"),
        district_name=rows["name"],
    )
    columns = ["district", "name", "type", "is_westfalen", "is_core", "count", "known", "per_hundred", "before"]
    is_in_classes = f"{measure}{CLASS}" in rows
    if is_in_classes:
        frame[f"count{CLASS}"] = rows[f"{measure}{CLASS}"]
        frame[f"before{CLASS}"] = UNTOLD
        columns += [f"count{CLASS}", f"before{CLASS}"]
    inside = in_area(frame[columns], area)
    what, place = basis.text(f"region.measure_{measure}"), basis.text(f"region.area_{area}")
    draw, tell = partial(district_map, shapes=_shapes(), measure=measure), partial(find, measure=measure)
    caption, note = basis.text("report.map_read", area=place), _outside(basis, rows, measure)
    if is_in_classes:
        shown = inside[["name", "count", f"count{CLASS}"]]
        made = figure(basis, f"region_{measure}", inside, draw, tell, None, shown=shown, caption=caption, note=note)
        return replace(made, table=_by_class(basis, inside, made.alt, what))
    shown = inside[["name", "count"]]
    return figure(
        basis, f"region_{measure}", inside, draw, tell, _bars(inside, what), shown=shown, caption=caption, note=note,
        chart_caption=basis.text("report.bars_read", n=MOST_BARS, area=place),
    )  # fmt: skip


def _bars(inside: pd.DataFrame, what: str) -> NativeChart:
    ranked = inside.sort_values(["count", "name"], ascending=[False, True])
    some = ranked[ranked["count"] > 0]
    ranked = (ranked if some.empty else some).head(MOST_BARS)
    bars = line(ranked, "count", what, PALETTES["light"].accent)
    return NativeChart("bars", tuple(ranked["name"].astype(str)), (bars,), "count", what)


def _by_class(basis: Basis, inside: pd.DataFrame, title: str, what: str) -> Table:
    """A row per class of ``what`` is counted, the highest first, with the districts in it."""
    groups = by_class(inside).groupby(f"count{CLASS}", sort=False)["name"]
    return Table(
        title=title,
        headings=(what, basis.text("report.districts")),
        rows=tuple((label_of(str(token), basis.language), ", ".join(names)) for token, names in groups),
        numeric=(False, False),
        widths=(1.0, 4.0),
    )


def _outside(basis: Basis, rows: pd.DataFrame, measure: str) -> str:
    """What is counted but lies in none of the state's districts."""
    cells = [
        f"{basis.text(f'scope.district_{place}')}: {_cell(basis, rows, measure, place)}"
        for place in OUTSIDE
        if place in set(rows["district"])
    ]
    return basis.text("report.map_outside", cells=", ".join(cells))


def _table(basis: Basis, rows: pd.DataFrame, measures: list[str], area: str) -> Table:
    """A row per district of the area with anything counted in it, then what lies outside."""
    inside = in_area(rows, area).sort_values("name")
    with_any = inside[inside[measures].ne(0).any(axis=1)]
    other = sorted(set(rows["district"]) - set(inside["district"]) - set(OUTSIDE))
    told = [*zip(with_any["district"], with_any["name"].astype(str), strict=True)]
    told += [(place, basis.text(f"scope.district_{place}")) for place in OUTSIDE if place in set(rows["district"])]
    if other and not basis.view.is_masked:
        beyond = rows[rows["district"].isin(other)]
        sums = (basis.text("report.region_other"), *(basis.language.number(beyond[name].sum()) for name in measures))
    else:
        sums = None
    body = [(name, *(_cell(basis, rows, measure, place) for measure in measures)) for place, name in told]
    if sums:
        body.insert(len(with_any), sums)
    return Table(
        title=basis.text("report.region_table"),
        headings=(basis.text("columns.district"), *(basis.text(f"region.measure_{name}") for name in measures)),
        rows=tuple(body),
        numeric=(False, *(True,) * len(measures)),
        widths=(3.0, *(1.6,) * len(measures)),
        is_for_slides=False,
    )


def _cell(basis: Basis, rows: pd.DataFrame, measure: str, place: str) -> str:
    found = rows[rows["district"] == place]
    if found.empty:
        return UNDEFINED
    if f"{measure}{CLASS}" in found:
        return label_of(str(found[f"{measure}{CLASS}"].iloc[0]), basis.language)
    return basis.language.number(float(found[measure].iloc[0]))


@cache
def _shapes() -> DistrictShapes:
    return DistrictShapes.of(outlines())
