"""What a progress report says, apart from how any file format lays it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from analytics.kpis import Kpi
from analytics.language import Language
from analytics.reports.prose import Bullets, Gap, Paragraph
from analytics.warehouse import Period, View

Form = Literal["lines", "columns", "stacked", "shares", "bars"]
"""How an office program draws a chart: lines over time, columns, columns on each other, parts of a whole, or bars."""


@dataclass(frozen=True)
class Series:
    """One line, or one colour of the columns. A missing value is None and has neither point nor column.

    ``pattern`` is one of the palette's hatchings, or "open" for an outline; a line that ``is_dashed`` is a plan or what
    chance would give.
    """

    label: str
    values: tuple[float | None, ...]
    colour: str
    pattern: str = ""
    is_dashed: bool = False


@dataclass(frozen=True)
class NativeChart:
    """A chart as an office program draws it itself, so that it can be edited there.

    All series are as long as ``categories`` (names, or days on an axis true to time); ``unit`` is that of every value,
    ``axis`` what the value axis says.
    """

    form: Form
    categories: tuple[str, ...] | tuple[date, ...]
    series: tuple[Series, ...]
    unit: str
    axis: str

    @property
    def is_empty(self) -> bool:
        """Whether it would show nothing: every value is missing."""
        return all(value is None for series in self.series for value in series.values)


@dataclass(frozen=True)
class Figure:
    """One finding with the chart that shows it.

    ``title`` is the finding as a sentence, ``caption`` how the chart is read, ``alt`` what is to be seen on it.
    ``draw`` makes the figure. ``table`` holds the same as text, with headings, for where no chart can stand.
    ``definition`` and ``source`` are for whoever speaks about it; ``note`` belongs to the caption, ``remark`` stands
    with it only where nothing else of its section is seen, as on a slide. ``chart_caption`` takes the caption's place
    where an office program draws another chart; where it can draw none, as of counts in classes, ``chart`` is None and
    the table stands there.
    """

    name: str
    title: str
    caption: str
    alt: str
    draw: Callable[[], go.Figure]
    frame: pd.DataFrame
    table: "Table"
    chart: NativeChart | None
    definition: str
    source: str
    note: str = ""
    remark: str = ""
    chart_caption: str = ""

    @property
    def height(self) -> float:
        """The figure's height in pixels."""
        return float(self.draw().layout.height)


@dataclass(frozen=True)
class Table:
    """Text in rows; ``numeric`` says of each column whether it stands to the right.

    ``title`` names it for those who cannot see it, ``widths`` are the columns' shares of the page. ``numbers`` holds,
    where it is given, a value and its unit for each cell that is a number. ``tones`` says of each row how its last cell
    is coloured: "good", "warn", "bad" or "". One that is not ``is_for_slides`` is too much for them. One with a
    ``caption`` is a finding: its title stands above it as such.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...] = ()
    numbers: tuple[tuple[tuple[float, str] | None, ...], ...] = ()
    tones: tuple[str, ...] = ()
    is_for_slides: bool = True
    caption: str = ""


@dataclass(frozen=True)
class Entry:
    """A term with what belongs to it, each part under its own small heading."""

    term: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Picture:
    """A picture in pixels (PNG), with what is to be seen on it."""

    name: str
    title: str
    caption: str
    alt: str
    png: bytes


Part = Paragraph | Bullets | Table | Figure | Picture | Gap | Entry


@dataclass(frozen=True)
class Section:
    """Parts under a heading."""

    name: str
    title: str
    parts: tuple[Part, ...]

    @property
    def findings(self) -> tuple[str, ...]:
        """What its charts show, each in a sentence."""
        return tuple(f"{part.title.rstrip('.')}." for part in self.parts if isinstance(part, Figure))


@dataclass(frozen=True)
class Cover:
    """What identifies a report.

    ``facts`` are pairs of a label and what stands beside it; ``demo`` is the mark that every page bears where data is
    invented, else "".
    """

    title: str
    network: str
    period: str
    facts: tuple[tuple[str, str], ...]
    demo: str
    footer: str


@dataclass(frozen=True)
class KpiRows:
    """One KPI's values: a row per quarter and per year of the report, and its parts by kind and by district.

    The frames have ``period``, ``value`` and, of ratios, ``numerator`` and ``denominator``; the parts also ``segment``
    (its label) and for masked audiences the classes of the values.
    """

    kpi: Kpi
    quarters: pd.DataFrame
    years: pd.DataFrame
    parts: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    lacks_data: bool = False


@dataclass(frozen=True)
class Basis:
    """Whose report it is, of which time, in which language, made when (UTC)."""

    view: View
    period: Period
    language: Language
    moment: datetime

    @property
    def day(self) -> date:
        """The period's last day, or the last that the data speaks of, whichever is earlier."""
        return self.view.measured_on(self.period)

    def text(self, key: str, **values: object) -> str:
        """The text called ``key`` in the report's language."""
        return self.language.text(key, **values)
