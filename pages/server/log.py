"""The server's log, as a line of JSON for each message where it is no person's screen: nothing of visitors is in it."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_LOUDNESS = {"DEBUG": "fejlsøgning", "INFO": "besked", "WARNING": "advarsel", "ERROR": "fejl", "CRITICAL": "fejl"}
_OTHERS = ("uvicorn", "streamlit")
"""Libraries whose messages come in the same way."""


class JsonLine(logging.Formatter):
    """A message as one line: when, how grave, who says it, what, and where it failed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; what stands on several lines is one text in it."""
        told = {
            "tid": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "slags": _LOUDNESS.get(record.levelname, record.levelname),
            "fra": record.name,
            "besked": record.getMessage(),
        }
        if record.exc_info:
            told["spor"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def in_lines_of_json() -> None:
    """Write what the app and its libraries say as JSON, unless somebody looks at it as it is written."""
    if sys.stderr is None or sys.stderr.isatty():
        return
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLine())
    own = logging.getLogger("kkr")
    own.handlers, own.propagate = [handler], False
    for name in _OTHERS:
        for each in logging.getLogger(name).handlers:
            each.setFormatter(JsonLine())
