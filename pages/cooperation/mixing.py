"""Who works with whom, by kind."""

from analytics.charts.cooperation import findings
from analytics.charts.cooperation.mixing import mixing_matrix
from pages.parts.chart import chart
from pages.parts.network_data import mixing
from pages.parts.page_context import PageContext

_UNITS = {"expected": "mean", "ratio": "index"}


def network_mixing(context: PageContext, *, cumulative: bool) -> None:
    """The matrix of kinds on the visitor's day."""
    frame = mixing(context, cumulative=cumulative)
    chart(context, "mixing_matrix", frame, mixing_matrix, findings.mixing_matrix, units=_UNITS)
