"""The words in which the model is declared. This module imports nothing from the package."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["text", "integer", "decimal", "date", "boolean", "topics"]
MissingReference = Literal["reject", "unassigned"]
_JOINING = {"and", "der", "des", "die", "for", "für", "im", "in", "of", "the", "und"}


@dataclass(frozen=True)
class Label:
    """A name or sentence in both languages."""

    de: str
    en: str

    def in_(self, language: str) -> str:
        """The text in ``language`` ("de" or "en")."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True)
class Value:
    """One value of an enumeration: its token in the data, its label, other ways files spell it."""

    token: str
    label: Label
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Enumeration:
    """A closed list of values. ``values`` stand in the order in which people expect them."""

    name: str
    label: Label
    values: tuple[Value, ...]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The values' tokens, in order."""
        return tuple(value.token for value in self.values)

    @property
    def spellings(self) -> set[str]:
        """Every word that means one of the values: tokens, labels and other spellings."""
        return {
            spelled
            for value in self.values
            for spelled in (value.token, value.label.de, value.label.en, *value.aliases)
        }

    def label_of(self, token: str, language: str) -> str:
        """The label of ``token``; a token that is not in the list is shown as it stands."""
        for value in self.values:
            if value.token == token:
                return value.label.in_(language)
        return token


@dataclass(frozen=True)
class Column:
    """One column of a table.

    ``references`` names the table whose key the column holds; ``on_missing`` says what intake does
    when no such row exists: reject the row, or accept it as not yet assigned (the snapshot then
    shows it as empty until the row it names arrives).
    ``form`` says in words which texts keep the ``pattern``.
    ``spelled`` names the macro of ``warehouse/checks/spellings.sql`` that makes one text of its spellings.
    ``names_organisation`` says that the cell names one: words such as N.N. are none.
    ``name_titles`` are titles of a column that names the row referred to, where a file has no column of its keys.
    ``vocabulary`` lists the stems of the words that a text may hold, where it is a choice of words and no name.
    ``usual_since`` and ``usual_ahead`` bound what is usual in a column of dates or years: since which year, and up to
    how many years after this one. Others are taken and told.
    ``personal`` columns never leave the management's view and are not kept of rejected rows.
    """

    name: str
    kind: Kind
    label: Label
    note: Label = Label("", "")
    required: bool = False
    enumeration: str | None = None
    references: str | None = None
    on_missing: MissingReference = "reject"
    default: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    form: Label = Label("", "")
    spelled: Literal["postcode_of", "district_of_key"] | None = None
    usual_since: int | None = None
    usual_ahead: int | None = None
    personal: bool = False
    vocabulary: tuple[str, ...] = ()
    names_organisation: bool = False
    aliases: tuple[str, ...] = ()
    name_titles: tuple[str, ...] = ()

    @property
    def is_free_text(self) -> bool:
        """Whether a cell may hold any words."""
        return self.kind == "text" and self.enumeration is None and not self.personal and not self.vocabulary

    def speaks(self, text: str) -> bool:
        """Whether every word of ``text`` is one of the vocabulary, or joins two of them."""
        words = re.findall(r"[^\W\d_]+", text.casefold())
        return bool(words) and all(word in _JOINING or any(stem in word for stem in self.vocabulary) for word in words)


@dataclass(frozen=True)
class Table:
    """One table. ``key`` identifies a row: of two batches with the same key the later one wins.

    A key column that is not required may be empty; two rows in which it is are alike in it.

    ``orders`` lists pairs of date columns of which the first may not lie after the second;
    ``one_of`` lists columns of which at least one must be filled;
    ``made_by`` lists columns of which a sheet must have one to be of this table at all, where the required ones say
    only what its rows are about;
    ``derived_key`` says that intake forms the key where a file has none.
    """

    name: str
    label: Label
    note: Label
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()
    orders: tuple[tuple[str, str], ...] = ()
    one_of: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    derived_key: bool = False

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}

    @property
    def needed_key(self) -> tuple[str, ...]:
        """The key columns that a file must have: those that are never empty and that intake neither forms nor fills."""
        return () if self.derived_key else tuple(name for name in self.key if self.by_name[name].required)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which a row is rejected."""
        return tuple(column for column in self.columns if column.required)
