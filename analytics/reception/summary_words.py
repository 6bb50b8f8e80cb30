"""The summary of an evening in sentences, shared by screen, paper and text file."""

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.reception.sheet_words import kind_of
from analytics.reception.summary import SPANS, Cooperation, Count, Summary

_MOST_NAMED, _MOST_MEMBERS = 5, 4
_LONGEST = 90


def headline(summary: Summary, language: Language) -> str:
    """The figure against expectation: "80 erwartet, 86 gekommen"."""
    came, expected = summary.attended.value, summary.evening.expected_attendance
    if not summary.attended.is_told:
        return language.text("evening.came_untold")
    if came is None:
        told = summary.attended.said(language)
        if expected is None:
            return language.text("evening.came_class", told=told)
        return language.text("evening.expected_and_came_class", expected=expected, told=told)
    if expected is None:
        return language.text("evening.came", n=came)
    return language.text("evening.expected_and_came", expected=expected, n=came)


def figures(summary: Summary, language: Language) -> list[tuple[str, str, str]]:
    """The great figures that may be told: each with its label and what stands beneath it, perhaps nothing."""
    text, expected = language.text, summary.evening.expected_attendance
    told = [
        (summary.attended, "attended", "" if expected is None else text("events.expected", n=expected)),
        (summary.organisations, "organisations", ""),
        (summary.newcomers, "newcomers", text("evening.figure_organisations")),
    ]
    shown = [
        (count.said(language), text(f"evening.figure_{name}"), beneath)
        for count, name, beneath in told
        if count.is_told
    ]
    if summary.satisfaction is not None and summary.answers:
        mean = language.number(summary.satisfaction, 1)
        shown.append((mean, text("evening.figure_satisfaction"), text("events.answers", n=summary.answers)))
    return shown


def guests(summary: Summary, language: Language) -> list[str]:
    """Who came: from how many organisations, how many of them new."""
    said = []
    if summary.attended.is_told and summary.organisations.is_told:
        said.append(_counted(summary.organisations, "from_organisations", language))
    if summary.newcomers.value == 0:
        said.append(language.text("evening.no_newcomers"))
    elif summary.newcomers.is_told:
        said.append(_counted(summary.newcomers, "newcomers", language))
    return said


def _counted(count: Count, key: str, language: Language) -> str:
    if count.value is None:
        return language.text(f"evening.class_{key}", told=count.said(language))
    return language.text(f"evening.{key}", n=count.value)


def mix(summary: Summary, language: Language) -> str:
    """Of which kinds the organisations were, "" where nothing of it may be told."""
    shown = [
        f"{kind_of(kind, language)} ({language.number(count.value)})" for kind, count in summary.kinds if count.value
    ]
    return language.text("evening.mix", kinds=language.listing(shown)) if shown else ""


def feedback(summary: Summary, language: Language) -> str:
    """How it was, as far as enough guests said so."""
    if summary.answers == 0:
        return language.text("evening.no_feedback")
    if summary.answers is None or summary.satisfaction is None:
        return language.text("evening.little_feedback")
    said = language.text("evening.satisfaction", n=summary.answers, mean=language.number(summary.satisfaction, 1))
    if summary.new_contacts is not None:
        said += " " + language.text("evening.new_contacts", mean=language.number(summary.new_contacts, 1))
    return said


def agreed(summary: Summary, language: Language) -> str:
    """How many cooperations name the evening as their origin, and how far they are."""
    count = summary.agreed_in_all
    if count == 0:
        return language.text("evening.agreed_none")
    told = [(stage, part) for stage, part in summary.agreed if part.is_told and part.value != 0]
    stages = language.listing([f"{stage_name(stage, language)} ({part.said(language)})" for stage, part in told])
    if count is not None:
        return language.text("evening.agreed", n=count, stages=stages)
    return language.text("evening.agreed_classes" if told else "evening.agreed_untold", stages=stages)


def named(summary: Summary, language: Language) -> list[str]:
    """The cooperations that may be named, each with its members and stage; of many the furthest."""
    said = [_cooperation(cooperation, language) for cooperation in summary.named[:_MOST_NAMED]]
    more = len(summary.named) - _MOST_NAMED
    return [*said, language.text("evening.named_more", n=more)] if more > 0 else said


def later(summary: Summary, language: Language) -> list[tuple[int, str]]:
    """For each span of days what stands for it: the number, or that the span is not over.

    None where not one is over; then :func:`later_sentences` say so.
    """
    known, still_open = dict(summary.later), language.text("evening.later_open")
    return [(days, language.number(known[days]) if days in known else still_open) for days in SPANS] if known else []


def later_sentences(summary: Summary, language: Language) -> list[str]:
    """The same in sentences; before the first span is over, that it is too early."""
    if summary.is_masked:
        return [language.text("evening.later_untold")]
    if not summary.later:
        return [language.text("evening.later_too_soon", n=summary.days_passed)]
    return [language.text("evening.later_within", n=value, days=days) for days, value in summary.later]


def whom_for(summary: Summary, language: Language) -> str:
    """For whom it is, and what such an audience is not told."""
    return language.text("evening.summary_masked" if summary.is_masked else "evening.summary_internal")


def stage_name(stage: str, language: Language) -> str:
    """The label of a cooperation's stage."""
    if stage == "unknown":
        return language.text("evening.stage_undated")
    return ENUMERATIONS["stage"].label_of(stage, language.code)


def _cooperation(cooperation: Cooperation, language: Language) -> str:
    members = [_short(name) for name in cooperation.members[:_MOST_MEMBERS]]
    more = len(cooperation.members) - _MOST_MEMBERS
    if more > 0:
        members.append(language.text("evening.members_more", n=more))
    return language.text(
        "evening.named",
        title=_short(cooperation.title),
        members=language.listing(members),
        stage=stage_name(cooperation.stage, language),
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
