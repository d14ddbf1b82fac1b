"""What is said when a page fails as nobody thought of: one Danish sentence, and the rest in the log."""

from __future__ import annotations

import logging

_LOG = logging.getLogger("kkr")


def word(error: Exception) -> bool:
    """Show one Danish sentence in place of a traceback; the log keeps the rest."""
    from pages.frame import notices  # it keeps caches in Streamlit, whose runtime has started by now

    _LOG.error("Uventet fejl i en side", exc_info=error)
    notices.failed(error)
    return True
