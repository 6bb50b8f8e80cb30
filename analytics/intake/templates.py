"""The templates that people fill in, made from the model alone: a CSV file a table, and one workbook, per language."""

import csv
import io
from pathlib import Path

from analytics.intake.headers import spelling
from analytics.intake.template_workbook import template_workbook
from analytics.language import LANGUAGES, Language
from analytics.model import TABLES, Table

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"

_DELIMITERS = {"de": ";", "en": ","}
"""What a spreadsheet in that language takes for a column's end."""


def template_files() -> dict[str, bytes]:
    """Every template by its path below the templates' folder; the same model gives the same bytes."""
    found: dict[str, bytes] = {}
    for code in LANGUAGES:
        language = Language(code)
        found[f"{code}/{language.text('templates.workbook')}"] = template_workbook(language)
        for table in TABLES.values():
            found[f"{code}/{_file_name(table, language)}"] = _csv(table, language)
    return found


def stale_templates(folder: Path = TEMPLATES) -> list[str]:
    """The templates that are missing below ``folder`` or do not say what the model says."""
    return [name for name, content in template_files().items() if not _is_current(folder / name, content)]


def write_templates(folder: Path = TEMPLATES) -> list[str]:
    """Write the templates that are not current; their paths below ``folder``."""
    stale = stale_templates(folder)
    made = template_files()
    for name in stale:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[name])
    return stale


def _is_current(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _file_name(table: Table, language: Language) -> str:
    words = table.label.in_(language.code).split()
    return "_".join(spelling(word) for word in words) + ".csv"


def _csv(table: Table, language: Language) -> bytes:
    """The header alone, as a spreadsheet in that language opens it with a double click."""
    target = io.StringIO()
    row = [column.label.in_(language.code) for column in table.columns]
    csv.writer(target, delimiter=_DELIMITERS[language.code], lineterminator="\r\n").writerow(row)
    return target.getvalue().encode("utf-8-sig")
