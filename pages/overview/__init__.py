"""Where do we stand, and what changed?"""
