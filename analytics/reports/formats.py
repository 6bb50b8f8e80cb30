"""How numbers, names and notes stand in office files."""

from analytics.language import Language
from analytics.language.language import UNDEFINED

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text in a workbook stays text, whatever it looks like."""

DAYS = {"de": "dd.mm.yyyy", "en": "d mmm yyyy"}
"""How a day is written, by language."""

_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
_LONGEST_NAME, _LONGEST_NOTE = 31, 110
_FORMATS = {"share": "0.0%", "index": "0.00", "mean": "0.0", "days": "#,##0", "count": "#,##0"}


def number_format(unit: str, language: Language, *, short: bool = False) -> str:
    """The number format of ``unit``; the program writes the marks of its user's language. ``short`` is for axes."""
    if unit == "eur":
        return '#,##0 "€"' if language.code == "de" else '"€"#,##0'
    return "0%" if unit == "share" and short else _FORMATS[unit]


def sheet_name(title: str) -> str:
    """A name that a workbook allows: 31 characters, no brackets, colons, stars, question marks or slashes."""
    return title.translate(_FORBIDDEN)[:_LONGEST_NAME].strip("' ") or UNDEFINED


def printed(text: str) -> str:
    """Text for a printed header or footer, in which an ampersand begins a command and little can stand."""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST_NOTE].replace("&", "&&")
