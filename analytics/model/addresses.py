"""E-mail addresses and phone numbers in a text: what is never stored, wherever it stands.

A phone number is told from other numbers by how it is written: with a plus or a zero before it, in brackets, or with a
word such as "Tel." before it. Postcodes, district keys, dates, sums, grant numbers and long ids are none.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

STRUCK = "[…]"
"""Stands where an address was."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")

_AT = r"[(\[{]\s?(?:at|ät|@)\s?[)\]}]"
_DOT = r"[(\[{]\s?(?:dot|punkt|\.)\s?[)\]}]"
_MAIL = re.compile(
    # "Werkstatt @ example.org" is a talk at a place, "werkstatt @ example.org" an address
    rf"(?:[^\s@<>(\[,;:|]{{1,64}}@|(?<!\w)(?-i:[a-z0-9._%+-]{{1,64}})(?:\s@\s?|@\s)|[^\s@<>(\[,;:|]{{1,64}}\s?{_AT}\s?)"
    rf"(?:[\w-]{{1,63}}(?:\.|\s?{_DOT}\s?)){{1,8}}[^\W\d_]{{2,}}",
    re.IGNORECASE,
)

_GAP = r"(?:\s?[-/.]\s?|\s)"
_MORE = rf"(?:{_GAP}?\(?\d++\)?)*+"
_BEFORE = r"(?<![^\W_])(?<!\+)(?<!\d[-./,])(?<![0-9a-fA-F]{4}-)"
_AFTER = r"(?![^\W_])"
_PHONES = (
    # +49 231 1234567, +49 (0)231/123-45, 0049 231 1234567; a zero-padded id has no gap after its "00"
    re.compile(rf"{_BEFORE}\(?(?:\+\s?|00(?=1{_GAP}|[1-9]\d{{1,2}}{_GAP}|4[1349]))[1-9]\d{{0,2}}\)?{_MORE}{_AFTER}"),
    # 0231 1234567, (0231) 123 45-67, 0171/1234567: a prefix of three to five digits, then a gap
    re.compile(rf"{_BEFORE}(?:\(0[1-9]\d{{1,4}}\){_GAP}?|0\s?[1-9]\d{{1,3}}{_GAP})\d++{_MORE}{_AFTER}"),
    # 01711234567, 02311234567: without any gap
    re.compile(rf"{_BEFORE}0(?:1[567]\d{{8,9}}|[2-9]\d{{8,9}}){_AFTER}"),
    # 491711234567: a mobile phone without its plus
    re.compile(rf"{_BEFORE}491[567]\d{{8,9}}{_AFTER}"),
    # (212) 555-0123
    re.compile(rf"{_BEFORE}\([2-9]\d{{2}}\)\s?\d{{3}}[-. ]\d{{4}}{_AFTER}"),
)
_CALLED = re.compile(
    rf"\b(?:tel(?:efon)?(?:nummer)?|(?:tele)?phone|(?:tele)?fax|fon|mobil(?:e|nummer)?|handy)"
    rf"(?:\s?[.:]+\s?|\s?-?nr\.?:?\s?|\s)(?P<number>\(?\d++\)?{_MORE}){_AFTER}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b")
_OWN_KEY = re.compile(r"\b(?:coop|event|grant|list|org|verbund)-[0-9a-f]{12}\b")
"""Keys that intake forms of names: now and then one has digits only, as a phone number."""
_FEWEST, _MOST = 8, 15
_FEWEST_CALLED = 5
_NO_PHONE = re.compile(
    r"[+-]?\d{1,3}[.,]\d+"  # a coordinate, a sum
    r"|\+?\d{1,3}(?:\.\d{3})+"  # thousands
    r"|(?:0\d{4}[ /-])+0\d{4}"  # several district keys
    r"|\d{4}\s?[-/]\s?\d{4}"  # two years
)


def carries_address(text: str) -> bool:
    """Whether an e-mail address or a phone number stands anywhere in ``text``."""
    return next(_found(_plain(text)), None) is not None


def without_addresses(text: str) -> str:
    """``text`` with :data:`STRUCK` in the place of every e-mail address and phone number; else as it is."""
    plain = _plain(text)
    if next(_found(plain), None) is None:
        return text
    for found in sorted(set(_found(plain)), key=len, reverse=True):
        plain = plain.replace(found, STRUCK)
    return plain


def _plain(text: str) -> str:
    """The text with one sign each for every blank and dash, without signs that nobody sees."""
    unescaped = html.unescape(text) if "&" in text else text
    if not unescaped.isascii():
        unescaped = _INVISIBLE.sub("", unescaped)
        unescaped = unicodedata.normalize("NFKC", _DASHES.sub("-", _BLANKS.sub(" ", unescaped)))
    return unescaped


def _found(text: str) -> Iterator[str]:
    """Every address in the text, as it is written."""
    if "@" in text or any(bracket in text for bracket in "([{"):
        yield from (found.group().strip() for found in _MAIL.finditer(text))
    if sum(map(str.isdigit, text)) < _FEWEST_CALLED:
        return
    text = _OWN_KEY.sub("", _IBAN.sub("", text))
    for pattern in _PHONES:
        for found in pattern.finditer(text):
            number = found.group().strip()
            if _is_as_long_as_a_phone_number(number) and not _NO_PHONE.fullmatch(number):
                yield _closed(number)
    for found in _CALLED.finditer(text):
        if _digits(found["number"]) >= _FEWEST_CALLED and not _NO_PHONE.fullmatch(found["number"]):
            yield _closed(found.group())


def _is_as_long_as_a_phone_number(number: str) -> bool:
    """Whether its first groups have as many digits; a postcode, say, may follow."""
    digits, fewest = 0, _FEWEST + 2 if number.startswith("00") else _FEWEST
    for group in re.split(_GAP, number):
        digits += _digits(group)
        if digits >= fewest:
            return digits <= _MOST
    return False


def _closed(number: str) -> str:
    """The number without a bracket that it does not open."""
    return number.removesuffix(")") if number.count(")") > number.count("(") else number


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
