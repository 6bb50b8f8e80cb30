"""How large things may be before they mean something else than their name says."""

MOST_MEMBERS = 60
"""With more members a cooperation is more likely a programme or a list: its members do not each work with all others.

It would be 1,770 ties already; one of 5,000 members 12 million.
"""
