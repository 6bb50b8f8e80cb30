"""How the ecosystem grows."""
