"""A folder that is watched: what is put there is imported by itself, once, and moved to where its outcome says."""

from analytics.intake.watching.watch import SETTLED_AFTER, WATCH, Outcome, Watch

__all__ = ["SETTLED_AFTER", "WATCH", "Outcome", "Watch"]
