"""Files that are no tables, broken, hostile or far too large: refused with a reason, and the store as it was."""

import codecs
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from struct import pack

import openpyxl
import pytest

from tests.intake.conftest import account, told

ROOT = Path(__file__).parents[2]
HEADER = "organisation_id,name,kind\n"
GOOD = HEADER + "o1,Stahl GmbH,company\no2,Hochschule Nord,science\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", b"", "empty_file"),
        ("a.csv", b" \n\t\r\n \n", "empty_file"),
        ("a.csv", codecs.BOM_UTF8, "empty_file"),
        ("organisations.csv", HEADER.encode(), "no_rows"),
        ("organisations.csv", HEADER.encode() + b",,\n\n , ,\n", "no_rows"),
        ("a.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not_text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not_text"),
        ("a.csv", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "not_text"),
        ("a.csv", b"\x1f\x8b\x08\x00" + bytes(range(256)) * 9, "not_text"),
        ("a.csv", bytes(range(256)) * 400, "not_text"),
        ("a.csv", OLE + bytes(4096), "broken_workbook"),
        ("a.csv", b"\x00\x01" * 5000, "not_text"),
        ("a.csv", b"what,ever\n1,2\n", "unknown_header"),
        ("a.csv", b"just words\nand more\n", "unknown_header"),
        ("a.csv", ",".join(f"c{number}" for number in range(10_000)).encode() + b"\n1\n", "too_many_columns"),
        ("a.xlsx", OLE + bytes(4096) + "EncryptedPackage".encode("utf-16-le"), "locked_workbook"),
        ("a.xlsx", b"", "broken_workbook"),
        ("a.xlsx", GOOD.encode(), "broken_workbook"),
        ("a.xlsx", b"PK\x03\x04" + bytes(200), "broken_workbook"),
        ("a.csv", b"PK\x03\x04" + bytes(200), "broken_workbook"),
    ],
)
def test_what_is_no_table_is_refused(intake, name, content, reason):
    intake.file(name, content)
    report = intake.take()
    assert [key for *_, key in told(report)] == [reason]
    assert report.rejections[0].line is None
    assert all(report.rejections[0].reason(language) for language in ("de", "en"))
    assert report.batch is None
    assert intake.store.ledger() == []
    assert list(intake.store.batches.iterdir()) == []


def test_what_is_refused_takes_nothing_else_with_it(intake):
    intake.file("a.csv", b"%PDF-1.7")
    intake.file("organisations.csv", GOOD)
    report = intake.take()
    assert account(report) == (2, 2, 0)
    assert len(intake.store.ledger()) == 1


def test_a_sheet_of_unknown_columns_loses_all_its_rows(intake):
    intake.file("a.csv", "what,ever\n1,2\n3,4\n")
    intake.file("organisations.csv", GOOD)
    assert account(intake.take()) == (4, 2, 2)


NAMES = "organisation_id;name;kind\no1;Müller & Söhne;company\no2;Großhandel;company\n"


@pytest.mark.parametrize(
    "content",
    [
        NAMES.encode(),
        codecs.BOM_UTF8 + NAMES.encode(),
        NAMES.encode("latin-1"),
        NAMES.replace("Großhandel", "Groß – „handel“ €").encode("cp1252"),
        codecs.BOM_UTF16_LE + NAMES.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NAMES.encode("utf-16-be"),
        NAMES.encode("utf-16-le"),
        NAMES.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + NAMES.encode("utf-32-le"),
        NAMES.replace("\n", "\r\n").encode(),
        NAMES.replace("\n", "\r").encode(),
        b"sep=;\r\n" + NAMES.encode(),
        NAMES.replace(";", "\t").encode(),
        NAMES.replace(";", "|").encode(),
        ("\n;;\n" + NAMES).encode(),
    ],
)
def test_encodings_and_dialects(intake, content):
    intake.file("organisations.csv", content)
    report = intake.take()
    assert report.rejections == []
    assert account(report) == (2, 2, 0)
    names = [row["name"] for row in intake.rows("organisations")]
    assert names[0] == "Müller & Söhne"
    assert names[1] in ("Großhandel", "Groß – „handel“ €")


