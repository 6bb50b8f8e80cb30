"""Who is in it, and how is one of them connected?"""
