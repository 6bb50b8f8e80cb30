"""What in the data does not fit together, as long as it stands so."""

from datetime import date

import pandas as pd

from analytics.warehouse.connection import View
from analytics.warehouse.contradiction_rules import RULES


def contradictions(view: View) -> pd.DataFrame:
    """One row per rule and table with things that break the rule today: rule, table_name, things, examples.

    ``things`` counts them, ``examples`` names the first few with the values that contradict each other. Rules stand in
    the order of :data:`analytics.warehouse.contradiction_rules.RULES`; the sentence of each is its text in notes.yaml.
    """
    found = view.ask("contradictions", today=date.today())
    return found.sort_values("rule", key=lambda rules: rules.map(RULES.index), kind="stable", ignore_index=True)
