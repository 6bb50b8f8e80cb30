"""The mapping file: how a table of somebody's own names what this project knows.

A YAML file such as::

    columns:
      cooperation_id: Projektnummer
      organisation_name: Partner
    constants:
      programme: Horizon Europe
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from analytics.errors import IntakeError


@dataclass(frozen=True)
class Mapping:
    """``columns`` leads from this project's names to the file's headers, ``constants`` to fixed values."""

    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)


def read_mapping(path: Path) -> Mapping:
    """The mapping in the YAML file ``path``. Raises IntakeError where it is none."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
        columns = {str(name): str(header) for name, header in (raw.get("columns") or {}).items()}
        constants = {str(name): str(value) for name, value in (raw.get("constants") or {}).items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError) as error:
        raise IntakeError("bad_mapping", file=path.name) from error
    return Mapping(columns, constants)
