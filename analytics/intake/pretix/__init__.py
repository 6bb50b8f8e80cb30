"""pretix asked directly: what its exports hold, by its REST API, without a file in between."""

from analytics.intake.pretix.client import Pretix
from analytics.intake.pretix.pulling import PRETIX, pull
from analytics.intake.pretix.token import token

__all__ = ["PRETIX", "Pretix", "pull", "token"]
