"""What is known of the organisations' names: how else they are called, and who is not whom."""

import pandas as pd

from analytics.demo.frames import model_frame
from analytics.demo.organisations import FOUNDERS, Organisations

_WRITTEN_OUT, _SHORT = "Wirtschaftsförderung", "WiFö"


def aliases_table(organisations: Organisations) -> pd.DataFrame:
    """One row for each economic development body: what lists of guests call it."""
    founders = organisations.table.head(FOUNDERS)
    called = founders[founders["name"].str.contains(_WRITTEN_OUT)]
    return model_frame(
        "organisation_aliases",
        {
            "alias": called["name"].str.replace(_WRITTEN_OUT, _SHORT).to_list(),
            "organisation_id": called["organisation_id"].to_list(),
            "basis": ["verified"] * len(called),
        },
    )


def comparisons_table(organisations: Organisations) -> pd.DataFrame:
    """One row: two economic development bodies that are alike by name and not the same."""
    first, second = organisations.ids[1:3]
    return model_frame(
        "organisation_comparisons", {"organisation_id": [first], "other_id": [second], "verdict": ["different"]}
    )
