"""A file that is put into a watched folder is imported by itself, once and whole, and moved to where it belongs."""

from analytics.warehouse import View, current
from tests.intake.watching.conftest import EVENTS


def test_a_file_is_taken_moved_to_done_and_seen_by_everybody(watched):
    watched.put("veranstaltungen.csv", EVENTS)
    ((name, place, batch),) = watched.arrive()
    assert (name, place) == ("veranstaltungen.csv", "done")
    assert watched.batches() == [batch]
    assert watched.store.ledger()[0].who == "watch"
    assert watched.files() == ["done/veranstaltungen.csv"]
    assert [entry.batch for entry in View(current(watched.store)).ledger] == [batch]
