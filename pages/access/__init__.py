"""Who is there, what they may see, and the way in."""
