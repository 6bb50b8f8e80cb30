"""What the columns of a table may mean, by what the table's rows are about."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from analytics.intake.headers import spellings
from analytics.language import Language
from analytics.model import TABLES

SUBJECTS = ("attendance", "flat", "members", "calendar")
"""What rows of foreign tables are about; each is a format whose names and titles stand in a file of its name."""

Vocabulary = Mapping[str, tuple[str, ...]]


@cache
def vocabulary(subject: str) -> Vocabulary:
    """The names that columns of ``subject`` may have here, each with the titles, German and English, for it.

    A subject is one of :data:`SUBJECTS` or a table of the model.
    """
    if subject in TABLES:
        columns = TABLES[subject].columns
        return {
            column.name: (column.label.de, column.label.en, *column.aliases, *column.name_titles) for column in columns
        }
    source = files("analytics.intake.formats").joinpath(f"{subject}.yaml").read_text("utf-8")
    return {name: tuple(titles) for name, titles in yaml.safe_load(source).items()}


@cache
def beginnings(subject: str) -> Mapping[str, str]:
    """The spellings with which a title of ``subject`` begins, each with the name that it stands for."""
    return {form: name for name, (first, *others) in vocabulary(subject).items() for form in spellings({first: others})}


def meaning(subject: str, name: str, language: str) -> str:
    """What a column called ``name`` says of the ``subject``, in ``language``."""
    if subject in TABLES:
        return TABLES[subject].by_name[name].label.in_(language)
    key = f"{subject}_{name}"
    return Language(language).text(f"meanings.{key}")


def subject_label(subject: str, language: str) -> str:
    """What one row of the ``subject`` is, in ``language``."""
    if subject in TABLES:
        return TABLES[subject].label.in_(language)
    return Language(language).text(f"meanings.{subject}")
