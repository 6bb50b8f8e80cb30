"""Files as real ones come, each with what must become of it (``cases.yaml``)."""

import datetime
import io
from pathlib import Path

import duckdb
import openpyxl
import pytest
import yaml

from analytics.warehouse import build
from tests.intake.disk import everything


class Loader(yaml.SafeLoader):
    """Knows times of day, which YAML has not."""


Loader.add_constructor("!time", lambda loader, node: datetime.time.fromisoformat(loader.construct_scalar(node)))
CASES = yaml.load(Path(__file__).with_name("cases.yaml").read_text("utf-8"), Loader)


def written(content, encoding):
    """A file's bytes: a text's, or those of a workbook with these sheets."""
    if isinstance(content, str):
        return content.encode(encoding)
    data, book = io.BytesIO(), openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("case", CASES)
def test_a_file_as_it_comes(intake, case):
    said = CASES[case]
    for name, content in said["files"].items():
        intake.file(name, written(content, said.get("encoding", "utf-8")))
    report = intake.take(*said["files"])
    reasons = " ".join(found.reason("de") for found in report.rejections)
    assert all(words in reasons for words in said.get("tells", []))
    assert bool(report.rejections) == ("tells" in said), reasons
    if "lines" in said:
        assert [found.line for found in report.rejections] == said["lines"]
    for table, (columns, *rows) in said.get("holds", {}).items():
        assert sorted(intake.rows(table, *columns), key=str) == sorted(map(tuple, rows), key=str)
    assert set(said.get("notes", [])) <= {note.key.partition(".")[2] for note in report.notes}
    text = everything(intake.store.folder)
    assert not [word for word in said.get("nowhere", []) if word in text]


def test_a_postcode_with_a_prefix_lies_in_its_district(intake):
    for name, content in CASES["postcode_with_prefix"]["files"].items():
        intake.file(name, content)
    intake.take()
    with duckdb.connect(str(build(intake.store).path), read_only=True) as connection:
        found = connection.execute("select district from base.organisations order by organisation_id").fetchall()
    assert found == [("05711",), ("05711",), (None,)]
