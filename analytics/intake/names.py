"""What two spellings of a name share, and the id of an organisation that is known by its name alone."""

import re
import unicodedata
from hashlib import md5


def same_name(name: str) -> str:
    """What two spellings of one name share: neither case nor blanks make a difference, all else does.

    The same as the macro same_name of the imports, see docs/decisions/0005.
    """
    lower = "".join(letter.lower()[0] for letter in unicodedata.normalize("NFC", name))
    return re.sub(r"[ \t\n\f\r]", "", lower)


def organisation_id_of(name: str) -> str:
    """The id of an organisation that nobody gave one: the same name gives the same one as an import would."""
    return f"org-{md5(same_name(name).encode(), usedforsecurity=False).hexdigest()[:12]}"
