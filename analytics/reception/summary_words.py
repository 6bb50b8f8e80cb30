"""The summary of an evening in sentences, shared by screen, paper and text file."""

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.reception.sheet_words import kind_of
from analytics.reception.summary import SPANS, Cooperation, Summary

_MOST_NAMED, _MOST_MEMBERS = 5, 4
_LONGEST = 90


def headline(summary: Summary, language: Language) -> str:
    """The figure against expectation: "80 erwartet, 86 gekommen"."""
    came, expected = summary.attended.value, summary.evening.expected_attendance
    if came is None:
        return language.text("evening.came_hidden")
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
        (language.number(count.value), text(f"evening.figure_{name}"), beneath)
        for count, name, beneath in told
        if count.value is not None
    ]
    if summary.satisfaction is not None and summary.answers:
        mean = language.number(summary.satisfaction, 1)
        shown.append((mean, text("evening.figure_satisfaction"), text("events.answers", n=summary.answers)))
    return shown


def guests(summary: Summary, language: Language) -> list[str]:
    """Who came: from how many organisations, how many of them new."""
    said = []
    if summary.attended.value is not None and summary.organisations.value is not None:
        said.append(language.text("evening.from_organisations", n=summary.organisations.value))
    if summary.newcomers.value is not None:
        key = "evening.newcomers" if summary.newcomers.value else "evening.no_newcomers"
        said.append(language.text(key, n=summary.newcomers.value))
    return said


def mix(summary: Summary, language: Language) -> str:
    """Of which kinds the organisations were, "" where nothing of it may be told."""
    shown = [
        f"{kind_name(kind, language)} ({language.number(count.value)})" for kind, count in summary.kinds if count.value
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
    count = summary.agreed_in_all.value
    if count is None:
        return language.text("evening.agreed_hidden", least=summary.least)
    if not count:
        return language.text("evening.agreed_none")
    stages = [f"{stage_name(stage, language)} ({language.number(part.value)})" for stage, part in summary.agreed]
    return language.text("evening.agreed", n=count, stages=language.listing(stages))


def named(summary: Summary, language: Language) -> list[str]:
    """The cooperations that may be named, each with its members and stage; of many the furthest."""
    said = [_cooperation(cooperation, language) for cooperation in summary.named[:_MOST_NAMED]]
    more = len(summary.named) - _MOST_NAMED
    return [*said, language.text("evening.named_more", n=more)] if more > 0 else said


def later(summary: Summary, language: Language) -> list[tuple[int, str]]:
    """For each span of days what stands for it: the number, that it is not told, or that the span is not over.

    None where not one number can be told; then :func:`later_sentences` say why.
    """
    known = dict(summary.later)
    if all(count.value is None for count in known.values()):
        return []

    def said(days: int) -> str:
        if days not in known:
            return language.text("evening.later_open")
        count = known[days].value
        return language.text("evening.not_told") if count is None else language.number(count)

    return [(days, said(days)) for days in SPANS]


def later_sentences(summary: Summary, language: Language) -> list[str]:
    """The same in sentences; before the first span is over, that it is too early."""
    if not summary.later:
        return [language.text("evening.later_too_soon", n=summary.days_passed)]
    told = [(days, count.value) for days, count in summary.later if count.value is not None]
    said = [language.text("evening.later_within", n=value, days=days) for days, value in told]
    if not told:
        return [language.text("evening.later_hidden", days=summary.later[-1][0])]
    if len(told) < len(summary.later):
        said.append(language.text("evening.later_some_hidden"))
    return said


def withheld(summary: Summary, language: Language) -> str:
    """What the audience is not told, "" where it is told all."""
    return language.text("evening.withheld", least=summary.least) if summary.least else ""


def kind_name(kind: str, language: Language) -> str:
    """The label of a kind, or of a group of kinds."""
    return language.text(f"evening.kind_{kind}") if kind in ("economy", "others") else kind_of(kind, language)


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
