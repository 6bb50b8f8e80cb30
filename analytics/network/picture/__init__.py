"""The picture of the network: one place for every organisation for all time, and what changed at those places."""
