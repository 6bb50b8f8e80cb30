"""What every paper of an evening bears: which evening it is, from which data, and whether that is invented."""

from dataclasses import dataclass

from analytics.language import Language
from analytics.reception.evening import Evening
from analytics.warehouse import View


@dataclass(frozen=True)
class Marks:
    """``when`` is the evening's day or days and its place; ``demo`` is "" where the data is real."""

    when: str
    demo: str
    footer: str

    @classmethod
    def of(cls, view: View, evening: Evening, language: Language) -> "Marks":
        """The marks of a paper made from ``view``."""
        days = language.date(evening.starts_on)
        if evening.ends_on > evening.starts_on:
            days = language.text("report.span", first=days, last=language.date(evening.ends_on))
        return cls(
            when=f"{days} · {evening.venue}" if evening.venue else days,
            demo=language.text("frame.demo") if view.is_demo else "",
            footer=language.text("frame.data_until", date=language.date(view.until_day), snapshot=view.snapshot.name),
        )
