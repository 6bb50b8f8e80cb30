"""How does the ecosystem grow?"""
