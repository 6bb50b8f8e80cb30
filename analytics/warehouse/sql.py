"""SQL texts: the .sql files of the package, and safe names in generated statements."""

from functools import cache
from importlib.resources import files


@cache
def sql_file(package: str, name: str) -> str:
    """The text of ``name``.sql in ``package`` (such as "analytics.warehouse.marts")."""
    return files(package).joinpath(f"{name}.sql").read_text("utf-8")


def quoted(name: str) -> str:
    """``name`` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """``text`` as an SQL string, for places that take no bound parameter (such as a file in COPY)."""
    return "'" + text.replace("'", "''") + "'"
