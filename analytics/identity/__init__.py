"""One organisation, one record: which names from which source mean the same."""
