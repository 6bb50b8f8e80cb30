"""Which districts do we reach?"""
