"""The formats that intake reads, one module each. A new one is a module here and a name in the list."""

from analytics.intake.formats import own
from analytics.intake.formats.format import Format

FORMATS: dict[str, Format] = {known.name: known for known in (own.OwnFormat(),)}
"""By name, in the order in which a file is offered to them."""

__all__ = ["FORMATS", "Format"]
