"""Reads a workbook in a process of its own: ``python workbook_process.py FILE`` writes Arrow streams to its output.

A file of five kilobytes can make the reader ask for half a terabyte, and the reader then ends its process. That
must not be the dashboard's: this one has a limit and may die. It imports nothing from the package.
"""

import sys

import fastexcel
import pyarrow as pa

BROKEN, TOO_LARGE = 3, 4
"""The exit codes for a file that is no workbook and for one that needs more memory than there may be."""

_MOST_MEMORY = 4 << 30


def main(path: str) -> int:
    """Write one stream a sheet, its name in the schema's metadata; every cell as text."""
    _limit_memory()
    try:
        workbook = fastexcel.read_excel(path)
        for name in workbook.sheet_names:
            # skip_rows=0 keeps blank rows at the top, so that a row's number is the spreadsheet's
            cells = workbook.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_arrow()
            table = pa.Table.from_batches([cells]).replace_schema_metadata({"sheet": name})
            with pa.ipc.new_stream(sys.stdout.buffer, table.schema) as stream:
                stream.write_table(table)
    except MemoryError:
        return TOO_LARGE
    except BaseException:  # noqa: BLE001  a panic of the reader's own, in Rust, is no Exception
        return BROKEN
    return 0


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  not on Windows, where the process still dies alone
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
