"""A synthetic region: every organisation, person and figure in it is invented. It imports only the model."""

from analytics.demo.generate import DEFAULT_SEED, generate
from analytics.demo.write import write

__all__ = ["DEFAULT_SEED", "generate", "write"]
