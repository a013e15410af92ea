"""Seeded generator of training rows for the embedded agent (see README.md)."""
