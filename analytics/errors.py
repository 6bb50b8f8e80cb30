"""The errors that people are told about. Each carries the key of its text, so that it speaks both languages."""

from typing import Any

from analytics.language import Language


class DashboardError(Exception):
    """Something a person can do something about.

    ``key`` names the sentence in ``analytics/language/texts/errors.yaml``; ``values`` fill it, a label in its language.
    """

    def __init__(self, key: str, **values: Any) -> None:
        self.key = key
        self.values = values
        super().__init__(self.message("en"))

    def message(self, language: str) -> str:
        """What happened and what to do, in ``language`` ("de" or "en")."""
        values = {name: value.in_(language) if hasattr(value, "in_") else value for name, value in self.values.items()}
        return Language(language).text(f"errors.{self.key}", **values)


class StoreError(DashboardError):
    """The store cannot be read, or an asked-for change is not possible."""


class SnapshotError(DashboardError):
    """There is no snapshot to read, or it cannot be built."""


class IntakeError(DashboardError):
    """A file, or a part of it, cannot be read."""


class QuestionError(DashboardError):
    """What was asked for does not exist or cannot be computed."""
