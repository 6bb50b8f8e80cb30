"""What the product says: a region's files imported, its snapshot built, its KPIs computed."""

import math
from dataclasses import asdict

from analytics.intake.importing import import_files
from analytics.kpis import CATALOGUE, compute
from analytics.store import Store
from analytics.warehouse import Period, Scope, View, build


class Product:
    """One region as the product has it."""

    def __init__(self, folder, store):
        self.store = Store(store)
        self.report = import_files(self.store, [folder])
        self.view = View(build(self.store))

    def values(self, scope, periods):
        """Its values by KPI, one for each period, None where it is undefined."""
        asked = [Period(period.starts_on, period.ends_on, str(place)) for place, period in enumerate(periods)]
        rows = compute(self.view, list(CATALOGUE.values()), asked, Scope(**asdict(scope)))
        values = {name: [] for name in CATALOGUE}
        for name, value in zip(rows["kpi"], rows["value"], strict=True):
            values[name].append(None if math.isnan(value) else value)
        return values
