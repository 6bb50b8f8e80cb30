"""What leaves the house: tables as CSV and XLSX."""

from analytics.reports.presentable import presentable
from analytics.reports.tables import as_csv, as_xlsx

__all__ = ["as_csv", "as_xlsx", "presentable"]
