"""Are we on course against the targets?"""
