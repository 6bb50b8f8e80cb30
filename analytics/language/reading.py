"""Numbers and days as people type them, in their language."""

import re
from datetime import date, datetime
from math import isfinite

from babel.numbers import NumberFormatError, parse_decimal

from analytics.language.language import Language

_LOCALES = {"de": "de_DE", "en": "en_GB"}
_DAYS = {"de": ("%d.%m.%Y", "%Y-%m-%d"), "en": ("%d %b %Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")}


def read_number(text: str, language: Language) -> float | None:
    """``1.234,5`` in German, ``1,234.5`` in English; signs of units are passed over. None where it is none."""
    bare = re.sub(r"[\s%€]|EUR", "", text).replace("\N{MINUS SIGN}", "-")
    try:
        number = float(parse_decimal(bare, locale=_LOCALES[language.code], strict=True))
    except NumberFormatError:
        return None
    return number if isfinite(number) else None


def read_day(text: str, language: Language) -> date | None:
    """``31.12.2026`` in German, ``31 Dec 2026`` in English, ``2026-12-31`` in both. None where it is no day."""
    given = re.sub(r"\bSept\b", "Sep", text.strip())  # as British English shortens September
    for form in _DAYS[language.code]:
        try:
            return datetime.strptime(given, form).date()
        except ValueError:
            continue
    return None
