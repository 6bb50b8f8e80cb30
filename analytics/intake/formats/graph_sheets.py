"""A network drawn elsewhere, as a pair of sheets: Kumu's elements and connections, Gephi's nodes and edges.

An element is an organisation, a connection a cooperation of two. Since when it is one, the pair seldom says.
"""

from collections.abc import Mapping, Sequence

from analytics.intake.formats.derived import Says, derived
from analytics.intake.formats.format import Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.headers import spelling, titled
from analytics.intake.hints import Hints
from analytics.intake.sheet import Sheet
from analytics.warehouse.drafts import Drafts

_ELEMENTS: Mapping[str, Sequence[str]] = {"id": (), "label": ("name",), "type": ("typ", "kind", "art")}
_CONNECTIONS: Mapping[str, Sequence[str]] = {
    "source": ("from", "von", "quelle"),
    "target": ("to", "nach", "zu", "ziel"),
    "starts_on": ("start", "start date", "since", "seit", "beginn"),
    "ends_on": ("end", "end date", "until", "bis", "ende"),
}
_ELEMENT_SHEETS = {"elements", "elemente", "nodes", "knoten"}
_ELEMENTS_SAY: Says = {"organisations": {"organisation_id": ("id", "label"), "name": "label", "kind": "type"}}
_CONNECTIONS_SAY: Says = {
    "organisations": {"organisation_id": "source", "name": "source"},
    "cooperations": {"cooperation_id": "source", "title": "source", "ended_on": "ends_on"},
    "cooperation_stages": {"cooperation_id": "source", "since": "starts_on"},
    "cooperation_members": {"cooperation_id": "source", "organisation_id": "source"},
}


class GraphSheetsFormat(Format):
    """Reads both sheets; which one a sheet is, its header says, and for elements its name."""

    name = "graph"

    def recognises(self, sheet: Sheet, hints: Hints) -> bool:
        """Whether the sheet has connections, or is called like elements and has labels."""
        return _is_connections(sheet) or _is_elements(sheet)

    def read(self, sheet: Sheet, hints: Hints, drafts: Drafts) -> Reading:
        """The sheet's organisations, or its cooperations."""
        if _is_connections(sheet):
            return _derived(sheet, drafts, "graph_connections", _CONNECTIONS, _CONNECTIONS_SAY, {"source", "target"})
        if _is_elements(sheet):
            return _derived(sheet, drafts, "graph_elements", _ELEMENTS, _ELEMENTS_SAY, {"id", "label"})
        raise misfit(sheet)

    def rank(self, sheet: Sheet, hints: Hints) -> int:
        """Elements come first, so that connections find them."""
        return 2 if _is_connections(sheet) else 1


def _is_connections(sheet: Sheet) -> bool:
    return titled(sheet.header, _CONNECTIONS).keys() >= {"source", "target"}


def _is_elements(sheet: Sheet) -> bool:
    return spelling(sheet.title) in _ELEMENT_SHEETS and "label" in titled(sheet.header, _ELEMENTS)


def _derived(
    sheet: Sheet, drafts: Drafts, sql: str, names: Mapping[str, Sequence[str]], says: Says, needed: set[str]
) -> Reading:
    columns = titled(sheet.header, names)
    return derived(sheet, drafts, sql, columns, {name: "" for name in names if name not in columns}, says, needed)
