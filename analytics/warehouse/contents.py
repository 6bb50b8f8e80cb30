"""What a snapshot holds, dated or not: so that nothing that was accepted goes unsaid."""

from dataclasses import dataclass

from analytics.language import Language
from analytics.model import TABLES
from analytics.warehouse.connection import View
from analytics.warehouse.sql import literal


@dataclass(frozen=True)
class Contents:
    """``rows`` counts by table what there is, without empty tables; ``undated`` the cooperations that have no day."""

    rows: dict[str, int]
    undated: int

    def in_words(self, language: Language) -> str:
        """What there is, and what it lacks to count on a day; an invitation where there is nothing at all."""
        if not self.rows:
            return language.text("frame.empty")
        labels = [
            f"{TABLES[name].label.in_(language.code)} ({language.number(count)})" for name, count in self.rows.items()
        ]
        lacks = [language.text(f"frame.lacks_{name}", n=count) for name, count in self._undated().items()]
        told = language.text("frame.undated", tables=language.listing(labels))
        return " ".join([told, *(lacks or [language.text("frame.lacks_all")])])

    def _undated(self) -> dict[str, int]:
        """By table: how many of its rows would count if they had a day on which something happened."""
        counts = {"cooperations": self.undated, "events": self.rows.get("events", 0)}
        counts["funding"] = self.rows.get("funding", 0)
        return {name: count for name, count in counts.items() if count}


def contents(view: View) -> Contents:
    """What the snapshot holds; figures of the whole network, the same for every audience."""
    counts = " union all ".join(
        f"select {literal(name)} as table_name, count(*) as row_count from base.{name}" for name in TABLES
    )
    asking = view.counting()
    frame = asking.query(counts)
    rows = {str(name): int(count) for name, count in zip(frame["table_name"], frame["row_count"], strict=True) if count}
    undated = asking.query("select count(*) as undated from base.cooperations where contact_on is null")
    return Contents({name: rows[name] for name in TABLES if name in rows}, int(undated["undated"].iloc[0]))
