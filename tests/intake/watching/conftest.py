"""A folder that is watched for a store of its own, and a clock that the test moves."""

import pytest

from analytics.intake.watching import watch as watching
from analytics.intake.watching.arrivals import Arrivals
from analytics.intake.watching.watch import Watch
from analytics.store import Store
from analytics.warehouse import build

EVENTS = "Veranstaltungs-ID;Titel;Beginn;Format;Stand\nE1;Fest;18.06.2026;Empfang;durchgeführt\n"
GUESTS = (
    "Veranstaltung;Datum;Organisation;Status\n"
    "Sommerfest;18.06.2026;Kessel Optik GmbH;anwesend\n"
    "Sommerfest;18.06.2026;Lohmann AG;anwesend\n"
)


def publish(store, domains):
    """As a program does; by a name that a test can put another thing behind."""
    build(store)


class Watched:
    """What a test does with a watched folder: put files there, let time pass, and see where they went."""

    def __init__(self, folder, store):
        self.folder, self.store = folder, store
        self.now = 0.0
        self.watch = self.another()

    def another(self):
        """Another watch over the same folder."""
        made = Watch(self.store, self.folder, publish)
        made._arrivals = Arrivals(self.folder, watching.SETTLED_AFTER, lambda: self.now)
        return made

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def look(self, after=0.0):
        """What became of the files by a look so many seconds later."""
        self.now += after
        return [(outcome.name, outcome.place, outcome.batch) for outcome in self.watch.look()]

    def arrive(self):
        """What becomes of the files once they have lain there for long enough."""
        return self.look() + self.look(after=watching.SETTLED_AFTER)

    def files(self):
        """All files in the folder by their path within it, the lock left out."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.name != ".watch.lock")
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def said(self, path):
        return (self.folder / path).read_text("utf-8")

    def batches(self):
        return [entry.batch for entry in self.store.ledger()]


@pytest.fixture
def watched(tmp_path):
    folder = tmp_path / "watched"
    folder.mkdir()
    made = Watched(folder, Store(tmp_path / "store"))
    with made.watch:
        yield made
