"""How the text of a cell becomes a value: one SQL expression a kind of column.

The expressions run on the distinct texts of a column only, which are few, and may therefore be thorough.
Each gives null where the text cannot be read.
"""

from analytics.model import ENUMERATIONS, Column
from analytics.model.placeholders import NOBODY, NOTHING, SIGNS, placeholder_form
from analytics.model.tables import DATE_YEARS
from analytics.warehouse.sql import literal

NUL_MARK = "\N{SYMBOL FOR NULL}"
"""What the reader puts in a NUL byte's place, so that the row can be rejected with a reason."""

WRAPPED = '^(=\\".*\\"|\'[=+@\\-].*)$'
"""Cells in a spreadsheet's wrapping: ``="007"`` keeps zeros, ``'=`` disarms a formula (as our own exports do)."""


def unwrapped(text: str) -> str:
    """The expression ``text`` without a spreadsheet's wrapping; null where empty."""
    return (
        f"nullif(trim(case when starts_with({text}, '=\"') and ends_with({text}, '\"') then {text}[3:-2] "
        f"when regexp_matches({text}, '^''[=+@\\-]') then {text}[2:] else {text} end), '')"
    )


def means_nothing(text: str) -> str:
    """Whether the expression ``text`` only says that nothing is known, as :mod:`analytics.model.placeholders` does."""
    return _placeholder(text, NOTHING)


def names_nobody(text: str) -> str:
    """Whether the expression ``text``, in a place where an organisation is named, names none."""
    return _placeholder(text, (*NOTHING, *NOBODY))


def _placeholder(text: str, words: tuple[str, ...]) -> str:
    listed = ", ".join(sorted({literal(placeholder_form(word)) for word in words}))
    form = f"lower(regexp_replace({text}, '\\s', '', 'g'))"
    return f"({form} in ({listed}) or regexp_full_match({text}, {literal(SIGNS)}))"


def spelling(text: str) -> str:
    """The expression ``text`` reduced to what spellings of one word share: letters and digits, no accents or case."""
    umlauts = f"replace(replace(replace(replace(lower({text}), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')"
    return f"regexp_replace(strip_accents({umlauts}), '[^a-z0-9]', '', 'g')"


def reading(column: Column, text: str, *, comma_decimals: bool, from_spreadsheet: bool) -> str:
    """The value of the expression ``text`` as ``column`` wants it, or null.

    ``comma_decimals`` says that a lone dot before three digits parts thousands (1.234 is 1234).
    ``from_spreadsheet`` says that a bare number may be a spreadsheet's count of days.
    """
    if column.enumeration is not None:
        return _token(column.enumeration, text)
    if column.kind == "date":
        return _date(text, from_spreadsheet)
    if column.kind in ("integer", "decimal"):
        return _number(column, text, comma_decimals)
    if column.kind == "boolean":
        return _boolean(text)
    return _topics(text)


def _token(enumeration: str, text: str) -> str:
    cases = []
    for value in ENUMERATIONS[enumeration].values:
        spellings = {value.token, value.label.de, value.label.en, *value.aliases}
        listed = ", ".join(spelling(literal(spelled)) for spelled in sorted(spellings))
        cases.append(f"when {spelling(text)} in ({listed}) then {literal(value.token)}")
    return f"case {' '.join(cases)} end"


def _date(text: str, from_spreadsheet: bool) -> str:
    iso = f"case when regexp_matches({text}, '^\\d{{4}}-\\d{{2}}-\\d{{2}}') then try_cast({text} as timestamp) end"
    german = (
        f"case when regexp_matches({text}, '^\\d{{1,2}}\\.\\d{{1,2}}\\.\\d{{4}}') "
        f"then try_strptime({text}, ['%d.%m.%Y', '%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S']) "
        f"when regexp_matches({text}, '^\\d{{1,2}}\\.\\d{{1,2}}\\.\\d{{2}}$') then try_strptime({text}, '%d.%m.%y') end"
    )
    forms = [iso, german]
    if from_spreadsheet:
        days = f"try_cast(regexp_extract({text}, '^\\d{{5}}$') as integer)"
        forms.append(f"(date '1899-12-30' + {days})::timestamp")
    day = f"coalesce({', '.join(forms)})::date"
    return f"case when year({day}) between {DATE_YEARS[0]} and {DATE_YEARS[1]} then {day} end"


def _number(column: Column, text: str, comma_decimals: bool) -> str:
    bare = f"regexp_replace({text}, '\\s|\u00a0|\u202f|€|EUR', '', 'g')"
    german = (
        f"when regexp_matches({bare}, '^[+-]?(\\d+|\\d{{1,3}}(\\.\\d{{3}})+),\\d+$') "
        f"then try_cast(replace(replace({bare}, '.', ''), ',', '.') as double) "
    )
    english = (
        f"when regexp_matches({bare}, '^[+-]?\\d{{1,3}}(,\\d{{3}})+(\\.\\d+)?$') "
        f"then try_cast(replace({bare}, ',', '') as double) "
    )
    groups = "+" if comma_decimals else "{2,}"
    cases = (german + english if comma_decimals else english + german) + (
        f"when regexp_matches({bare}, '^[+-]?\\d{{1,3}}(\\.\\d{{3}}){groups}$') "
        f"then try_cast(replace({bare}, '.', '') as double) "
    )
    number = f"(case {cases} else try_cast({bare} as double) end)"
    bounds = [f"isfinite({number})"]
    if column.minimum is not None:
        bounds.append(f"{number} >= {column.minimum}")
    if column.maximum is not None:
        bounds.append(f"{number} <= {column.maximum}")
    if column.kind == "integer":
        bounds.append(f"{number} = floor({number}) and abs({number}) < 1e15")
        return f"case when {' and '.join(bounds)} then {number}::bigint end"
    return f"case when {' and '.join(bounds)} then {number} end"


COMMA_EVIDENCE = ",\\d{1,2}$"
DOT_EVIDENCE = "^[^,]*\\.(\\d{1,2}|\\d{4,})$"
"""Texts that can only be decimals with a comma, or with a dot."""


def _boolean(text: str) -> str:
    word = spelling(text)
    return (
        f"case when {word} in ('ja', 'j', 'yes', 'y', 'true', 'wahr', 't', '1', 'x') then true "
        f"when {word} in ('nein', 'n', 'no', 'false', 'falsch', 'f', '0') then false end"
    )


def _topics(text: str) -> str:
    parts = f"list_transform(regexp_split_to_array({text}, '[,;|]'), lambda part: trim(part))"
    return f"list_sort(list_distinct(list_filter({parts}, lambda part: part <> '')))"
