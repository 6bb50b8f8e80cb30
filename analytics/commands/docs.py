"""``docs``: the methodology and the model's page, generated from the catalogue and the model."""

import argparse
import sys
from pathlib import Path

from analytics.kpis import CATALOGUE, GROUPS, Kpi
from analytics.language import LANGUAGES, Language
from analytics.model import ENUMERATIONS, TABLES, Column, Table

FOLDER = Path(__file__).parents[2] / "docs"


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    parser = commands.add_parser("docs", help="write the generated documents")
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    parser.set_defaults(action=_docs)


def documents() -> dict[str, str]:
    """Every generated document's text by its file name."""
    found = {}
    for code in LANGUAGES:
        language = Language(code)
        found[f"methodology.{code}.md"] = _methodology(language)
        found[f"model.{code}.md"] = _model(language)
    return found


def _docs(chosen: argparse.Namespace) -> int:
    language = Language(chosen.language)
    stale = [name for name, text in documents().items() if not _is_current(FOLDER / name, text)]
    if chosen.check:
        for name in stale:
            print(language.text("docs.stale", file=f"docs/{name}"), file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        (FOLDER / name).write_text(documents()[name], "utf-8")
        print(f"docs/{name}")
    return 0


def _is_current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


def _methodology(language: Language) -> str:
    lines = [f"# {language.text('methodology.question')}", "", f"<!-- {language.text('docs.generated')} -->", ""]
    lines += [f"- {rule}" for rule in language.text("methodology.rules").strip().split("\n")]
    for group in GROUPS:
        members = [kpi for kpi in CATALOGUE.values() if kpi.group == group]
        if members:
            lines += ["", f"## {language.text(f'kpis.group_{group}')}"]
        for kpi in members:
            lines += ["", *_kpi(kpi, language)]
    lines += ["", f"## {language.text('methodology.audiences')}", ""]
    lines += [f"- {rule}" for rule in language.text("methodology.masks").strip().split("\n")]
    lines += ["", language.text("methodology.sources")]
    return "\n".join(lines) + "\n"


def _kpi(kpi: Kpi, language: Language) -> list[str]:
    code = language.code
    lines = [f"### {kpi.number} {kpi.label.in_(code)}", "", kpi.definition.in_(code), ""]
    lines.append(f"- **{language.text('kpis.counting')}** {kpi.counting.in_(code)}")
    if kpi.undefined:
        lines.append(f"- **{language.text('kpis.undefined')}** {kpi.undefined.in_(code)}")
    if kpi.near:
        lines.append(f"- {language.text('kpis.near', indicator=kpi.near)}")
    audiences = ", ".join(language.text(f"kpis.{audience}") for audience in kpi.audiences)
    lines.append(f"- {language.text('kpis.for', audiences=audiences)}")
    lines.append(f"- `{kpi.name}`, [SQL](../analytics/kpis/{kpi.name}.sql), {language.text(f'docs.unit_{kpi.unit}')}")
    return lines


def _model(language: Language) -> str:
    code = language.code
    lines = [f"# {language.text('docs.model')}", "", f"<!-- {language.text('docs.generated')} -->", ""]
    lines += [language.text("docs.model_intro")]
    for table in TABLES.values():
        lines += ["", f"## {table.label.in_(code)} (`{table.name}`)", "", table.note.in_(code), ""]
        lines.append(language.text("docs.key", columns=", ".join(f"`{name}`" for name in table.key)))
        lines += ["", *_columns(table, language)]
    lines += ["", f"## {language.text('docs.enumerations')}"]
    for enumeration in ENUMERATIONS.values():
        lines += ["", f"### {enumeration.label.in_(code)} (`{enumeration.name}`)", ""]
        lines += [f"- `{value.token}` {value.label.in_(code)}" for value in enumeration.values]
    return "\n".join(lines) + "\n"


def _columns(table: Table, language: Language) -> list[str]:
    heads = [language.text(f"docs.{name}") for name in ("column", "label", "kind", "required", "note")]
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
    for column in table.columns:
        required = "!" if column.required else ""
        cells = (
            f"`{column.name}`",
            column.label.in_(language.code),
            _kind(column, language),
            required,
            _note(column, language),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _kind(column: Column, language: Language) -> str:
    if column.enumeration:
        return f"`{column.enumeration}`"
    if column.references:
        return f"→ `{column.references}`"
    return language.text(f"docs.kind_{column.kind}")


def _note(column: Column, language: Language) -> str:
    parts = [column.note.in_(language.code)]
    if column.references:
        parts.append(language.text(f"docs.missing_{column.on_missing}"))
    if column.personal:
        parts.append(language.text("docs.personal"))
    return " ".join(part for part in parts if part).replace("|", "\\|")
