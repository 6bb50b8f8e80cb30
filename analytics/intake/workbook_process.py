"""Reads a workbook in a process of its own: ``python workbook_process.py FILE`` writes Arrow streams to its output.

A file of five kilobytes can make the reader ask for half a terabyte, and the reader then ends its process. That
must not be the dashboard's: this one has a limit and may die. It imports nothing from the package.

The reader does not tell numbers from texts and leaves formulas that failed empty; what a sheet has of either is looked
up in the workbook's own XML.
"""

import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from xml.parsers import expat

import fastexcel
import pyarrow as pa
import pyarrow.compute as pc
import python_calamine

BROKEN, TOO_LARGE = 3, 4
"""The exit codes for a file that is no workbook and for one that needs more memory than there may be."""

NUMBER_MARK = "\ue03c"
"""Follows the text of a number that could be read in two ways, were it a text: 1.234 (see ``readings.py``)."""

_MOST_MEMORY = 4 << 30
_TWO_READINGS = r"^-?\d{1,3}\.\d{3}$"
_FAILED = re.compile(rb"""<[^<>]*\st\s*=\s*["']e["']""")


def main(path: str) -> int:
    """Write one stream a sheet, what is known of it in the schema's metadata; every cell as text."""
    _limit_memory()
    try:
        for cells in _office_open_xml(path) if _is_office_open_xml(path) else _other(path):
            with pa.ipc.new_stream(sys.stdout.buffer, cells.schema) as stream:
                stream.write_table(cells)
    except MemoryError:
        return TOO_LARGE
    except BaseException:  # noqa: BLE001  a panic of the reader's own, in Rust, is no Exception
        return BROKEN
    return 0


def _is_office_open_xml(path: str) -> bool:
    """Whether the file is a workbook of today's Excel, and not an older one or LibreOffice's."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any(name.lower().startswith("xl/") for name in archive.namelist())


def _office_open_xml(path: str) -> Iterator[pa.Table]:
    """The sheets of an XLSX or XLSM file."""
    workbook = fastexcel.read_excel(path)
    inside = _Inside(path)
    for name in workbook.sheet_names:
        # skip_rows=0 keeps blank rows at the top, so that a row's number is the spreadsheet's
        sheet = workbook.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        cells = inside.told(name, pa.Table.from_batches([sheet.to_arrow()]))
        epoch = "1904" if inside.counts_from_1904 else "1900"
        yield cells.replace_schema_metadata({"sheet": name, "visible": sheet.visible, "epoch": epoch})


def _other(path: str) -> Iterator[pa.Table]:
    """The sheets of an XLS or ODS file, whose cells come with their types."""
    with Path(path).open("rb") as file:  # not by its path, whose ending may promise something else
        workbook = python_calamine.CalamineWorkbook.from_filelike(file)
    for found in workbook.sheets_metadata:
        rows = workbook.get_sheet_by_name(found.name).to_python(skip_empty_area=False)
        width = max(map(len, rows), default=0)
        columns = [pa.array([_told(row[place]) for row in rows], pa.string()) for place in range(width)]
        cells = pa.table(columns, names=[f"c{place}" for place in range(width)])
        is_visible = found.visible == python_calamine.SheetVisibleEnum.Visible
        yield cells.replace_schema_metadata(
            {"sheet": found.name, "visible": "visible" if is_visible else "hidden", "epoch": "1900"}
        )


def _told(cell: object) -> str:
    """A typed cell as text, as XLSX files give it; a number is marked that, as a text, could be read in two ways."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        text = repr(int(cell)) if cell.is_integer() else repr(cell)
        return text + NUMBER_MARK if re.fullmatch(_TWO_READINGS, text) else text
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return f"{cell.isoformat()} 00:00:00"
    return str(cell)


class _Inside:
    """The workbook's own XML."""

    def __init__(self, path: str) -> None:
        self._archive = zipfile.ZipFile(path)
        self._parts: dict[str, str] = {}
        self.counts_from_1904 = False
        book = next((name for name in self._archive.namelist() if name.lower() == "xl/workbook.xml"), None)
        if book is None:
            return
        targets: dict[str, str] = {}
        folder = PurePosixPath(book).parent

        def relation(element: str, attributes: Mapping[str, str]) -> None:
            if element == "Relationship":
                targets[attributes["Id"]] = str(folder.joinpath(attributes["Target"])).lstrip("/")

        def sheet(element: str, attributes: Mapping[str, str]) -> None:
            if element == "workbookPr":
                self.counts_from_1904 = attributes.get("date1904", "0") in {"1", "true"}
            elif element == "sheet":
                self._parts[attributes["name"]] = targets.get(attributes.get("id", ""), "")

        _walk(self._content(str(folder / "_rels" / "workbook.xml.rels")), relation)
        _walk(self._content(book), sheet)

    def told(self, name: str, cells: pa.Table) -> pa.Table:
        """The cells of the sheet ``name`` with what formulas that failed say, and a mark at numbers of two readings."""
        content = self._content(self._parts.get(name, ""))
        doubtful = {
            (row, column)
            for column, texts in enumerate(cells.columns)
            for row in pc.indices_nonzero(
                pc.fill_null(pc.match_substring_regex(texts, _TWO_READINGS), False)
            ).to_pylist()
        }
        if not doubtful and not _FAILED.search(content):
            return cells
        found = _Found()
        _walk(content, found.begin, found.end, found.text)
        for column in range(cells.num_columns):
            texts = cells.column(column).to_pylist()
            for row, said in found.failed.get(column + found.first, {}).items():
                texts[row] = said
            for row in found.numbers.get(column + found.first, ()):
                texts[row] += NUMBER_MARK if (row, column) in doubtful else ""
            cells = cells.set_column(column, cells.field(column), pa.array(texts, cells.field(column).type))
        return cells

    def _content(self, part: str) -> bytes:
        return self._archive.read(part) if part in self._archive.namelist() else b""


@dataclass
class _Found:
    """What a sheet's XML says of its cells, by column and row, both counted from 0."""

    failed: dict[int, dict[int, str]] = field(default_factory=dict)
    numbers: dict[int, list[int]] = field(default_factory=dict)
    first: int = 1 << 20
    _row: int = -1
    _column: int = -1
    _kind: str = ""
    _within: bool = False
    _said: str = ""

    def begin(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif element == "c":
            self._column = _column(attributes["r"]) if "r" in attributes else self._column + 1
            self._kind, self._said = attributes.get("t", "n"), ""
        elif element in {"v", "is"}:
            self._within = element == "v"
            self.first = min(self.first, self._column)

    def text(self, said: str) -> None:
        """Letters between elements."""
        if self._within:
            self._said += said

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "v":
            self._within = False
        elif element == "c" and self._kind == "e":
            self.failed.setdefault(self._column, {})[self._row] = self._said
        elif element == "c" and self._kind == "n" and self._said:
            self.numbers.setdefault(self._column, []).append(self._row)


def _walk(
    content: bytes,
    begin: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] = lambda element: None,
    text: Callable[[str], None] = lambda said: None,
) -> None:
    """Tell of every element of an XML, its name and its attributes' without their namespace."""
    if not content:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda element, attributes: begin(
        _local(element), {_local(name): value for name, value in attributes.items()}
    )
    parser.EndElementHandler = lambda element: end(_local(element))
    parser.CharacterDataHandler = text
    parser.Parse(content, True)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _column(reference: str) -> int:
    """The number, from 0, of the column of a cell such as AB12."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  not on Windows, where the process still dies alone
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
