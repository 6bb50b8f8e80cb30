"""The scope: which part of the data a number speaks of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """Kinds of organisations, districts (5-digit keys, "elsewhere", "abroad", "unknown") and topics; None for all.

    ``with_coordinator`` says whether the coordinating office counts as a partner in cooperations: with it,
    nearly every network is a star around it, so it is left out unless asked for.
    """

    kinds: tuple[str, ...] | None = None
    districts: tuple[str, ...] | None = None
    topics: tuple[str, ...] | None = None
    with_coordinator: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether no kind, district or topic is chosen."""
        return self.kinds is None and self.districts is None and self.topics is None


EVERYTHING = Scope()
