"""What follows an import, whoever made it: what surely is one organisation is joined, and a snapshot is published."""

from types import MappingProxyType

from analytics.identity.joining import Joined, join_sure
from analytics.intake.domains import Domains
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import build


def join(store: Store, domains: Domains, language: Language) -> Joined:
    """Join what surely is one, as a batch of its own with a title in ``language``.

    ``domains`` are those of the e-mail addresses that came with the organisations. Raises StoreError where the store
    cannot be read or written.
    """
    return join_sure(store, title=language.text("identity.batch_joined"), domains=domains)


def join_and_build(
    store: Store,
    domains: Domains = MappingProxyType({}),
    language: Language = Language("de"),  # noqa: B008  it cannot be changed
) -> Joined:
    """As :func:`join`, and build what the store holds. Raises SnapshotError, too, where nothing can be built."""
    joined = join(store, domains, language)
    build(store)
    return joined
