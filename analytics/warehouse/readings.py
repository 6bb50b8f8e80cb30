"""How the text of a cell becomes a value: one SQL expression a kind of column.

The expressions run on the distinct texts of a column only, which are few, and may therefore be thorough. Each gives
null where the text cannot be read. They use the macros of ``checks/``, which know how things are written.
"""

from collections.abc import Collection, Iterable

from analytics.model import ENUMERATIONS, Column
from analytics.model.placeholders import NOBODY, NOTHING, SIGNS, placeholder_form
from analytics.warehouse.sql import literal

NUL_MARK = "\N{SYMBOL FOR NULL}"
"""What the reader puts in a NUL byte's place, so that the row can be rejected with a reason."""

NUMBER_MARK = "\ue03c"
"""What the reader puts behind a spreadsheet's number that could be read in two ways, were it a text (1.234)."""

FAILED = (
    "#NV", "#N/A", "#WERT!", "#VALUE!", "#BEZUG!", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#ZAHL!", "#NUM!",
    "#ÜBERLAUF!", "#SPILL!", "#KALK!", "#CALC!", "#FELD!", "#FIELD!", "#DATEN_ABRUFEN", "#GETTING_DATA", "#BLOCKIERT!",
    "#BLOCKED!", "#BESCHÄFTIGT!", "#BUSY!", "#UNBEKANNT!", "#UNKNOWN!", "#VERBINDEN!", "#CONNECT!",
)  # fmt: skip
"""What a spreadsheet writes where a formula failed. ######## is a column too narrow for its number."""


def means_nothing(text: str, *, but: Collection[str] = ()) -> str:
    """Whether the expression ``text`` only says that nothing is known, as :mod:`analytics.model.placeholders` does.

    The words in ``but`` say something after all.
    """
    spared = {placeholder_form(word) for word in but}
    return _placeholder(text, [word for word in NOTHING if placeholder_form(word) not in spared])


def names_nobody(text: str) -> str:
    """Whether the expression ``text``, in a place where an organisation is named, names none."""
    return _placeholder(text, (*NOTHING, *NOBODY))


def _placeholder(text: str, words: Iterable[str]) -> str:
    listed = ", ".join(sorted({literal(placeholder_form(word)) for word in words}))
    form = f"lower(regexp_replace({text}, '\\s', '', 'g'))"
    return f"({form} in ({listed}) or regexp_full_match({text}, {literal(SIGNS)}))"


def has_failed(text: str) -> str:
    """Whether the expression ``text`` is what a spreadsheet writes where a formula failed."""
    return f"({text} in ({', '.join(map(literal, FAILED))}) or regexp_full_match({text}, '#{{3,}}'))"


def spelling(text: str) -> str:
    """The expression ``text`` reduced to what spellings of one word share: letters and digits, no accents or case."""
    umlauts = f"replace(replace(replace(replace(lower({text}), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')"
    return f"regexp_replace(strip_accents({umlauts}), '[^a-z0-9]', '', 'g')"


def kept_text(column: Column, text: str) -> str:
    """The expression ``text`` as a text ``column`` keeps it."""
    return f"{column.spelled}({text})" if column.spelled else text


def compared_text(column: Column, text: str) -> str:
    """The expression ``text`` as it is compared with what another column says: 18.06.2026 and 18:00 that day agree."""
    return f"day_of_parts(date_parts({text}), true)" if column.kind == "date" else kept_text(column, text)


def within_bounds(column: Column, number: str) -> str:
    """The expression ``number`` as ``column`` wants it; null outside its bounds."""
    bounds = [f"isfinite({number})"]
    if column.minimum is not None:
        bounds.append(f"{number} >= {column.minimum}")
    if column.maximum is not None:
        bounds.append(f"{number} <= {column.maximum}")
    if column.kind == "integer":
        bounds.append(f"{number} = floor({number}) and abs({number}) < 1e15")
        return f"case when {' and '.join(bounds)} then {number}::bigint end"
    return f"case when {' and '.join(bounds)} then {number} end"


def word(column: Column, text: str) -> str:
    """The value of the expression ``text`` in a column of tokens, of truths or of topics."""
    if column.enumeration is not None:
        return _token(column.enumeration, text)
    return _boolean(text) if column.kind == "boolean" else _topics(text)


def _token(enumeration: str, text: str) -> str:
    cases = []
    for value in ENUMERATIONS[enumeration].values:
        spellings = {value.token, value.label.de, value.label.en, *value.aliases}
        listed = ", ".join(spelling(literal(spelled)) for spelled in sorted(spellings))
        cases.append(f"when {spelling(text)} in ({listed}) then {literal(value.token)}")
    otherwise = f" else size_of_headcount({text})" if enumeration == "size" else ""
    return f"case {' '.join(cases)}{otherwise} end"


def _boolean(text: str) -> str:
    said = spelling(text)
    return (
        f"case when {said} in ('ja', 'j', 'yes', 'y', 'true', 'wahr', 't', '1', 'x') then true "
        f"when {said} in ('nein', 'n', 'no', 'false', 'falsch', 'f', '0') then false end"
    )


def _topics(text: str) -> str:
    parts = f"list_transform(regexp_split_to_array({text}, '[,;|]'), lambda part: trim(part))"
    return f"list_sort(list_distinct(list_filter({parts}, lambda part: part <> '')))"
