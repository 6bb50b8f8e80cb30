"""What a cell says, whatever a spreadsheet, a web page or an encoding did to it on its way here.

Every cell and every title passes here once, when a file is read, so that nothing behind it needs to know of
``="007"``, ``M&uuml;ller``, ``MÃ¼ller``, decomposed umlauts or no-break blanks.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from html.entities import name2codepoint

import ftfy
import pyarrow as pa
import pyarrow.compute as pc
from ftfy.badness import is_bad

from analytics.warehouse.readings import NUL_MARK

BLANKS = " \t\r\n\u00a0\u200b\ufeff"
"""What may stand around a cell's text."""

SPLIT_ENTITY = "\ue03b"
"""Stands for the semicolon of an entity while semicolons part the cells of a text file."""

_ODD = r"""[^ -~äöüÄÖÜßéè–„“’…]|[^ -~]{2}|  |^="|^'|&[#A-Za-z]"""
"""What a text must hold, if anything is to be done to it: a common sign beyond ASCII is sound where it stands alone."""

_WRAPPED = re.compile(r'="((?:[^"]|"")*)"')
_TEXT_MARK = re.compile(r"'(?=[=+@\-]|\d[\d .,:/\-]*$)")
_ENTITY = re.compile(rf"&(#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}}\d{{0,2}})[;{SPLIT_ENTITY}]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2063\u2066-\u2069\ufeff]")
_WIDE = re.compile(r"[^\S\n]+")
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def cleaned(columns: Sequence[pa.ChunkedArray], mended: Counter[str]) -> list[pa.ChunkedArray]:
    """The columns, each cell as it was meant; ``mended`` counts the cells by what was mended in them.

    It counts what changes letters (``entities``, ``double_encoded``); blanks and wrappings are not worth a word.
    """
    return [_cleaned(pc.utf8_trim(column, BLANKS), mended) for column in columns]


def cleaned_text(text: str) -> str:
    """One text as it was meant."""
    return _meant(text.strip(BLANKS))[0]


def with_whole_entities(content: bytes) -> bytes:
    """The bytes of a text file whose cells semicolons part, with no semicolon left that ends an entity."""
    if b"&" not in content:
        return content
    return re.sub(
        rb"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});",
        lambda found: found[0][:-1] + SPLIT_ENTITY.encode() if _is_entity(found[1].decode()) else found[0],
        content,
    )


def _cleaned(column: pa.ChunkedArray, mended: Counter[str]) -> pa.ChunkedArray:
    if _is_plain(column):
        return column
    column = column.cast(pa.string())
    counted = pc.value_counts(column.filter(pc.match_substring_regex(column, _ODD)))
    changed: dict[str, str] = {}
    for text, count in zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True):
        meant, found = _meant(text)
        if meant != text:
            changed[text] = meant
            mended.update(dict.fromkeys(found, count))
    if not changed:
        return column
    position = pc.index_in(column, value_set=pa.array(changed, pa.string()))
    return pc.coalesce(pa.chunked_array([pa.array(changed.values(), pa.string())]).take(position), column)


def _is_plain(column: pa.ChunkedArray) -> bool:
    """Whether nothing can be odd in the column: a look at all of its letters at once, which costs next to nothing."""
    for chunk in column.chunks:
        letters = chunk.buffers()[2]
        if letters is not None:
            content = letters.to_pybytes()
            if not content.isascii() or any(sign in content for sign in (b"  ", b'="', b"'", b"&", b"\t", b"\r")):
                return False
    return True


def _meant(text: str) -> tuple[str, list[str]]:
    """The text as it was meant, and what was mended in its letters."""
    mended = []
    if wrapped := _WRAPPED.fullmatch(text):
        text = wrapped[1].replace('""', '"')
    text = _TEXT_MARK.sub("", text, count=1) if text.startswith("'") else text
    if (decoded := _ENTITY.sub(_decoded, text)) != text:
        text = decoded
        mended.append("entities")
    text = text.replace(SPLIT_ENTITY, ";")
    if not text.isascii():
        if is_bad(text) and (encoded_once := ftfy.fix_encoding(text)) != text:
            text = encoded_once.replace(_UNREADABLE, NUL_MARK) + (NUL_MARK if is_bad(encoded_once) else "")
            mended.append("double_encoded")
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _WIDE.sub(" ", text.replace("\r\n", "\n"))
    return text.strip(), mended


def _is_entity(name: str) -> bool:
    return name.startswith("#") or name in name2codepoint or name == "apos"


def _decoded(found: re.Match[str]) -> str:
    """What an entity stands for; as it stands where it is none, or would be a sign that cannot be seen."""
    sign = html.unescape(f"&{found[1]};")
    is_seen = len(sign) == 1 and sign != _UNREADABLE and (sign.isprintable() or sign.isspace())
    return sign if is_seen and _is_entity(found[1]) else found[0]
