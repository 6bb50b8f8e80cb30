"""The ledger: one entry a batch, in the order in which they came; the audit trail."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

DOOR = "door"
"""Who wrote what the devices at a door sent."""
EntryKind = Literal["import", "edit", "undo", "erase"]
WITHOUT_ROWS = ("undo", "erase")
"""The kinds of entries that say something of another batch and bring no rows themselves."""


@dataclass(frozen=True)
class Source:
    """A file as it was given: its name, its content's SHA-256, its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Rows:
    """Rows of the sources: ``accepted + rejected == read``, always."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0


@dataclass(frozen=True)
class Entry:
    """One line of the ledger.

    ``at`` is the time in UTC (ISO 8601), ``tables`` counts the rows new or changed by table,
    ``undoes`` names the batch that an undo takes back, or an erasure for good; ``replaces`` names those in whose place
    an import came, which hold again when it is taken back; ``is_demo`` marks invented data.
    """

    batch: str
    kind: EntryKind
    who: str
    at: str
    format: str
    sources: tuple[Source, ...] = ()
    rows: Rows = field(default_factory=Rows)
    tables: dict[str, int] = field(default_factory=dict)
    undoes: str | None = None
    is_demo: bool = False
    replaces: tuple[str, ...] = ()

    @property
    def is_of_a_door(self) -> bool:
        """Whether it holds what the devices at a door sent, or the closing of an evening."""
        return self.kind == "edit" and self.who == DOOR

    def to_json(self) -> str:
        """The entry as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> "Entry":
        """The entry that :meth:`to_json` wrote."""
        raw: dict[str, Any] = json.loads(line)
        raw["sources"] = tuple(Source(**source) for source in raw["sources"])
        raw["rows"] = Rows(**raw["rows"])
        raw["replaces"] = tuple(raw.get("replaces", ()))
        return cls(**raw)


def standing_entries(ledger: list[Entry]) -> list[Entry]:
    """The entries that are not undone, undos and erasures among them, oldest first.

    An undo can be undone too, which brings its batch back; so the ledger is read from its end. What is erased stays so.
    """
    undone = erased_batches(ledger)
    standing: list[Entry] = []
    for entry in reversed(ledger):
        if entry.batch not in undone:
            standing.append(entry)
            undone.update(entry.replaces)
            if entry.undoes is not None:
                undone.add(entry.undoes)
    return standing[::-1]


def active_entries(ledger: list[Entry]) -> list[Entry]:
    """The entries whose rows count: not undone, and not without rows by their kind; oldest first."""
    return [entry for entry in standing_entries(ledger) if entry.kind not in WITHOUT_ROWS]


def erased_batches(ledger: list[Entry]) -> set[str]:
    """The batches whose content is erased for good, or is about to be."""
    return {entry.undoes for entry in ledger if entry.kind == "erase" and entry.undoes is not None}


def batch_meant(ledger: list[Entry], batch: str) -> str:
    """The batch that an undo, or an undo of an undo, is about in the end; any other is itself."""
    by_batch = {entry.batch: entry for entry in ledger}
    while (entry := by_batch.get(batch)) is not None and entry.undoes is not None:
        batch = entry.undoes
    return batch
