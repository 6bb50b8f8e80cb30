"""One file of a watched folder: imported by itself where nothing has to be asked, and never twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.demo import demo_batches
from analytics.intake.domains import Domains
from analytics.intake.files import MAPPING_ENDINGS
from analytics.intake.hints import Hints
from analytics.intake.importing import opened
from analytics.intake.prepared import Prepared, prepare
from analytics.intake.report import Report
from analytics.intake.watching.answer import answer_of, told, told_error
from analytics.intake.watching.folder import Claim, Place
from analytics.store import Entry, Store, erased_batches, standing_entries

_QUESTIONS = frozenset({"which_event", "which_year", "open_number"})
"""What an import asks, by the last part of the key: one answer settles many rows, so nothing is taken without it."""


@dataclass(frozen=True)
class Verdict:
    """Where a file goes, what is told beside it, and the batch that it became, where it became one.

    ``domains`` are those of the e-mail addresses in it, as :class:`analytics.intake.report.Report` has them.
    """

    place: Place
    answer: str
    batch: str | None = None
    domains: Domains = field(default_factory=dict, repr=False)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file's content."""
    with file.open("rb") as opened_file:
        return file_digest(opened_file, "sha256").hexdigest()


def take(store: Store, claim: Claim, who: str) -> Verdict | None:
    """Import the claimed file as one batch; None where it is still being written.

    What a batch that holds was made from is not imported again: its rows would undo what was corrected since. Taken
    back, it may come again. Raises StoreError where the store cannot be read or written.
    """
    digest = digest_of(claim.path)
    if found := _batch_of(standing_entries(store.ledger()), digest):
        return Verdict("done", told("watch.known", batch=found.batch))
    if claim.path.suffix.lower() in MAPPING_ENDINGS:
        return Verdict("failed", told("watch.is_mapping"))
    try:
        given, hints = opened(store, [claim.path], Hints())
        with prepare(store, given, hints, replaces=demo_batches(store)) as prepared:
            return _decided(prepared, who) if digest_of(claim.path) == digest else None
    except IntakeError as error:
        return Verdict("failed", told_error(error))


def finish(store: Store, claim: Claim) -> Verdict | None:
    """The verdict on a file whose import a process did not live to end, where the ledger knows it; None where not."""
    ledger = store.ledger()
    batches = [entry.batch for entry in ledger]
    since = ledger[batches.index(claim.head) + 1 :] if claim.head in batches else ledger
    if found := _batch_of(since, digest_of(claim.path)):
        return Verdict("done", told("watch.finished", batch=found.batch), found.batch)
    if erased_batches(ledger) & {entry.batch for entry in since}:  # what they were made from is not known any more
        return Verdict("failed", told("watch.interrupted"))
    return None


def _decided(prepared: Prepared, who: str) -> Verdict:
    """Publish what was accepted, unless something is asked or nothing was."""
    report = prepared.report
    if _asks(report) or (report.rejections and not report.rows.accepted):
        return Verdict("failed", answer_of(report, prepared.kept, "failed"))
    published = prepared.publish(who)
    outcome = "partly" if published.rejections else "done"
    return Verdict("done", answer_of(published, prepared.kept, outcome), published.batch, published.domains)


def _asks(report: Report) -> bool:
    return any(found.key.rpartition(".")[2] in _QUESTIONS for found in report.rejections)


def _batch_of(entries: Sequence[Entry], digest: str) -> Entry | None:
    """The import that was made from this content, or None."""
    return next((entry for entry in entries if digest in {source.sha256 for source in entry.sources}), None)
