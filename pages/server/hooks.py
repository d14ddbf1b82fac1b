"""The private names of Streamlit that the app sets or reads."""

from __future__ import annotations

from typing import Any

from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

STREAMLIT = "1.67.0"
"""The version that everything in this package has been held against."""

WINDOW_BITS, MEMORY_LEVEL = 15, 8
"""
How far back a message is packed against what was sent before, as a power of two, and zlib's memory level.

A new picture is mostly the one before it, which is 20 to 30 kB back: uvicorn's own 12 bits see 4 kB, and a change of
measure is 10 kB on the wire; with these it is a fourth, in half the processor's time. A connection takes 256 kB for it.
"""


def _packing(**_uvicorns: Any) -> ServerPerMessageDeflateFactory:
    """Pack messages with our window in place of the one that uvicorn asks for and has no option for."""
    return ServerPerMessageDeflateFactory(
        server_max_window_bits=WINDOW_BITS, compress_settings={"memLevel": MEMORY_LEVEL}
    )


def install() -> None:
    """Set what must be set before the first request."""
    # Streamlit takes any folder called `pages` for its old kind of app until a script has called st.navigation: the
    # very first link opened on a new server would then be «not found».
    PagesManager.uses_pages_directory = False
    # When an address that it does not know opens the app, Streamlit asks a service on the internet what the machine's
    # own address is. Nothing may leave the host: an empty answer is already here.
    net_util._external_ip = ""
    websockets_sansio_impl.ServerPerMessageDeflateFactory = _packing  # type: ignore[attr-defined, assignment]


def went_back_or_forward() -> bool:
    """Say whether this run was asked for by the browser's back or forward button."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation
