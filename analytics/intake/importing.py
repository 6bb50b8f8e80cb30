"""The import: files in, one checked batch out, and an answer that accounts for every row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from analytics.intake.files import MAPPING_ENDINGS, Given, listed, read_files
from analytics.intake.hints import Hints
from analytics.intake.mapping import read_mapping
from analytics.intake.mapping_library import remembered
from analytics.intake.prepared import prepare
from analytics.intake.progress import Progress
from analytics.intake.report import Report
from analytics.intake.sheet import HeaderAt, Headers
from analytics.store import Store


def import_files(
    store: Store,
    paths: Sequence[Path],
    hints: Hints = Hints(),  # noqa: B008  it cannot be changed
    *,
    dry_run: bool = False,
    who: str | None = None,
    is_demo: bool = False,
) -> Report:
    """Import files and folders as one batch.

    Raises IntakeError for an unknown format or a mapping that is none; what is wrong with a folder, a file or a row
    stands in the report.
    """
    given, hints = opened(store, paths, hints)
    with prepare(store, given, hints) as prepared:
        return prepared.report if dry_run else prepared.publish(who, is_demo=is_demo)


def opened(
    store: Store,
    paths: Sequence[Path],
    hints: Hints,
    *,
    header_at: Mapping[str, HeaderAt] = MappingProxyType({}),
    progress: Progress | None = None,
) -> tuple[Given, Hints]:
    """What lies in files and folders, and the hints with the mappings among the files and those that the store keeps.

    ``header_at`` says of sheets, by their label, where their header is. Raises IntakeError for a mapping that is none,
    and Stopped where somebody stopped it.
    """
    files, rejections = listed(paths)
    mappings = [file for file in files if file.suffix.lower() in MAPPING_ENDINGS]
    kept = remembered(store)
    hints = replace(hints, mappings=(*hints.mappings, *map(read_mapping, mappings)), remembered=kept)
    headers = Headers(header_at, frozenset(mapping.shape for mapping in kept))
    tables = [file for file in files if file not in mappings]
    return read_files(tables, rejections, progress or Progress(), headers), hints
