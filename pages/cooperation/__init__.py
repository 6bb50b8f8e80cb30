"""Who works with whom, and how does that network grow?"""
