"""What data do we have, how good is it, and how does more come in?"""
