"""What two spellings of a name share, and the ids of what is known by its name alone."""

import re
import unicodedata
from datetime import date
from hashlib import md5


def same_name(name: str) -> str:
    """What two spellings of one name share: neither case nor blanks make a difference, all else does.

    The same as the macro same_name of the imports, see docs/decisions/0005.
    """
    lower = "".join(letter.lower()[0] for letter in unicodedata.normalize("NFC", name))
    return re.sub(r"[ \t\n\f\r]", "", lower)


def organisation_id_of(name: str) -> str:
    """The id of an organisation that nobody gave one: the same name gives the same one as an import would."""
    return _id_from("org-", name)


def event_id_of(title: str, starts_on: date) -> str:
    """The id of an event that nobody gave one: the same title and day give the same one as an import would."""
    return _id_from("event-", f"{title} {starts_on.isoformat()}")


def _id_from(prefix: str, name: str) -> str:
    """The same as the macro id_from of the imports."""
    return prefix + md5(same_name(name).encode(), usedforsecurity=False).hexdigest()[:12]
