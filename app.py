"""The web application: `streamlit run app.py` serves the script `ramme.py` on http://localhost:8501."""

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from pages.server import hooks, last_resort, refusal, routes, warmup
from pages.server.document import DanishDocument
from pages.server.gate import Gate
from pages.server.scripts import DanishScripts

hooks.install()

app = st.App(
    "ramme.py",
    middleware=[Middleware(Gate), Middleware(DanishScripts), Middleware(DanishDocument)],
    routes=routes.routes(),
    lifespan=warmup.lifespan,
    on_script_error=last_resort.word,
    exception_handlers={HTTPException: refusal.worded, Exception: refusal.failed},
)
