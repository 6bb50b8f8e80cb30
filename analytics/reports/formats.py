"""How numbers stand in office files, by their unit."""

from analytics.language import Language

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Text in a workbook stays text, whatever it looks like."""

DAYS = {"de": "dd.mm.yyyy", "en": "d mmm yyyy"}
"""How a day is written, by language."""

_FORMATS = {"share": "0.0%", "index": "0.00", "mean": "0.0", "days": "#,##0", "count": "#,##0"}


def number_format(unit: str, language: Language, *, short: bool = False) -> str:
    """The number format of ``unit``; the program writes the marks of its user's language. ``short`` is for axes."""
    if unit == "eur":
        return '#,##0 "€"' if language.code == "de" else '"€"#,##0'
    return "0%" if unit == "share" and short else _FORMATS[unit]
