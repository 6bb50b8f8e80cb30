"""Keys that the formats' SQL forms of names: none may pass for a phone number, whatever its digits."""

import re
from importlib.resources import files

from analytics.model.addresses import carries_address

FORMED = re.compile(r"'([a-z]+-)'(?:,| \|\| left\(md5)")


def test_every_prefix_is_known_to_the_search_for_addresses():
    sources = [one for one in files("analytics.intake.formats.sql").iterdir() if one.name.endswith(".sql")]
    prefixes = {prefix for source in sources for prefix in FORMED.findall(source.read_text("utf-8"))}
    assert prefixes >= {"org-", "coop-", "event-", "grant-", "list-", "verbund-"}
    assert [prefix for prefix in prefixes if carries_address(f"{prefix}017112345678")] == []
