"""The model: every table, column and enumeration, declared once and read by all floors above."""

from analytics.model.declare import Column, Enumeration, Kind, Label, Table, Value
from analytics.model.enumerations import ENUMERATIONS
from analytics.model.tables import TABLES

__all__ = ["ENUMERATIONS", "TABLES", "Column", "Enumeration", "Kind", "Label", "Table", "Value"]
