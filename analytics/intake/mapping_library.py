"""Mappings that are kept in the store under a name, and found again by a header's titles."""

import re
from dataclasses import replace
from pathlib import Path

import yaml

from analytics.errors import IntakeError
from analytics.intake.headers import spelling
from analytics.intake.mapping import ColumnMapping, read_mapping
from analytics.store import Store


def remembered(store: Store) -> tuple[ColumnMapping, ...]:
    """The mappings that are kept, in the alphabet's order. One that cannot be read (any more) is passed over."""
    found = []
    for file in sorted(_folder(store).glob("*.yaml")):
        try:
            found.append(read_mapping(file))
        except IntakeError:
            continue
    return tuple(sorted(found, key=lambda mapping: spelling(mapping.name)))


def remember(store: Store, mapping: ColumnMapping) -> None:
    """Keep a mapping under its name; one that is called so goes. Raises IntakeError where the name says nothing."""
    file = _file(store, mapping.name)
    file.parent.mkdir(exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(as_yaml(mapping), "utf-8")
    fresh.replace(file)


def rename(store: Store, name: str, new: str) -> None:
    """Call a mapping otherwise. Raises IntakeError where the new name says nothing or is another's."""
    if spelling(new) != spelling(name) and _file(store, new).exists():
        raise IntakeError("mapping_name_taken", name=new)
    mapping = read_mapping(_file(store, name))
    forget(store, name)
    remember(store, replace(mapping, name=new))


def forget(store: Store, name: str) -> None:
    """Keep a mapping no longer; nothing that came in by it changes."""
    _file(store, name).unlink(missing_ok=True)


def as_yaml(mapping: ColumnMapping) -> str:
    """The mapping as the file that the command line takes."""
    said = {
        "name": mapping.name,
        "table": mapping.table,
        "columns": mapping.columns,
        "constants": mapping.constants,
        "left_out": list(mapping.left_out),
        "decimal": mapping.decimal,
    }
    filled = {key: value for key, value in said.items() if value}
    return str(yaml.safe_dump(filled, allow_unicode=True, sort_keys=False))


def _folder(store: Store) -> Path:
    return store.folder / "mappings"


def _file(store: Store, name: str) -> Path:
    form = re.sub(r"[^a-z0-9]", "", spelling(name))[:60]
    if not form:
        raise IntakeError("mapping_name_empty")
    return _folder(store) / f"{form}.yaml"
