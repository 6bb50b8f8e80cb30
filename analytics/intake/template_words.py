"""What the templates say of a column, in either language; all of it comes from the model."""

from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES, Column, Table


def choices(column: Column, language: Language) -> list[str]:
    """The labels among which a cell chooses; empty where it is free."""
    if column.enumeration:
        enumeration = ENUMERATIONS[column.enumeration]
        return [enumeration.label_of(token, language.code) for token in enumeration.tokens]
    if column.kind == "boolean":
        return [language.text("templates.yes"), language.text("templates.no")]
    return []


def content(column: Column, language: Language) -> str:
    """What a cell of the column holds."""
    if column.enumeration:
        return language.text("templates.one_of", values=", ".join(choices(column, language)))
    if column.references:
        return language.text("templates.refers", table=TABLES[column.references].label.in_(language.code))
    kind = language.text(f"templates.kind_{column.kind}")
    if column.minimum is not None and column.maximum is not None:
        low, high = (f"{bound:.0f}" for bound in (column.minimum, column.maximum))
        return language.text("templates.between", kind=kind, low=low, high=high)
    return kind


def note(table: Table, column: Column, language: Language) -> str:
    """What else one must know to fill in the column."""
    parts = [column.note.in_(language.code)]
    if column.references and column.on_missing == "unassigned":
        parts.append(language.text("templates.may_be_missing"))
    if column.name in table.one_of:
        labels = [table.by_name[name].label.in_(language.code) for name in table.one_of]
        parts.append(language.text("templates.one_needed", columns=", ".join(labels)))
    return " ".join(part for part in parts if part)


def heading(column: Column, language: Language) -> str:
    """The column's title; a star marks what is required, and intake reads over it."""
    return column.label.in_(language.code) + (" *" if column.required else "")
