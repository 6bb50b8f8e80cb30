"""One organisation among the others and along time."""
