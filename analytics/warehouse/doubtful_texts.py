"""Which texts deserve a closer look for addresses and names: a quick look in SQL spares all others the thorough one.

Both expressions may doubt what is harmless, but never pass what ``carries_address`` finds or ``looks_random`` refuses.
"""

from analytics.warehouse.person_keys import WORDS
from analytics.warehouse.sql import literal

_MAIL = r"[@＠﹫]|&[#A-Za-z]|[({\[（﹙︵⁽₍［﹇｛﹛︷][\x00-\x20]?(?:[aA][tT]|[aA]?[^\x00-\x7F])"
"""An at sign, or what may stand for one: an entity, or brackets."""

_OTHER = "[^0-9A-Za-z]"
_PHONE = (
    rf"\+|(?:^|{_OTHER})(?:0[\x00-\x20]?[1-9][0-9]{{1,4}}{_OTHER}|0[1-9][0-9]{{8}}|00[1-9][0-9]{{0,2}}{_OTHER}"
    r"|004[1349]|491[567][0-9]{8})|\([2-9][0-9]{2}\)|(?i:tel|phone|fax|fon|mobil|handy)"
)
"""How phone numbers begin: much of what the thorough look wants behind it is left away."""

_STRANGE = r"[^\x00-\x7FÀ-ɏ‐-―‘-„…€§]"
"""A sign that the thorough look may take for another, or not see at all."""

_FIVE_DIGITS = r"(?:\p{N}\P{N}*){5}"
"""As many as the shortest number, in whichever script."""

_ID_MADE_OF_NAME = "(?:org|coop)-[0-9a-f]{12}"
"""It is all digits by chance."""

_RANDOM = "|".join(
    [
        f"(?i:[a-z]{{1,2}}|{'|'.join(sorted(WORDS))})(?:[0-9]{{1,40}}|[-_.:/#]?[0-9]{{1,9}})",  # P-17, gast17
        "[1-35-9][0-9]{0,40}|[0-9]{1,9}",
        "[a-z][0-9a-f]{8,60}|[0-9]{0,20}[a-f][0-9a-f]{8,40}",
        "[1-9a-fA-F][0-9a-fA-F]{7}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    ]
)
"""Keys as most lists have them: neither a name nor a phone number is among them."""


def may_carry_address(text: str) -> str:
    """Whether an e-mail address or phone number could stand in the expression ``text``."""
    return (
        f"{is_no_usual_key(text)} and (regexp_matches({text}, {literal(_MAIL)}) or "
        f"(regexp_matches({text}, {literal(_FIVE_DIGITS)}) "
        f"and (regexp_matches({text}, {literal(_PHONE)}) or regexp_matches({text}, {literal(_STRANGE)})))) "
        f"and not regexp_full_match({text}, {literal(_ID_MADE_OF_NAME)})"
    )


def is_no_usual_key(text: str) -> str:
    """Whether the expression ``text`` is no key as most lists have them; a person's could be a name, then."""
    is_ascii = f"strlen({text}) = length({text})"  # without regard to case the sign of kelvin would be a k
    return f"not ({is_ascii} and regexp_full_match({text}, {literal(_RANDOM)}))"
