"""Ratios measured in one run; on demand, never part of the normal tests."""
