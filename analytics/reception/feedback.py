"""Feedback: what guests say of the evening, without any name, and the free words that wait to be reviewed.

An answer is safe in a journal as soon as it is taken, and becomes a batch soon after. A free word stays out of batches,
which keep everything, until somebody has released it; a discarded one is gone for good.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from analytics.errors import DashboardError, StoreError
from analytics.intake.edits import Edit, edit
from analytics.language import Language
from analytics.model import TABLES
from analytics.model.addresses import without_addresses
from analytics.reception.evening import FEEDBACK_DAYS, Evening
from analytics.reception.guests import guest_list
from analytics.reception.pending import are_due, settled, unsettled
from analytics.store import Journal, Line, Store
from analytics.warehouse import View, build, current

SCALES = {
    name: (int(column.minimum or 0), int(column.maximum or 0))
    for name, column in TABLES["feedback"].by_name.items()
    if name in ("satisfaction", "would_recommend", "new_contacts")
}
"""The questions, and the least and the greatest answer to each."""
LONGEST_WORD = 500
_FEWEST_ALLOWED, _TIMES_GUESTS = 100, 3
_LEDGER = Language("de")  # what stands in the ledger has one language, whoever reads it


class FeedbackError(DashboardError):
    """An answer cannot be taken."""


@dataclass(frozen=True)
class Word:
    """A free word that waits: ``answer`` is the id of the answer that it came with."""

    answer: str
    text: str


def take_answer(store: Store, view: View, evening: Evening, token: str, given: Mapping[str, Any], now: datetime) -> str:
    """Take an answer; another one with the same ``token`` takes its place. The answer's id.

    ``given`` holds a number for each of :data:`SCALES` that was answered, and ``word``. Raises FeedbackError where the
    evening takes no feedback today, where nothing is said, where a number lies outside its scale, and where there are
    more answers already than so many guests could give.
    """
    if not evening.takes_feedback(now.date()):
        raise FeedbackError("feedback_closed", event=evening.title)
    numbers = {name: _number(given.get(name), *bounds) for name, bounds in SCALES.items()}
    word = _word(given.get("word"))
    if word is None and all(number is None for number in numbers.values()):
        raise FeedbackError("feedback_empty")
    answer = f"form-{sha256(f'{evening.event_id}/{token}'.encode()).hexdigest()[:20]}"
    journal = Journal(store, "feedback", evening.event_id)
    known = {line["answer"] for line in journal.lines() if "answer" in line}
    if answer not in known and len(known) >= _most(view, evening):
        raise FeedbackError("feedback_full")
    _keep_word(store, evening.event_id, answer, word)
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    journal.append([{"answer": answer, **numbers, "at": at}])
    return answer


def words_waiting(store: Store, event_id: str) -> list[Word]:
    """The free words that nobody has reviewed yet, the oldest first."""
    return [Word(line["answer"], line["word"]) for line in _words(store, event_id).lines()]


def release(store: Store, event_id: str, answer: str, text: str) -> None:
    """Let a word be shown, as ``text``, which whoever reviews it may have mended; the data then has it.

    Raises StoreError where it cannot be written.
    """
    tend_answers(store, event_id)
    row = {"feedback_id": answer, "event_id": event_id, "comment": _word(text)}
    _write(store, [Edit("feedback", [row], partial=True)], event_id, "feedback.ledger_word")
    build(store)
    discard(store, event_id, answer)


def discard(store: Store, event_id: str, answer: str) -> None:
    """Delete a word for good."""
    _keep_word(store, event_id, answer, None)


def process_due_feedback(store: Store, evening: Evening, now: datetime) -> list[str]:
    """Make batches of the answers about ``evening`` that have waited long enough; the ids of the batches."""
    is_recent = evening.starts_on <= now.date() <= evening.ends_on + timedelta(days=FEEDBACK_DAYS + 2)
    if is_recent and are_due(_waiting(Journal(store, "feedback", evening.event_id).lines()), now):
        return tend_answers(store, evening.event_id)
    return []


def tend_answers(store: Store, event_id: str) -> list[str]:
    """Make a batch of the answers that stand in none yet; its id, if there is one."""
    journal = Journal(store, "feedback", event_id)
    with journal.lock("settling"):
        lines = journal.lines()
        last = {line["answer"]: line for line in _waiting(lines)}
        if not last:
            return []
        rows = [
            {"feedback_id": answer, "event_id": event_id, **{name: line[name] for name in SCALES}}
            for answer, line in last.items()
        ]
        batch = _write(store, [Edit("feedback", rows, partial=True)], event_id, "feedback.ledger")
        journal.append([settled(lines, batch)])
    build(store)
    return [batch] if batch else []


def _waiting(lines: list[Line]) -> list[Line]:
    return [line for line in unsettled(lines) if "answer" in line]


def _write(store: Store, edits: list[Edit], event_id: str, key: str) -> str | None:
    evening = Evening.of(View(current(store)), event_id)
    title = _LEDGER.text(key, title=evening.title, date=_LEDGER.date(evening.starts_on))
    report = edit(store, edits, title=title, who="feedback")
    if report.rejections:
        raise StoreError("feedback_not_written", event=evening.title, cause=report.rejections[0].reason("de"))
    return report.batch


def _most(view: View, evening: Evening) -> int:
    """How many answers are believed: some more than guests, since not everybody stands on the list."""
    guests = sum(guest.persons for guest in guest_list(view, evening.event_id))
    return max(_FEWEST_ALLOWED, _TIMES_GUESTS * max(guests, evening.expected_attendance or 0))


def _number(value: object, least: int, most: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise FeedbackError("feedback_unreadable")
    return value


def _word(value: object) -> str | None:
    """The word on one line, without signs that cannot be seen and without addresses; None where nothing is said."""
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > 4 * LONGEST_WORD:
        raise FeedbackError("feedback_unreadable")
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    return without_addresses(plain)[:LONGEST_WORD] or None


def _words(store: Store, event_id: str) -> Journal:
    return Journal(store, "words", event_id)


def _keep_word(store: Store, event_id: str, answer: str, word: str | None) -> None:
    journal = _words(store, event_id)
    if word is None and not journal.version():
        return
    with journal.lock("review"):
        others = [line for line in journal.lines() if line["answer"] != answer]
        journal.replace([*others, *([{"answer": answer, "word": word}] if word else [])])
