"""What do our events bring about?"""
