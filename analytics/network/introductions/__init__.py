"""Introductions: whom to introduce to whom, and why, tested on the past."""
