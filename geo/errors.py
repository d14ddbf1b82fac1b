"""The one error of the geography."""

from __future__ import annotations


class GeoError(Exception):
    """Boundaries cannot be built, read or taken in; the message is one Danish sentence for the user."""
