"""Rows on one common scale: a span of time or money each. What is on it is told in `pages.tavler.boards`."""
