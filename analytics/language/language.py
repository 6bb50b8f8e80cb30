"""One language with its texts and its ways of writing numbers and dates."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from analytics.language.load import texts

LANGUAGES = ("de", "en")
_LOCALES = {"de": "de_DE", "en": "en_GB"}
UNDEFINED = "–"
"""What stands where a value is undefined; never 0."""


@dataclass(frozen=True)
class Language:
    """``Language("de")`` or ``Language("en")``; anything else raises ValueError."""

    code: str

    def __post_init__(self) -> None:
        if self.code not in LANGUAGES:
            raise ValueError(f"language must be one of {LANGUAGES}, not {self.code!r}")

    @property
    def _locale(self) -> str:
        return _LOCALES[self.code]

    def text(self, key: str, **values: object) -> str:
        """The text called ``key`` ("file.name") with ``{places}`` filled; KeyError where there is none.

        A text may hold two forms parted by " || " (one, many): the form is chosen by the value ``n``.
        Whole numbers are written as this language writes them.
        """
        sentence = texts()[key][self.code]
        if " || " in sentence:
            one, many = sentence.split(" || ")
            sentence = one if values.get("n") == 1 else many
        written = {
            name: self.number(value) if isinstance(value, int) and not isinstance(value, bool) else value
            for name, value in values.items()
        }
        return sentence.format(**written)

    def number(self, value: float | None, digits: int = 0) -> str:
        """``1.234,5`` in German, ``1,234.5`` in English; a missing value is "–"."""
        if (known := _finite(value)) is None:
            return UNDEFINED
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return _with_minus(format_decimal(known, format=pattern, locale=self._locale))

    def signed(self, value: float | None, digits: int = 0) -> str:
        """Like :meth:`number`, with a plus or minus sign before it; what is written as 0 has none."""
        if (known := _finite(value)) is None:
            return UNDEFINED
        written = self.number(known, digits)
        return f"+{written}" if known > 0 and re.search("[1-9]", written) else written

    def percent(self, share: float | None, digits: int = 1) -> str:
        """A share from 0 to 1 as ``12,5 %`` (German, with a no-break space) or ``12.5%``."""
        if (known := _finite(share)) is None:
            return UNDEFINED
        pattern = (
            "#,##0" + ("." + "0" * digits if digits else "") + ("\N{NO-BREAK SPACE}%" if self.code == "de" else "%")
        )
        return _with_minus(format_percent(known, format=pattern, locale=self._locale))

    def value(self, value: float | None, unit: str, digits: int | None = None) -> str:
        """A KPI's value with its unit: count, share (0 to 1), eur, days, index (0 to 1) or mean."""
        if (known := _finite(value)) is None:
            return UNDEFINED
        if unit == "share":
            return self.percent(known, 1 if digits is None else digits)
        if unit in ("index", "mean"):
            return self.number(known, (2 if unit == "index" else 1) if digits is None else digits)
        if unit == "eur":
            return self._euros(known)
        if unit == "days":
            return self.text("time.days", n=round(known))
        return self.number(known)

    def _euros(self, value: float) -> str:
        amount = self.number(value)
        if self.code == "de":
            return f"{amount}\N{NO-BREAK SPACE}€"
        return f"−€{amount[1:]}" if amount.startswith("−") else f"€{amount}"

    def day(self, day: date) -> str:
        """A date without its year: ``31.12.`` in German, ``31 Dec`` in English."""
        return str(format_date(day, "dd.MM." if self.code == "de" else "d MMM", locale=self._locale))

    def date(self, day: date | None) -> str:
        """``31.12.2025`` in German, ``31 Dec 2025`` in English."""
        if day is None:
            return UNDEFINED
        return str(format_date(day, "dd.MM.yyyy" if self.code == "de" else "d MMM yyyy", locale=self._locale))

    def moment(self, moment: datetime) -> str:
        """A date with its time of day: ``31.12.2025, 14:05``."""
        pattern = "dd.MM.yyyy, HH:mm" if self.code == "de" else "d MMM yyyy, HH:mm"
        return str(format_datetime(moment, pattern, locale=self._locale))

    def period(self, period: str, short: bool = False) -> str:
        """The name of a period: "2025-Q2" is ``2. Quartal 2025`` or, short, ``Q2 2025``; a year is itself."""
        year, _, part = period.partition("-")
        if not part:
            return year
        if short:
            return f"{part[0] if part[0] == 'Q' else 'H'}{part[1]} {year}"
        return self.text(f"time.{'quarter' if part[0] == 'Q' else 'half_year'}", number=part[1], year=year)

    def listing(self, items: list[str]) -> str:
        """``a, b und c``."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.text('time.and')} {items[-1]}"


def _with_minus(written: str) -> str:
    """A number with a true minus sign, and without any where it was rounded to 0."""
    return written.replace("-", "−" if re.search("[1-9]", written) else "")


def _finite(value: float | None) -> float | None:
    """The number, or None where there is none to write."""
    return value if value is not None and math.isfinite(value) else None
