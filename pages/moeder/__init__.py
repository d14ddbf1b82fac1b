"""Møder og beslutninger: what is due, what the meetings ask, and what they ask the kommuner to pay."""
