"""Outlooks in sentences."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal

from analytics.kpis.outlook import NoOutlook, PathOutlook
from analytics.kpis.outlook_methods import FEWEST
from analytics.language import Language

Prospect = Literal["likely", "open", "unlikely"]
_LARGE = 1000
_SYMBOLS: dict[Prospect, str] = {"likely": "✓", "open": "◐", "unlikely": "✗"}


def outlook_sentence(found: PathOutlook, language: Language) -> str:
    """Where the path leads if things go on, within which range, and what that means for its target; else why not."""
    outlook, path = found.outlook, found.path
    if isinstance(outlook, NoOutlook):
        return language.text(f"outlook.{outlook.reason}", n=outlook.known, fewest=FEWEST)
    unit = path.kpi.unit
    ends = {"value": outlook.value, "low": outlook.low, "high": outlook.high}
    told = {name: language.value(about(end), unit) for name, end in ends.items()}
    is_steady = told["low"] == told["high"]
    sentences = [
        language.text(
            "outlook.goes_on_steadily" if is_steady else "outlook.goes_on",
            when=_when(path.ends_on, language),
            target=language.value(path.final, unit),
            **told,
        )
    ]
    if found.prospect and not is_steady:
        sentences.append(language.text(f"outlook.said_{found.prospect}"))
    if not outlook.is_tested:
        sentences.append(language.text("outlook.untested"))
    return " ".join(sentences)


def outlook_summary(found: Sequence[PathOutlook], language: Language) -> str:
    """Of how many targets that run what is likely, and for how many there is no outlook; "" without any target."""
    if not found:
        return ""
    counts = Counter(one.prospect for one in found)
    without = counts.pop(None, 0)
    if not counts:
        return language.text("outlook.none")
    numbers = {name: counts[name] for name in _SYMBOLS}
    said = language.text("outlook.summary", n=len(found), **numbers)
    return said + (language.text("outlook.summary_without", n=without) if without else "")


def prospect_word(prospect: Prospect | None, language: Language) -> str:
    """A symbol and a word for what the outlook means for the target; "–" without an outlook."""
    if prospect is None:
        return language.number(None)
    return f"{_SYMBOLS[prospect]} {language.text(f'outlook.{prospect}')}"


def about(value: float) -> float:
    """Three digits of a large number: more would say more than an outlook knows."""
    return value if abs(value) < _LARGE else float(f"{value:.2e}")


def _when(day: date, language: Language) -> str:
    if (day.month, day.day) == (12, 31):
        return language.text("outlook.at_end_of", year=str(day.year))
    return language.text("outlook.on", date=language.date(day))