def test_one_broken_byte_spoils_its_row_only(intake):
    rows = "".join(f"o{number};Müller {number};company\n" for number in range(9)).encode()
    intake.file("organisations.csv", b"organisation_id;name;kind\n" + rows + b"x;M\xfcller;company\n")
    report = intake.take()
    assert told(report) == [("organisations.csv", 11, "name", "unreadable_character")]
    assert intake.rows("organisations", "name")[0] == ("Müller 0",)


def test_a_nul_byte_spoils_its_row_only(intake):
    intake.file("organisations.csv", GOOD.replace("Stahl", "St\0ahl"))
    report = intake.take()
    assert told(report) == [("organisations.csv", 2, "name", "unreadable_character")]
    assert account(report) == (2, 1, 1)


def test_ragged_rows(intake):
    rows = "o1,A,company\no2,B\no3,C,company,more\n\n,,,,\no4,D,company\n"
    intake.file("organisations.csv", HEADER + rows)
    report = intake.take()
    assert told(report) == [
        ("organisations.csv", 3, "kind", "required"),
        ("organisations.csv", 4, None, "wrong_columns"),
    ]
    assert account(report) == (4, 2, 2)


def test_cells_with_line_breaks_count_as_the_spreadsheets_rows(intake):
    intake.file("organisations.csv", HEADER + 'o1,"A\nB",company\no2,C,nonsense\n')
    report = intake.take()
    assert told(report) == [("organisations.csv", 3, "kind", "unreadable_choice")]
    assert intake.rows("organisations", "name") == [("A\nB",)]


def test_a_missing_quotation_mark_is_no_silent_loss(intake):
    intake.file("organisations.csv", HEADER + 'o1,A,company\no2,"B,company\no3,C,company\n')
    report = intake.take()
    assert account(report) == (2, 1, 1)
    assert told(report) == [("organisations.csv", 3, None, "wrong_columns")]


def workbook(intake, name="organisations.xlsx", rows=None, title="Organisationen", **more):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows or [line.split(",") for line in GOOD.splitlines()]:
        sheet.append(row)
    if more.get("protected"):
        sheet.protection.set_password("secret")
        sheet.protection.enable()
    for extra in more.get("sheets", ()):
        book.create_sheet(extra).append(["some", "words"])
    book.save(intake.folder / name)
    return sheet


def test_a_protected_sheet_is_readable(intake):
    workbook(intake, protected=True)
    assert account(intake.take()) == (2, 2, 0)


def test_a_workbook_called_csv_is_read_as_what_it_is(intake):
    workbook(intake, "organisations.csv")
    assert account(intake.take()) == (2, 2, 0)


def test_rows_keep_the_spreadsheets_numbers(intake):
    rows = [[], ["organisation_id", "name", "kind"], [], ["o1", "A", "company"], [" "], ["o2", "B", "nonsense"]]
    workbook(intake, rows=rows)
    report = intake.take()
    assert told(report) == [("organisations.xlsx:Organisationen", 6, "kind", "unreadable_choice")]
    assert account(report) == (2, 1, 1)


@pytest.mark.parametrize("title", ["Erläuterung", "Explanation"])
def test_the_explanation_is_no_table(intake, title):
    workbook(intake, sheets=[title])
    assert intake.take().rejections == []


def test_another_sheet_without_rows_is_no_matter(intake):
    workbook(intake, sheets=["Tabelle2"])
    assert intake.take().rejections == []


needs_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process's memory")


def zipped(intake, name, content, **more):
    with zipfile.ZipFile(intake.folder / "a.xlsx", "w", **more) as archive:
        archive.writestr(name, content)


def test_a_zip_that_is_no_workbook(intake):
    zipped(intake, "readme.txt", "words", compression=zipfile.ZIP_DEFLATED)
    assert told(intake.take()) == [("a.xlsx", None, None, "broken_workbook")]


