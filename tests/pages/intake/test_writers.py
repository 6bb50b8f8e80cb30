"""Whatever part of the program writes into the ledger has a name there that people know."""

import pytest

from analytics.identity.joining import BY_RULE
from analytics.intake.watching.watch import WATCH
from analytics.language import Language
from analytics.store import DOOR
from pages.intake.ledger import _writer


@pytest.mark.parametrize("who", [BY_RULE, WATCH, DOOR, "feedback", "demo"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_it_is_called_by_its_name(who, language):
    assert _writer(who, Language(language)) != who


def test_anybody_else_is_called_as_he_called_himself():
    assert _writer("anna (x)", Language("de")) == "anna (x)"
