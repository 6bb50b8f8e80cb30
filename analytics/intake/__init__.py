"""Intake: files in, checked batches out."""
