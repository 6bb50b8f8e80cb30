"""One KPI over time and in parts."""
