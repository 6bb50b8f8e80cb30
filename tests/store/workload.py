"""What a process of its own does with a store, for tests that kill it or let two of them meet."""

from pathlib import Path

from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build


def bring_in(store, files, connection):
    """Import the files and publish a snapshot; every step is told as it is done."""
    connection.send("ready")
    report = import_files(Store(Path(store)), [Path(file) for file in files])
    connection.send(report.batch)
    connection.send(build(Store(Path(store))).name)


def bring_in_together(store, files, barrier, connection):
    """The same, but not before everybody else is ready."""
    Store(Path(store))
    barrier.wait(30)
    bring_in(store, files, connection)


def erase(store, batch, connection):
    """Erase a batch and publish what is left; every step is told as it is done."""
    connection.send("ready")
    own = Store(Path(store))
    connection.send(own.erase(batch, "anna").batch)
    connection.send(build(own).name)
