"""The private names of Streamlit that the app sets or reads."""

from __future__ import annotations

from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

STREAMLIT = "1.67.0"
"""The version that everything in this package has been held against."""


def install() -> None:
    """Set what must be set before the first request."""
    # Streamlit takes any folder called `pages` for its old kind of app until a script has called st.navigation: the
    # very first link opened on a new server would then be «not found».
    PagesManager.uses_pages_directory = False
    # When an address that it does not know opens the app, Streamlit asks a service on the internet what the machine's
    # own address is. Nothing may leave the host: an empty answer is already here.
    net_util._external_ip = ""


def went_back_or_forward() -> bool:
    """Say whether this run was asked for by the browser's back or forward button."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation
