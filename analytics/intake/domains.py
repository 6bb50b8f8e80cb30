"""Domains of e-mail addresses beside an organisation's name: looked at while a file is imported, and kept nowhere."""

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

Domains = Mapping[str, frozenset[str]]
"""By an organisation's id."""
_MOST_SHARING = 5
"""A domain of more organisations is somebody's who books for others, or gives addresses to anybody."""
_DOMAIN = r"@(?P<domain>[a-z0-9](?:[a-z0-9-]*\.)+[a-z]{2,})\W*$"


def domains_beside(sheet: Sheet, columns: Collection[int]) -> pa.Table | None:
    """The domain of each row in whose ``columns`` (positions) the addresses are of one; None where there is none.

    Columns: _source, _line, said. Domains that anybody can have an address of are left out.
    """
    lines, domains = [], []
    for position in columns:
        texts = sheet.text.rows[f"c{position}"]
        holds = pc.match_substring(texts, "@")
        if not pc.any(holds).as_py():
            continue
        found = pc.extract_regex(pc.utf8_lower(pc.filter(texts, holds)), _DOMAIN)
        lines += pc.filter(sheet.text.rows["_line"], holds).to_pylist()
        domains += [each["domain"] if each else None for each in found.to_pylist()]
    by_line: dict[int, set[str]] = {}
    for line, domain in zip(lines, domains, strict=True):
        if domain and domain not in _of_anybody():
            by_line.setdefault(line, set()).add(domain)
    clear = {line: said for line, (said, *others) in by_line.items() if not others}
    if not clear:
        return None
    sources = pa.array([sheet.number] * len(clear), pa.int32())
    return pa.table(
        {"_source": sources, "_line": pa.array(clear, pa.int64()), "said": pa.array(clear.values(), pa.string())}
    )


def domains_of_organisations(beside: Collection[pa.Table], drafts: Drafts) -> Domains:
    """The domains of the organisations that the accepted rows name; ``beside`` as from :func:`domains_beside`."""
    if not beside:
        return {}
    found = drafts.said_beside_organisations(pa.concat_tables(beside))
    sharing: dict[str, int] = {}
    for domains in found.values():
        for domain in domains:
            sharing[domain] = sharing.get(domain, 0) + 1
    kept = {
        organisation: frozenset(domain for domain in domains if sharing[domain] <= _MOST_SHARING)
        for organisation, domains in found.items()
    }
    return {organisation: domains for organisation, domains in kept.items() if domains}


@cache
def _of_anybody() -> frozenset[str]:
    listed = yaml.safe_load(files("analytics.intake").joinpath("freemail.yaml").read_text("utf-8"))
    return frozenset(domain for row in listed for domain in row)
