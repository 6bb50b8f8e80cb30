"""SQL texts: the .sql files of the package, and safe names in generated statements."""

from functools import cache
from importlib.resources import files

_QUESTIONS = "analytics.warehouse.questions"


@cache
def sql_file(package: str, name: str) -> str:
    """The text of ``name``.sql in ``package`` (such as "analytics.warehouse.marts")."""
    return files(package).joinpath(f"{name}.sql").read_text("utf-8")


def question_names() -> list[str]:
    """The names of all questions, in order; a name stands once, whatever subject's folder its file lies in."""
    return sorted(_question_folders())


def question_file(name: str) -> str:
    """The text of the question called ``name``."""
    return sql_file(f"{_QUESTIONS}.{_question_folders()[name]}", name)


@cache
def _question_folders() -> dict[str, str]:
    """In which subject's folder each question lies."""
    return {
        file.name.removesuffix(".sql"): folder.name
        for folder in files(_QUESTIONS).iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    }


def quoted(name: str) -> str:
    """``name`` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """``text`` as an SQL string, for places that take no bound parameter (such as a file in COPY)."""
    return "'" + text.replace("'", "''") + "'"
