"""The headers that tell a browser what a page of ours may do: fetch from this server alone, and be framed by nobody."""

from __future__ import annotations

INLINE_SCRIPT = "sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA="
"""The hash of the one script that stands in Streamlit's document."""

_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit's components are modules that it makes itself (blob:).
        f"script-src 'self' blob: '{INLINE_SCRIPT}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        # A WebSocket to the page's own host and port is 'self' too.
        "connect-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def encoded() -> list[tuple[bytes, bytes]]:
    """Return the headers as a server sends them."""
    return [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
