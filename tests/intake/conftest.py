"""A store that nobody else uses, files written from text, and the rows that a store holds."""

from pathlib import Path

import duckdb
import pytest

from analytics.intake.hints import Hints
from analytics.intake.importing import import_files
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse.state import state_of


class Intake:
    """What a test does with files: write them, import them, look at what the store holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "files"
        self.folder.mkdir()
        self.store = Store(folder / "store")

    def file(self, name, content=""):
        """A file with this content (text or bytes), in the test's own folder."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def take(self, *names, dry_run=False, **said):
        """The report on the import of the files called so; all of the folder's where none is named."""
        files = [self.folder / name for name in names] or [self.folder]
        return import_files(self.store, files, Hints(**said), dry_run=dry_run)

    def rows(self, table, *columns):
        """The rows that the store holds now, by their keys, as dictionaries or as tuples of the named columns."""
        declared = TABLES[table]
        state = state_of(declared, self.store.tables()[table])
        with duckdb.connect() as connection:
            keys = ", ".join(declared.key)
            found = connection.execute(f"select * from {state} order by {keys}")
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        return [tuple(row[column] for column in columns) for row in rows] if columns else rows


@pytest.fixture
def intake(tmp_path):
    return Intake(tmp_path)


def told(report):
    """The rejections as (file, line, column, reason's key)."""
    return [(found.file, found.line, found.column, found.key.partition(".")[2]) for found in report.rejections]


def account(report):
    """The source's rows as (read, accepted, rejected)."""
    return (report.rows.read, report.rows.accepted, report.rows.rejected)


def asks(report, reason):
    """Whether a rejection of the report asks for what ``reason`` means."""
    return any(found.key.endswith(f".{reason}") for found in report.rejections)
