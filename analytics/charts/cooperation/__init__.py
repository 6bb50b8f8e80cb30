"""The cooperation network: its measures, groups, stages and who works with whom."""
