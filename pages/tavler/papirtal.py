"""A figure of a paper in words: with what the paper says before it, and its unit."""

from __future__ import annotations

from dansk import tal


def quantity(value: float | None, unit: str | None) -> str:
    """Return a figure as it is printed, with its unit."""
    return tal.as_printed(value) + (f" {unit}" if unit and value is not None else "")


def written(value: float | None, unit: str | None, reservation: str | None = None, word: str | None = None) -> str:
    """Return a figure with its unit and the paper's reservation, or the word that the paper has in its place."""
    if value is None:
        return word or tal.UNKNOWN
    return " ".join(filter(None, (reservation, quantity(value, unit))))


def percent(value: float | None) -> str:
    """Return a printed per cent as a finding has it."""
    return f"{tal.as_printed(value)} %"
