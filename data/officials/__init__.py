"""Rows that officials add: the folder they lie in, the template they fill in, and how a filled one is taken in."""
