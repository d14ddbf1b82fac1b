"""The headers that tell a browser what a page of ours may do: fetch from this server alone, framed by who is named."""

from __future__ import annotations

from collections.abc import Sequence

from pages.server import embedding

INLINE_SCRIPT = "sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA="
"""The hash of the one script that stands in Streamlit's document."""


def headers(framed_by: Sequence[str] = ()) -> dict[str, str]:
    """Return the headers of every answer, where pages of those hosts may show ours in a frame."""
    framed = " ".join(framed_by) or "'none'"
    policy = (
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
        f"frame-ancestors {framed}",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        # For what does not know the policy. It can name nobody, so it says no or nothing.
        **({} if framed_by else {"X-Frame-Options": "DENY"}),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


HEADERS = headers(embedding.hosts())


def encoded() -> list[tuple[bytes, bytes]]:
    """Return the headers as a server sends them."""
    return [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
