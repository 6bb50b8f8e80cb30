"""Targets, outlooks, origins and euros."""
