"""What an import has to say, each thing once: rejections of one kind in one column are one message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.intake.note import Note
from analytics.intake.rejection import Rejection
from analytics.language import Language
from analytics.model import TABLES

_LINES = 5
_VALUES = 4


@dataclass(frozen=True)
class Message:
    """One sentence, and where it is true.

    ``lines`` are the first rows that it is about, as a spreadsheet shows them; ``rows`` counts all of them, 0 where
    a whole file or sheet is meant.
    """

    file: str
    column: str | None
    lines: tuple[int, ...]
    rows: int
    text: str

    def place(self, language: Language) -> str:
        """Where it is true: the file, the rows and the column."""
        return ", ".join(part for part in (self.file, self.where(language), self.column) if part)

    def where(self, language: Language) -> str:
        """The rows in words; empty where a whole file is meant."""
        lines = ", ".join(map(str, self.lines))
        if self.rows > len(self.lines):
            lines += ", …"
        return language.text("imports.lines", n=self.rows, lines=lines) if self.rows else ""


def rejected(rejections: Sequence[Rejection], language: Language) -> list[Message]:
    """The rejections, one message for each file, column and reason, in the order of their first rows."""
    groups: dict[tuple[str, str | None, str, str], list[Rejection]] = {}
    for found in rejections:
        whole = found.reason(language.code) if found.line is None else ""
        groups.setdefault((found.file, found.column, found.key, whole), []).append(found)
    return [_message(group, language) for group in groups.values()]


def noted(notes: Sequence[Note], language: Language) -> list[Message]:
    """The notes as messages: what they are about stands in their sentences."""
    return [
        Message(
            note.file,
            note.label(language.code),
            () if note.line is None else (note.line,),
            0 if note.line is None else 1,
            note.sentence(language.code),
        )
        for note in notes
    ]


def unassigned(counts: Mapping[tuple[str, str], int], language: Language) -> list[str]:
    """Sentences on accepted rows that name a row which is not there yet, by (table, column)."""
    return [
        language.text(
            "imports.unassigned",
            n=count,
            table=TABLES[table].label.in_(language.code),
            column=TABLES[table].by_name[column].label.in_(language.code),
        )
        for (table, column), count in counts.items()
    ]


def ignored(titles: Mapping[str, Sequence[str]], language: Language) -> list[str]:
    """Sentences on the columns that were not read, by sheet."""
    return [
        f"{sheet}: {language.text('imports.ignored', columns=', '.join(columns))}" for sheet, columns in titles.items()
    ]


def _message(group: Sequence[Rejection], language: Language) -> Message:
    first = group[0]
    lines = [found.line for found in group if found.line is not None]
    text = first.reason(language.code)
    others = list(dict.fromkeys(found.value for found in group if found.value not in (None, first.value)))
    if others and first.tells_value:
        quoted = ", ".join(language.text("imports.quoted", value=value) for value in others[:_VALUES])
        text += " " + language.text("imports.also", values=quoted)
        if (more := len(others) - _VALUES) > 0:
            text += " " + language.text("imports.also_more", n=more)
    return Message(first.file, first.label(language.code), tuple(lines[:_LINES]), len(lines), text)
