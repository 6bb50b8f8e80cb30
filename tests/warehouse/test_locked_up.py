"""A connection to a snapshot can ask, and nothing else: it writes nothing, reads no other file, reaches no network.

organisations:
organisation_id | name  | kind
a               | Alpha | company
"""

import duckdb
import pytest

READ_ONLY = "read-only"
NO_FILES = "file system operations are disabled"
NO_HOST = "file system operations are disabled|requires the extension httpfs"
NO_EXTENSION = "disabled through configuration|file system operations are disabled"
LOCKED = "configuration has been locked"


@pytest.mark.parametrize(
    "statement",
    [
        "delete from base.organisations",
        "update base.organisations set name = 'Eve'",
        "insert into base.ledger values ('{}')",
        "create table base.mine as select 1",
        "create or replace view management.organisations as select 1",
        "drop table base.organisations",
        "drop schema management cascade",
        "alter table base.organisations add column mine integer",
    ],
)
def test_it_cannot_write(view, statement):
    with pytest.raises(duckdb.InvalidInputException, match=READ_ONLY):
        view.within().query(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "from read_csv('/etc/passwd')",
        "from read_text('/etc/passwd')",
        "from read_blob('/etc/passwd')",
        "from read_parquet('/etc/passwd')",
        "from read_json('/etc/passwd')",
        "from glob('/etc/*')",
        "from '/etc/passwd.csv'",
        "from sniff_csv('/etc/passwd')",
        "attach '/tmp/other.duckdb' as other",
        "copy base.organisations to '/tmp/stolen.csv'",
        "copy (select 1) to '/tmp/stolen.parquet' (format parquet)",
        "export database '/tmp/stolen'",
        "import database '/tmp'",
    ],
)
def test_it_neither_reads_nor_writes_other_files(view, statement):
    with pytest.raises(duckdb.Error, match=NO_FILES):
        view.within().query(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "from read_csv('https://example.org/data.csv')",
        "from 'https://example.org/data.parquet'",
        "attach 'https://example.org/data.duckdb' as other",
    ],
)
def test_it_reaches_no_other_host(view, statement):
    with pytest.raises(duckdb.Error, match=NO_HOST):
        view.within().query(statement)


@pytest.mark.parametrize("statement", ["install httpfs", "load httpfs", "load '/tmp/mine.duckdb_extension'"])
def test_it_takes_no_extension(view, statement):
    with pytest.raises(duckdb.Error, match=NO_EXTENSION):
        view.within().query(statement)


@pytest.mark.parametrize(
    "setting",
    ["enable_external_access = true", "autoinstall_known_extensions = true", "lock_configuration = false"],
)
def test_it_cannot_be_unlocked(view, setting):
    with pytest.raises(duckdb.InvalidInputException, match=LOCKED):
        view.within().query(f"set {setting}")


def test_the_snapshot_is_as_it_was_afterwards(view):
    content = view.snapshot.path.read_bytes()
    with pytest.raises(duckdb.InvalidInputException, match=READ_ONLY):
        view.within().query("drop table base.organisations")
    view.within().query("checkpoint")
    assert view.snapshot.path.read_bytes() == content


def test_what_is_set_for_one_question_is_unknown_to_the_next(view):
    view.within().query("select 1", event_id="e1")
    assert view.within().query("select getvariable('event_id') as value")["value"].isna().all()
