"""What stands beside a file that was taken from a watched folder: what became of it, in German and in English.

It lies on a disk: it repeats no cell that may name a person, and no header of a file that has none.
"""

from collections.abc import Callable, Sequence

from analytics.errors import DashboardError
from analytics.intake.messages import ignored, noted, rejected, unassigned
from analytics.intake.rejection import Rejection
from analytics.intake.report import Report
from analytics.language import LANGUAGES, Language

_HOW_TO_GO_ON = {"failed": "watch.put_again", "partly": "watch.bring_rest"}

_OF_SHEETS = {
    f"notes.{reason}"
    for reason in (
        "personal_title",
        "personal_beside",
        "personal_values",
        "undecided_name",
        "hidden_sheets",
        "by_mapping",
    )
}
"""The notes on how a sheet was read, which tell why nothing could be made of it; others speak of rows that came in."""


def answer_of(report: Report, kept: Sequence[Rejection], outcome: str) -> str:
    """The answer to a file that was read; "" where there is nothing to tell but that it came in.

    ``kept`` are the report's rejections as they may lie on a disk; ``outcome`` is "done", "partly" or "failed".
    """
    if outcome == "done" and not (report.notes or report.unassigned or report.ignored):
        return ""
    return _in_both(lambda language: _sentences(report, kept, outcome, language))


def told(key: str, **values: object) -> str:
    """An answer of one sentence, ``key`` being its text."""
    return _in_both(lambda language: [language.text(key, **values)])


def told_error(error: DashboardError) -> str:
    """The answer where a file could not be read at all."""
    return _in_both(lambda language: [error.message(language.code), language.text("watch.put_again")])


def _sentences(report: Report, kept: Sequence[Rejection], outcome: str, language: Language) -> list[str]:
    rows = report.rows
    counted = {"n": rows.read, "read": rows.read, "accepted": rows.accepted, "rejected": rows.rejected}
    said = [language.text("watch.nothing_taken") if outcome == "failed" else language.text("imports.rows", **counted)]
    if report.batch:
        said.append(language.text("imports.batch", batch=report.batch))
    elif outcome != "failed":
        said.append(language.text("imports.no_batch"))
    said += [_reason(found, language) for found in kept if _repeats_header(found)]
    messages = rejected([found for found in kept if not _repeats_header(found)], language)
    said += [f"{message.place(language)}: {message.text}" for message in messages]
    notes = [note for note in report.notes if outcome != "failed" or note.key in _OF_SHEETS]
    said += [f"{message.place(language)}: {message.text}" for message in noted(notes, language)]
    if outcome != "failed":
        said += [*unassigned(report.unassigned, language), *ignored(report.ignored, language)]
    if outcome in _HOW_TO_GO_ON:
        said.append(language.text(_HOW_TO_GO_ON[outcome]))
    return said


def _repeats_header(found: Rejection) -> bool:
    """Whether the reason repeats what stands in the first row: who knows what that is where it is no header."""
    return found.error is not None and "header" in found.error.values


def _reason(found: Rejection, language: Language) -> str:
    misses = found.error.values.get("misses") if found.error else None
    text = language.text("watch.near_misses", misses=misses.in_(language.code)) if misses else ""
    return f"{found.file}: {text or language.text('watch.unknown_table')}"


def _in_both(sentences: Callable[[Language], Sequence[str]]) -> str:
    return "\n\n".join("\n".join(sentences(Language(code))) for code in LANGUAGES) + "\n"
