"""Maps of the districts, and what stands beside them."""
