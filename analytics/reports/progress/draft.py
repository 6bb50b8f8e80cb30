"""The draft of the Sachbericht: planned against achieved and the reasons for deviations, as far as the figures allow.

It is a draft: what only a person can know is left open and marked.
"""

from collections.abc import Sequence

from analytics.charts.progress.target_status import status_word
from analytics.kpis import Standing
from analytics.kpis.achievement import Achievement
from analytics.reports.progress.content import Basis, Part, Section
from analytics.reports.progress.targets import in_order, outlook_summary, sourced_label_of, target_sentences
from analytics.reports.prose import Bullets, Gap, Paragraph

_OFF = ("behind", "at_risk", "missed")
_DONE = (
    "events_held",
    "participations",
    "organisations_reached",
    "newcomers",
    "enterprises_advised",
    "new_cooperations",
    "active_cooperations",
    "enterprises_with_research",
    "funding_won",
)
"""What was done in the period, in the order in which it is told."""


def draft_sections(
    basis: Basis,
    standings: Sequence[Standing],
    achievements: Sequence[Achievement],
    on_effect: Sequence[str],
    on_economy: Sequence[str],
) -> tuple[Section, ...]:
    """The draft's sections, every one with the questions that its author is left with.

    ``on_effect`` and ``on_economy`` are the report's findings there, as sentences.
    """
    return (
        _section(basis, "purpose", _purpose(basis)),
        _section(basis, "work", _work(basis, standings)),
        _section(basis, "planned", _planned(basis, achievements)),
        _section(basis, "reasons", _reasons(basis, achievements)),
        _section(basis, "effect", _found(basis, "effect", on_effect, "report.association_caution")),
        _section(basis, "economy", _found(basis, "economy", on_economy, "progress.cost_caution")),
        _section(basis, "ahead", _ahead(basis, achievements)),
    )


def _section(basis: Basis, name: str, parts: Sequence[Part]) -> Section:
    return Section(name, basis.text(f"report.draft_{name}"), tuple(parts))


def _purpose(basis: Basis) -> list[Part]:
    language = basis.language
    span = basis.text(
        "report.draft_span",
        first=language.date(basis.period.starts_on),
        last=language.date(basis.day),
        snapshot=basis.view.snapshot.name,
    )
    return [Paragraph(span), Gap(basis.text("report.gap_purpose"))]


def _work(basis: Basis, standings: Sequence[Standing]) -> list[Part]:
    """The period's figures in a list; KPIs without any data are passed over."""
    by_name = {standing.kpi.name: standing for standing in standings}
    language = basis.language
    items = []
    for name in _DONE:
        standing = by_name.get(name)
        if standing is None or standing.value is None or standing.kpi.lacks_data(basis.view):
            continue
        label, unit = standing.kpi.label.in_(language.code), standing.kpi.unit
        said = f"{label}: {language.value(standing.value, unit)}"
        if standing.before is not None:
            said += f" ({_before(basis, standing)})"
        items.append(said)
    told: list[Part] = [Bullets(tuple(items))] if items else [Paragraph(basis.text("overview.quiet"))]
    return [*told, Gap(basis.text("report.gap_work"))]


def _before(basis: Basis, standing: Standing) -> str:
    """The value of the period before; while the period runs, until which days both count."""
    language, value = basis.language, basis.language.value(standing.before, standing.kpi.unit)
    if standing.before_until is None:
        return basis.text("report.draft_before", value=value)
    until, before = language.date(standing.until), language.date(standing.before_until)
    return basis.text("report.draft_before_until", value=value, until=until, before=before)


def _planned(basis: Basis, achievements: Sequence[Achievement]) -> list[Part]:
    if not achievements:
        return [Paragraph(basis.text("report.no_targets")), Gap(basis.text("report.gap_targets"))]
    parts: list[Part] = [Paragraph(" ".join(target_sentences(basis, achievements)))]
    parts.append(Bullets(tuple(_compared(basis, found) for found in in_order(achievements))))
    return parts


def _compared(basis: Basis, found: Achievement) -> str:
    """Planned against achieved of one target, in a sentence."""
    language, path, unit = basis.language, found.path, found.path.kpi.unit
    is_known = found.expected is not None and found.actual is not None
    key = ("over" if found.day > path.ends_on else "target") if is_known else "open"
    return basis.text(
        f"report.compared_{key}",
        target=sourced_label_of(basis, found),
        date=language.date(found.day),
        planned=language.value(found.expected, unit),
        actual=language.value(found.actual, unit),
        aim=language.value(path.final, unit),
        until=language.date(path.ends_on),
        status=status_word(found.status, language),
    )


def _reasons(basis: Basis, achievements: Sequence[Achievement]) -> list[Part]:
    """For each target that is off its path what a person wrote about it, else the question why."""
    off = [found for found in in_order(achievements) if found.status in _OFF]
    if not off:
        return [Paragraph(basis.text("report.draft_no_deviation"))]
    parts: list[Part] = []
    for found in off:
        label = f"{sourced_label_of(basis, found)} ({status_word(found.status, basis.language)})"
        reason, measure = (found.note.reason, found.note.measure) if found.note else (None, None)
        for key, said in (("reason", reason), ("measure", measure)):
            if said:
                parts.append(Paragraph(f"{label} – {basis.text(f'progress.{key}')}: {said}"))
            else:
                parts.append(Gap(basis.text(f"report.gap_{key}", target=label)))
    return parts


def _found(basis: Basis, name: str, findings: Sequence[str], caution: str) -> list[Part]:
    """What the figures say, with the caution that belongs to it, and what they cannot say."""
    told: list[Part] = [Bullets(tuple(findings)), Paragraph(basis.text(caution))] if findings else []
    return [*told, Gap(basis.text(f"report.gap_{name}"))]


def _ahead(basis: Basis, achievements: Sequence[Achievement]) -> list[Part]:
    """What is still to come on the paths that run."""
    language = basis.language
    items = []
    for found in in_order(achievements):
        path = found.path
        if not found.is_running or found.actual is None or found.status == "met":
            continue
        due = path.due_next(found.day)
        items.append(
            basis.text(
                "report.draft_ahead_target",
                target=sourced_label_of(basis, found),
                value=language.value(due.value, path.kpi.unit),
                date=language.date(due.due_on),
                actual=language.value(found.actual, path.kpi.unit),
            )
        )
    told: list[Part] = [Bullets(tuple(items))] if items else []
    outlook = outlook_summary(basis, achievements)[:1]
    return [*told, *outlook, Gap(basis.text("report.gap_ahead"))]
