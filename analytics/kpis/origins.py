"""Whether agreed cooperations arose from events, as those say who entered them."""

from collections.abc import Sequence

import pandas as pd

from analytics.warehouse import Period, View

ORIGINS = ("from_events", "from_others", "from_unknown")


def origins(view: View, years: Sequence[Period]) -> pd.DataFrame:
    """One row per year: period, cooperations (agreed in it for the first time), and of these :data:`ORIGINS`.

    from_events name an event as their origin, from_others something else, from_unknown nothing; each cooperation is in
    one of them. Years before the first cooperation are left out. Figures of all the network.
    """
    found = view.ask("progress_origins", years)
    return found[found["cooperations"].cumsum() > 0].reset_index(drop=True)
