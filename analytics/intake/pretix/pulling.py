"""A pull: what changed in pretix since the last one, as one batch."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from analytics.errors import IntakeError
from analytics.intake.demo import demo_batches
from analytics.intake.files import Given
from analytics.intake.hints import Hints
from analytics.intake.prepared import prepare
from analytics.intake.pretix.client import Answer, Pretix
from analytics.intake.pretix.exports import ORDER_FIELDS, PretixEvent, check_in_sheet, events_sheet, positions_sheet
from analytics.intake.pretix.pulled_until import keep_until, pulled_until
from analytics.intake.report import Report
from analytics.intake.sheet import Sheet
from analytics.store import Source, Store

PRETIX = "pretix"
"""Who the ledger says brought in what pretix was asked for."""


@dataclass(frozen=True)
class _Changed:
    """All events, the slugs of those whose orders changed, and the moment until which that is known, or None."""

    events: list[Answer]
    slugs: set[str]
    until: str | None


def pull(store: Store, pretix: Pretix, *, anew: bool = False, dry_run: bool = False) -> Report:
    """Bring in all events, and the guests of those whose orders changed since the last pull; ``anew`` of all of them.

    An event's guests come all together: whether somebody missed it only shows beside those who came. Raises IntakeError
    where pretix does not answer as it should; then nothing comes in, and the next pull begins where this one did.
    """
    try:
        changed = _changed(pretix, None if anew else pulled_until(store, pretix.name))
        held = [_held(pretix, event) for event in changed.events if event["slug"] in changed.slugs]
        sheets = list(_sheets(pretix.name, changed.events, held))
        hints = Hints(events={sheet.label: slug for sheet, slug in sheets if slug is not None})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise IntakeError("pretix_answer", status=200) from error
    given = Given([sheet for sheet, _ in sheets if sheet.read], (_source(pretix.name, changed, held),), [], [])
    with prepare(store, given, hints, replaces=demo_batches(store)) as prepared:
        if dry_run:
            return prepared.report
        report = prepared.publish(PRETIX)
    keep_until(store, pretix.name, changed.until)
    return report


def _changed(pretix: Pretix, since: str | None) -> _Changed:
    # What changes while the lists are read counts as changed after the first page.
    query = [("include", "code"), ("include", "event"), *([("modified_since", since)] if since else [])]
    slugs: set[str] = set()
    until: str | None = None
    for number, (orders, made) in enumerate(pretix.pages("orders/", query)):
        until = made if number == 0 else until
        slugs |= {str(order["event"]) for order in orders}
    return _Changed(list(pretix.all("events/")), slugs, until)


def _held(pretix: Pretix, event: Answer) -> PretixEvent:
    path = f"events/{event['slug']}/"
    dates = {date["id"]: date for date in pretix.all(f"{path}subevents/")} if event["has_subevents"] else {}
    query = [("include_canceled_positions", "true"), *(("include", field) for field in ORDER_FIELDS)]
    return PretixEvent(event, dates, list(pretix.all(f"{path}orders/", query)))


def _sheets(source: str, events: list[Answer], held: list[PretixEvent]) -> Iterator[tuple[Sheet, str | None]]:
    """The sheets, each with the event that it is of where it does not say so itself."""
    # A path's last part is what messages call a file.
    source = source.replace("/", " ")
    number = 0
    yield events_sheet(number, source, events), None
    for one in held:
        number += 1
        yield positions_sheet(number, source, one), None
        if check_in := check_in_sheet(number + 1, source, one):
            number += 1
            yield check_in, one.slug


def _source(name: str, changed: _Changed, held: list[PretixEvent]) -> Source:
    content = json.dumps([changed.events, [one.orders for one in held]], sort_keys=True).encode()
    return Source(name, sha256(content).hexdigest(), len(content))
