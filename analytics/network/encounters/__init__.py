"""Encounters: what having met at events has to do with beginning to cooperate: an association, never an effect."""
