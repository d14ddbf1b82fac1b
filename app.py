"""The web application: `streamlit run app.py` serves the script `ramme.py` on http://localhost:8501."""

import sys

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from pages.access import settings
from pages.server import hooks, last_resort, refusal, routes, warmup
from pages.server.detour import Detour
from pages.server.document import DanishDocument
from pages.server.gate import Gate
from pages.server.scripts import DanishScripts

try:
    settings.access()  # settled before anybody is let in: what was to be closed must not open by a slip of the pen
except settings.SecretsError as error:
    sys.exit(str(error))

hooks.install()

app = st.App(
    "ramme.py",
    middleware=[Middleware(Gate), Middleware(Detour), Middleware(DanishScripts), Middleware(DanishDocument)],
    routes=routes.routes(),
    lifespan=warmup.lifespan,
    on_script_error=last_resort.word,
    exception_handlers={HTTPException: refusal.worded, Exception: refusal.failed},
)
