"""Targets and what is said of them, as people enter them in a form: read, checked, and written as one batch."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from analytics.intake.edits import Edit, edit
from analytics.intake.entered import Row
from analytics.intake.report import Report
from analytics.kpis.catalogue import CATALOGUE, Kpi
from analytics.kpis.paths import Milestone, TargetPath
from analytics.language import Language
from analytics.language.reading import read_day, read_number
from analytics.model.dates import is_possible
from analytics.model.tables import NO_SOURCE
from analytics.store import Store

AMBER_BELOW, RED_BELOW = 0.9, 0.7
"""The usual thresholds, as shares of the progress due."""
_SHARES = ("share",)


@dataclass(frozen=True)
class PathEntry:
    """A path as it was typed. ``milestones`` are pairs of a day and a value; a pair with both empty says nothing."""

    kpi: str
    source: str
    starts_on: str
    baseline: str
    milestones: tuple[tuple[str, str], ...]
    amber_below: str = ""
    red_below: str = ""


@dataclass(frozen=True)
class Fault:
    """What has to be mended, as a sentence, and where.

    ``place`` is a field of :class:`PathEntry`, or "day_0", "value_0" and so on for a milestone as it was typed.
    """

    place: str
    said: str


@dataclass
class Reading:
    """What became of an entry: the path, or, where there is none, what has to be mended."""

    path: TargetPath | None = None
    faults: list[Fault] = field(default_factory=list)


def is_accumulated(kpi: Kpi) -> bool:
    """Whether a KPI begins at 0 when its counting begins, so that its path has no other baseline."""
    return kpi.measured == "period" and kpi.unit in ("count", "eur")


def read_entry(
    entry: PathEntry, language: Language, others: Sequence[TargetPath], replaced: TargetPath | None = None
) -> Reading:
    """The path that ``entry`` means. It must not take a milestone or a beginning from one of ``others``.

    ``replaced`` is the path that is being changed.
    """
    reader = _Reader(CATALOGUE[entry.kpi], language)
    starts_on = reader.day("starts_on", entry.starts_on)
    baseline = 0.0 if is_accumulated(reader.kpi) else reader.value("baseline", entry.baseline)
    milestones = reader.milestones(entry.milestones, starts_on)
    amber, red = (
        reader.threshold(name, text) if text.strip() else usual
        for name, text, usual in (
            ("amber_below", entry.amber_below, AMBER_BELOW),
            ("red_below", entry.red_below, RED_BELOW),
        )
    )
    if amber is not None and red is not None and red > amber:
        reader.fault("red_below", "red_above_amber")
    source = entry.source.strip() or None
    rivals = [path for path in others if (path.kpi.name, path.source) == (entry.kpi, source) and path != replaced]
    for day in [due_on for due_on, _ in milestones if any(due_on in dict(path.milestones) for path in rivals)]:
        reader.fault("source", "taken", date=language.date(day))
    if starts_on in [path.starts_on for path in rivals]:
        reader.fault("starts_on", "begun_already", date=language.date(starts_on))
    if reader.faults or starts_on is None or baseline is None or amber is None or red is None:
        return Reading(None, reader.faults)
    return Reading(TargetPath(reader.kpi, source, starts_on, baseline, tuple(milestones), amber, red))


def typed(path: TargetPath, language: Language) -> PathEntry:
    """A path as somebody would type it."""
    return PathEntry(
        kpi=path.kpi.name,
        source=path.source or "",
        starts_on=language.date(path.starts_on),
        baseline=typed_value(path.baseline, path.kpi, language),
        milestones=tuple(
            (language.date(day), typed_value(value, path.kpi, language)) for day, value in path.milestones
        ),
        amber_below=_typed_number(100 * path.amber_below, language),
        red_below=_typed_number(100 * path.red_below, language),
    )


def typed_value(value: float, kpi: Kpi, language: Language) -> str:
    """A value as somebody would type it: a share in percent."""
    return _typed_number(100 * value if kpi.unit in _SHARES else value, language)


def save_path(
    store: Store, path: TargetPath, replaced: TargetPath | None, *, title: str, who: str | None = None
) -> Report:
    """Write a path in the place of another, as one batch."""
    deleted = [] if replaced is None else _rows(replaced)
    return edit(store, [Edit("targets", _rows(path), deleted)], title=title, who=who)


def delete_path(store: Store, path: TargetPath, *, title: str, who: str | None = None) -> Report:
    """Take a path away, as one batch; what was written of it stays."""
    return edit(store, [Edit("targets", deleted=_rows(path))], title=title, who=who)


def save_note(
    store: Store,
    path: TargetPath,
    written_on: date,
    reason: str,
    measure: str,
    *,
    title: str,
    who: str | None = None,
) -> Report:
    """Write down why a target departs from its path, and what is planned against it."""
    row = {
        "kpi": path.kpi.name,
        "source": path.source or NO_SOURCE,
        "written_on": written_on,
        "reason": reason,
        "measure": measure,
    }
    return edit(store, [Edit("target_notes", [row])], title=title, who=who)


def _rows(path: TargetPath) -> list[Row]:
    return [
        {
            "kpi": path.kpi.name,
            "source": path.source or NO_SOURCE,
            "starts_on": path.starts_on,
            "due_on": due_on,
            "baseline": path.baseline,
            "target": value,
            "amber_below": path.amber_below,
            "red_below": path.red_below,
        }
        for due_on, value in path.milestones
    ]


def _typed_number(value: float, language: Language) -> str:
    digits = next((digits for digits in range(4) if abs(value - round(value, digits)) < 1e-9), 4)
    return language.number(value, digits)


class _Reader:
    """Reads what was typed for one KPI and keeps what is wrong with it."""

    def __init__(self, kpi: Kpi, language: Language) -> None:
        self.kpi = kpi
        self.faults: list[Fault] = []
        self._language = language

    def fault(self, place: str, key: str, **values: object) -> None:
        self.faults.append(Fault(place, self._language.text(f"progress.fault_{key}", **values)))

    def day(self, name: str, text: str, place: str = "") -> date | None:
        day = read_day(text, self._language)
        if day is None or not is_possible(day):
            self._refuse(place or name, "day", name, text)
            return None
        return day

    def value(self, name: str, text: str, place: str = "") -> float | None:
        """A number in the KPI's unit: a share between 0 and 1, a count that is whole."""
        place, number = place or name, read_number(text, self._language)
        if number is None:
            self._refuse(place, "number", name, text)
            return None
        if self.kpi.unit == "count" and not number.is_integer():
            self._refuse(place, "whole", name, text)
            return None
        if self.kpi.unit not in _SHARES:
            return number
        if not 0 <= number <= 100:
            self._refuse(place, "percent", name, text)
            return None
        return round(number / 100, 6)

    def threshold(self, name: str, text: str) -> float | None:
        number = read_number(text, self._language)
        if number is None or not 0 <= number <= 100:
            self._refuse(name, "percent", name, text)
            return None
        return number / 100

    def milestones(self, typed: Sequence[tuple[str, str]], starts_on: date | None) -> list[Milestone]:
        """The milestones in their order; each must lie after the beginning, on a day of its own."""
        found: dict[date, float] = {}
        given = [(row, day, value) for row, (day, value) in enumerate(typed) if day.strip() or value.strip()]
        if not given:
            self.fault("day_0", "no_milestone")
        for row, day_text, value_text in given:
            day = self.day("due_on", day_text, f"day_{row}")
            value = self.value("target", value_text, f"value_{row}")
            if day is None or value is None:
                continue
            if starts_on is not None and day <= starts_on:
                self.fault(f"day_{row}", "before_beginning", date=self._language.date(day))
            if day in found:
                self.fault(f"day_{row}", "twice", date=self._language.date(day))
            found[day] = value
        return [Milestone(day, found[day]) for day in sorted(found)]

    def _refuse(self, place: str, key: str, name: str, text: str) -> None:
        """What was typed into the field called ``name`` cannot be read."""
        self.fault(place, key, field=self._label(name), value=text.strip())

    def _label(self, name: str) -> str:
        return self._language.text(f"progress.{name}")
