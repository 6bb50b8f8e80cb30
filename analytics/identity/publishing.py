"""What follows an import, whoever made it: what surely is one organisation is joined, and a snapshot is published."""

from types import MappingProxyType

from analytics.identity.joining import Joined, join_sure
from analytics.intake.domains import Domains
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build


def join_and_build(
    store: Store,
    domains: Domains = MappingProxyType({}),
    language: Language = Language("de"),  # noqa: B008  it cannot be changed
) -> Joined:
    """Join what surely is one, as a batch of its own with a title in ``language``, and build what the store holds.

    ``domains`` are those of the e-mail addresses that came with the organisations.
    Raises StoreError where the store cannot be read or written, and SnapshotError where nothing can be built.
    """
    joined = join_sure(store, title=language.text("identity.batch_joined"), domains=domains)
    build(store)
    return joined
