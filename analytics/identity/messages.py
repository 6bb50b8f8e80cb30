"""What a join by rule has to say, in words and for machines."""

from typing import Any

from analytics.identity.joining import Joined
from analytics.language import Language


def joined_in_words(joined: Joined, language: Language) -> list[str]:
    """How many were joined, how to take that back, and each with its reasons; nothing where none was."""
    if joined.batch is None:
        return []
    told = language.text("identity.told_joined", n=len(joined.joins), batch=joined.batch)
    return [told, *(join.sentence(language) for join in joined.joins)]


def joined_as_json(joined: Joined, language: Language) -> dict[str, Any]:
    """The batch, and of each organisation that was joined: its id and name, the lead's, likelihood and reasons."""
    return {
        "batch": joined.batch,
        "organisations": [
            {
                "organisation_id": join.joined.organisation,
                "name": join.joined.name,
                "counts_as": join.lead.organisation,
                "lead_name": join.lead.name,
                "likelihood": join.likelihood,
                "reasons": [reason.sentence(language) for reason in join.reasons],
            }
            for join in joined.joins
        ],
    }