def test_a_workbook_whose_sheet_is_broken_inside(intake):
    workbook(intake, "good.xlsx")
    with zipfile.ZipFile(intake.folder / "good.xlsx") as good, zipfile.ZipFile(intake.folder / "a.xlsx", "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    (intake.folder / "good.xlsx").unlink()
    report = intake.take()
    assert account(report)[1] == 0
    assert report.batch is None


def test_a_workbook_without_any_row(intake):
    openpyxl.Workbook().save(intake.folder / "a.xlsx")
    assert told(intake.take()) == [("a.xlsx", None, None, "empty_file")]


def test_a_zip_with_a_password(intake):
    zipped(intake, "xl/workbook.xml", "words")
    content = bytearray((intake.folder / "a.xlsx").read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag that says so
    (intake.folder / "a.xlsx").write_bytes(content)
    assert told(intake.take()) == [("a.xlsx", None, None, "locked_workbook")]


def test_the_reader_that_dies_or_hangs_is_no_loss(intake, monkeypatch):
    workbook(intake, "a.xlsx")
    monkeypatch.setattr("analytics.intake.workbook._SECONDS", 0.001)
    assert told(intake.take()) == [("a.xlsx", None, None, "workbook_too_large")]


def measured(path, *, megabytes, seconds):
    """The report on the import of one file in a process of its own, which may not need more than this of memory and
    of the processor, however busy the machine is."""
    code = (
        "import json, resource, sys, tempfile; from pathlib import Path\n"
        "from analytics.intake.importing import import_files; from analytics.store import Store\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    report = import_files(Store(Path(folder)), [Path(sys.argv[1])])\n"
        "own = int(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
        "most = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
        "used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "spent = sum(one.ru_utime + one.ru_stime for one in used)\n"
        "print(json.dumps([most >> 10, spent, [found.key for found in report.rejections]]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    most, spent, reasons = json.loads(done.stdout)
    assert spent < seconds
    assert most < megabytes
    return reasons


@needs_linux
@pytest.mark.parametrize(
    ("head", "tail"),
    [(b"", b""), (HEADER.encode() + b"o1,", b",company\n"), (HEADER.encode() + b'o1,"', b""), (b'"', b"")],
    ids=["no line end at all", "one cell", "an open quote", "an open quote in the header"],
)
def test_a_line_of_a_hundred_megabytes(intake, head, tail):
    path = intake.file("organisations.csv", head + b"x" * (100 << 20) + tail)
    assert measured(path, megabytes=500, seconds=20) == ["errors.row_too_long"]


def bomb(gigabytes):
    """A workbook of a few megabytes whose one member unpacks to so many gigabytes of nothing."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * (gigabytes << 10) + packer.flush()
    name = b"xl/worksheets/sheet1.xml"
    sizes = pack("<III", 0, len(data), 1000) + pack("<HH", len(name), 0)  # the directory lies: 1,000 bytes
    local = b"PK\x03\x04" + pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + name
    central = b"PK\x01\x02" + pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes + pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(data), 0)
    return local + data + central + end


@needs_linux
def test_a_zip_bomb(intake):
    path = intake.file("a.xlsx", bomb(4))
    assert path.stat().st_size < 8 << 20
    assert measured(path, megabytes=300, seconds=15) == ["errors.workbook_too_large"]


@needs_linux
def test_two_cells_as_far_apart_as_can_be(intake):
    book = openpyxl.Workbook()
    book.active["A1"] = book.active["XFD1048576"] = 1
    book.save(intake.folder / "a.xlsx")
    reasons = measured(intake.folder / "a.xlsx", megabytes=300, seconds=15)
    assert reasons == ["errors.workbook_too_large"]


def test_a_workbook_of_ten_thousand_columns(intake):
    workbook(intake, "a.xlsx", rows=[[f"c{number}" for number in range(10_000)], [1]])
    assert told(intake.take()) == [("a.xlsx", None, None, "too_many_columns")]
