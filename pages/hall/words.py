"""The words of one subject, for a page that speaks them in the browser."""

from analytics.language import Language
from analytics.language.load import texts


def words(language: Language, subject: str) -> dict[str, str]:
    """The texts of ``subject`` by name: places in braces, two forms parted by " || " (one, many)."""
    head = f"{subject}."
    return {key.removeprefix(head): both[language.code] for key, both in texts().items() if key.startswith(head)}
