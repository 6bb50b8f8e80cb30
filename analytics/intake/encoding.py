"""Bytes of a text file, whichever encoding they came in, as UTF-8."""

import codecs
import re

from analytics.errors import IntakeError
from analytics.warehouse.readings import NUL_MARK

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_WEB_PAGE = re.compile(rb"\s*<(!doctype html|html|table|meta|head)\b", re.IGNORECASE)
_SAMPLE = 1 << 16
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def as_utf8(content: bytes) -> bytes:
    """The content in UTF-8 without a byte order mark. Raises IntakeError where it is no text.

    What cannot be decoded, and every NUL, becomes a mark by which the checks find the row.
    """
    if content.startswith(_OTHER_FILES):
        raise IntakeError("not_text")
    bom, encoding = next(((bom, name) for bom, name in _BOMS if content.startswith(bom)), (b"", None))
    content = content[len(bom) :]
    text = _decoded(content, encoding or _likely_encoding(content))
    if text is not None:
        content = text.replace(_UNREADABLE, NUL_MARK).encode("utf-8")
    sample = content[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 200):
        raise IntakeError("not_text")
    if _WEB_PAGE.match(content):
        raise IntakeError("web_page")
    return content.replace(b"\0", NUL_MARK.encode()) if b"\0" in content else content


def _decoded(content: bytes, encoding: str) -> str | None:
    """The content's text, or None where it is sound UTF-8 already."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
    else:
        return None if encoding == "utf-8" else text
    if encoding == "utf-8" and _is_rather_latin(text):
        return content.decode("cp1252", errors="replace")
    return text


def _likely_encoding(content: bytes) -> str:
    """UTF-16 without its mark shows by its zeros; all else is taken for UTF-8 first."""
    sample = content[:_SAMPLE]
    if sample.count(0) <= len(sample) // 4:
        return "utf-8"
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _is_rather_latin(text: str) -> bool:
    """Whether more signs failed to be UTF-8 than succeeded: then the file is Latin-1, as older Excel writes it."""
    failed = text.count(_UNREADABLE)
    return failed > len(re.sub(r"[\x00-\x7f]", "", text)) - failed
